using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Words of the sources that say what a conflict is about.</summary>
/// <remarks>
/// <b>Method.</b> What is counted with the words after it, or else the words before the value, cut at the nearest mark and
/// freed of small words at the ends; "killed … people" where neither says enough. Of several values the one that tells most.
/// </remarks>
internal static class Subject
{
    private const int MostWords = 9;

    /// <summary>The words around one of the values, without the value.</summary>
    public static string Of(Story story, ImmutableArray<ImmutableArray<ToldValue>> question) => question
        .SelectMany(side => side)
        .Select(value => Of(story, value))
        .Where(subject => subject.Text.Length > 0)
        .OrderByDescending(subject => subject.Worth)
        .Select(subject => subject.Text)
        .FirstOrDefault() ?? question[0][0].Clause.Of(story.Readings[question[0][0].Article].Article.Text);

    private static (string Text, int Worth) Of(Story story, ToldValue value)
    {
        var document = story.Readings[value.Article].Document;
        var (first, end) = document.TokensOf(value.Clause);
        var (open, close) = document.TokensOf(value.Span);
        var after = Trim(document, close, EndAfter(document, close, Math.Min(end, close + MostWords)));
        var before = Trim(document, StartBefore(document, Math.Max(first, open - MostWords), open), open);
        var isCounted = IsCounted(document, value, after) || (value.Quantity?.Kind == QuantityKind.Count && Worth(document, after) > Worth(document, before));
        if (!isCounted)
            return (TextOf(document, before), Worth(document, before));

        if (Worth(document, after) >= 3 || before.End == before.First)
            return (TextOf(document, after), Worth(document, after));

        before = (Math.Max(before.First, before.End - MostWords + (after.End - after.First)), before.End);
        return ($"{TextOf(document, before)} … {TextOf(document, after)}", Math.Min(3, Worth(document, before) + 1));
    }

    /// <summary>Whether what the value counts stands just after it.</summary>
    private static bool IsCounted(Document document, ToldValue value, (int First, int End) after) =>
        value.Quantity?.Counted is { } counted && Enumerable.Range(after.First, Math.Min(4, after.End - after.First)).Any(i => string.Equals(document.Tokens[i].Lemma, counted, StringComparison.OrdinalIgnoreCase));

    /// <summary>From 0 to 3: a name or noun, another telling word, no mark or other number; 0 for who said it.</summary>
    private static int Worth(Document document, (int First, int End) range)
    {
        var tokens = document.Tokens.AsSpan(range.First, range.End - range.First);
        int nouns = 0, others = 0, marks = 0;
        foreach (var token in tokens)
        {
            nouns += token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? 1 : 0;
            others += token.Tag is PartOfSpeech.Verb or PartOfSpeech.Adj ? 1 : 0;
            marks += token.Tag is PartOfSpeech.Punct or PartOfSpeech.Num ? 1 : 0;
        }

        return tokens.IsEmpty || tokens[^1].Lemma is "say" ? 0 : (nouns > 0 ? 1 : 0) + (nouns + others > 1 ? 1 : 0) + (marks == 0 ? 1 : 0);
    }

    private static string TextOf(Document document, (int First, int End) range) =>
        range.End > range.First ? new TextSpan(document.Tokens[range.First].Start, document.Tokens[range.End - 1].End).Of(document.Text) : "";

    /// <summary>Before the first mark or "and" after a value.</summary>
    private static int EndAfter(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (i > first && document.Tokens[i].Tag is PartOfSpeech.Cconj or PartOfSpeech.Punct && document.Form(i) is not ("-" or "’" or "'"))
                return i;

        return end;
    }

    /// <summary>After the last mark before a value that leaves a noun or a name.</summary>
    private static int StartBefore(Document document, int first, int end)
    {
        var hasNoun = false;
        for (var i = end - 1; i >= first; i--)
        {
            if (hasNoun && document.Form(i) is "," or ";" or ":" or "–" or "—" or "“" or "”" or "\"")
                return i + 1;

            hasNoun |= document.Tokens[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;
        }

        return first;
    }

    /// <summary>The range without marks and small words at its ends.</summary>
    private static (int First, int End) Trim(Document document, int first, int end)
    {
        while (first < end && (IsSmall(document.Tokens[first]) || document.Tokens[first].Lemma is "say" or "that"))
            first++;

        while (end > first && (IsSmall(document.Tokens[end - 1]) || document.Tokens[end - 1].Tag is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num))
            end--;

        return (first, end);
    }

    private static bool IsSmall(Token token) => token.Tag is PartOfSpeech.Punct or PartOfSpeech.Adp or PartOfSpeech.Cconj or PartOfSpeech.Sconj or PartOfSpeech.Part or PartOfSpeech.Aux or PartOfSpeech.Sym;
}
