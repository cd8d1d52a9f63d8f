using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Words of the sources that say what a conflict is about.</summary>
internal static class Subject
{
    private const int MostWords = 9;

    /// <summary>The words around the first value, without the value.</summary>
    public static string Of(Story story, ImmutableArray<ImmutableArray<ToldValue>> question) => Of(story, question[0][0]);

    /// <summary>The words before a value in its clause, or those after it where the value stands first.</summary>
    public static string Of(Story story, ToldValue value)
    {
        var document = story.Readings[value.Article].Document;
        var (first, end) = document.TokensOf(value.Clause);
        var (open, close) = document.TokensOf(value.Span);
        var before = Trim(document, Math.Max(first, open - MostWords), open);
        var after = Trim(document, close, Math.Min(end, close + MostWords));
        var isAfter = value.Quantity is { Counted: not null } || Length(before) < Length(after);
        var (from, to) = isAfter && Length(after) > 0 ? after : before;
        return to > from ? new TextSpan(document.Tokens[from].Start, document.Tokens[to - 1].End).Of(document.Text) : value.Clause.Of(document.Text);
    }

    private static int Length((int First, int End) range) => range.End - range.First;

    /// <summary>The range without marks and small words at its ends.</summary>
    private static (int First, int End) Trim(Document document, int first, int end)
    {
        while (first < end && IsSmall(document.Tokens[first]))
            first++;

        while (end > first && IsSmall(document.Tokens[end - 1]))
            end--;

        return (first, end);
    }

    private static bool IsSmall(Token token) => token.Tag is PartOfSpeech.Punct or PartOfSpeech.Adp or PartOfSpeech.Cconj or PartOfSpeech.Sconj or PartOfSpeech.Part or PartOfSpeech.Aux or PartOfSpeech.Sym;
}
