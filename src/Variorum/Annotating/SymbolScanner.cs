using System.Buffers;

namespace Variorum.Annotating;

/// <summary>Marks that mean something only together: emoticons, and runs of marks that draw a line or shout.</summary>
internal static class SymbolScanner
{
    /// <summary>Longer ones first.</summary>
    private static readonly string[] Emoticons =
    [
        ":'-(", ":'-)", ":-)", ":-(", ":-D", ":-P", ":-p", ":-/", ":-|", ":-]", ";-)", ";-(", ":'(", ":')", ":o)", "=-)", "8-)", "^_^", "-_-", ">:(",
        ":)", ":(", ":D", ":P", ":p", ":]", ";)", ";(", ";D", ";P", "=)", "=(", "=D", "=P", "=]", "<3",
    ];

    private static readonly SearchValues<char> Openers = SearchValues.Create(":;=8^->< ");

    /// <summary>How long the emoticon that begins at <paramref name="at"/> is; 0 for none.</summary>
    /// <remarks>A bracket that closes one opened in the same run belongs to that ("(at 8:)").</remarks>
    public static int EmoticonLength(ReadOnlySpan<char> text, int at, TextSpan run)
    {
        if (!Openers.Contains(text[at]))
        {
            return 0;
        }

        var rest = text[at..run.End];
        foreach (var face in Emoticons)
        {
            if (rest.StartsWith(face, StringComparison.Ordinal))
            {
                return IsFree(text, at, at + face.Length, run) ? Repeated(rest, face.Length) : 0;
            }
        }

        return 0;
    }

    /// <summary>How many marks from <paramref name="at"/> on are one token.</summary>
    public static int RunLength(ReadOnlySpan<char> text, int at, int end)
    {
        var first = text[at];
        if (text[at..end].StartsWith("..", StringComparison.Ordinal))
        {
            var others = text[at..end].IndexOfAnyExcept('.');
            return others < 0 ? end - at : others;
        }

        var length = 1;
        while (at + length < end && Continues(first, text[at + length]))
        {
            length++;
        }

        return length;
    }

    private static int Repeated(ReadOnlySpan<char> rest, int length)
    {
        while (length < rest.Length && rest[length] is ')' or '(' && rest[length] == rest[length - 1])
        {
            length++;
        }

        return length;
    }

    private static bool IsFree(ReadOnlySpan<char> text, int at, int stop, TextSpan run)
    {
        if (stop < run.End && Letters.WordUnits(text, stop) > 0)
        {
            return false;
        }

        var isAlone = at == run.Start || text[at - 1] is '.' or '!' or '?' or ',' or ')';
        return isAlone || (!char.IsLetterOrDigit(text[stop - 1]) && text[stop - 1] != '/' && !text[Math.Max(run.Start, at - 64)..at].Contains('('));
    }

    private static bool Continues(char first, char next) => first switch
    {
        '.' or '!' or '?' => next is '.' or '!' or '?',
        '-' or '=' => next is '-' or '=',
        '*' or '_' or '~' or '#' or '<' or '>' or '$' or '+' or '/' or '\\' or '^' or '|' => next == first,
        _ => next is '\uFE0F' or '\u200D',
    };
}
