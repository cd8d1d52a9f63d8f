using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds utterances that accounts print in quotation marks with different words.</summary>
/// <remarks>
/// <b>Method.</b> A shorter cut of the same words is no difference; nor are capitals, marks and bracketed insertions. Two
/// wordings differ where, aligned word by word, at least one telling word of each has no equal in the other.
/// </remarks>
internal sealed class WordingConflicts(Story story, GroupIndex index)
{
    /// <summary>The conflicts, in the order of the utterances.</summary>
    public IEnumerable<Conflict> Find(ImmutableArray<Utterance> utterances)
    {
        foreach (var utterance in utterances)
        {
            var sides = Sides(utterance);
            if (sides.Count > 1)
                yield return Make(utterance, sides);
        }
    }

    /// <summary>The wordings in quotation marks, those that only cut another with it. The most widely printed first.</summary>
    private List<List<Wording>> Sides(Utterance utterance)
    {
        var sides = new List<List<Wording>>();
        foreach (var wording in utterance.Wordings.Where(IsMarked))
        {
            var side = sides.Find(s => s.TrueForAll(other => !Differ(wording, other)));
            if (side is null && !sides.TrueForAll(s => s.Exists(other => Differ(wording, other))))
                continue;

            if (side is null)
                sides.Add([wording]);
            else
                side.Add(wording);
        }

        return sides;
    }

    /// <summary>Whether all of a wording stands in quotation marks in its article.</summary>
    private bool IsMarked(Wording wording) =>
        story.Readings[wording.Citation.Article].Quotes.Any(quote => quote.Quoted.Any(quoted => quoted.Contains(wording.Citation.Span)));

    private string[] Words(Wording wording)
    {
        var document = story.Readings[wording.Citation.Article].Document;
        var (first, end) = document.TokensOf(wording.Citation.Span);
        return [.. Enumerable.Range(first, end - first)
            .Where(i => document.Tokens[i].Tag is not PartOfSpeech.Punct and not PartOfSpeech.Sym)
            .Select(i => document.Tokens[i])
            .Select(token => Tells(token) ? token.Lemma.ToLowerInvariant() : "")
            .Where(word => word.Length > 0)];
    }

    private static bool Tells(Token token) =>
        token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Num && token.Lemma is not ("be" or "have" or "do");

    /// <summary>Whether two wordings of different articles are one sentence told with other words: most telling words shared, and each with one the other lacks.</summary>
    private bool Differ(Wording left, Wording right)
    {
        if (left.Articles.Intersect(right.Articles).Any())
            return false;

        var (words, others) = (Words(left), Words(right));
        var lacking = words.Count(word => !others.Any(other => IsOneWord(word, other)));
        var added = others.Count(other => !words.Any(word => IsOneWord(word, other)));
        var shared = Math.Min(words.Length - lacking, others.Length - added);
        return lacking >= 1 && added >= 1 && shared >= 2 && shared * 2 >= Math.Min(words.Length, others.Length) && shared * 3 >= Math.Max(words.Length, others.Length);
    }

    /// <summary>One word, or one word in two spellings ("centre", "center").</summary>
    private static bool IsOneWord(string left, string right) =>
        string.Equals(left, right, StringComparison.Ordinal)
        || (Math.Min(left.Length, right.Length) >= 5 && left[0] == right[0] && left[^1] == right[^1] && Math.Abs(left.Length - right.Length) <= 1 && left.Order().SequenceEqual(right.Order()))
        || (Math.Min(left.Length, right.Length) >= 6 && Math.Abs(left.Length - right.Length) == 1 && IsOneLetterMore(left, right));

    private static bool IsOneLetterMore(string left, string right)
    {
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at])
            at++;

        return shorter.AsSpan(at).SequenceEqual(longer.AsSpan(at + 1));
    }

    private Conflict Make(Utterance utterance, List<List<Wording>> sides)
    {
        var values = sides
            .OrderByDescending(side => side.SelectMany(wording => wording.Articles).Distinct().Count())
            .Select(side => new ConflictValue(Text(side[0]), Text(side[0]), [.. side.Select(wording => wording.Citation)]))
            .ToImmutableArray();
        var first = sides[0][0].Citation;
        return new Conflict(utterance.SpeakerName is { } speaker ? $"{speaker}: {Text(sides[0][0])}" : Text(sides[0][0]), ConflictKind.Wording, index.Around(story, first), values, "quoted-words");
    }

    private string Text(Wording wording) => wording.Citation.Span.Of(story.Readings[wording.Citation.Article].Article.Text);
}
