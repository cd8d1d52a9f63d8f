using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Parts what is written together: "don't", "Iran's", "cannot".</summary>
internal static class Contractions
{
    private const int LongestWhole = 9;

    /// <summary>Words that no possessive stands before.</summary>
    private static readonly FrozenSet<string> Predicates = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "an", "the", "not", "been", "really", "simply", "just", "also", "like", "nothing", "definitely", "getting", "so", "gonna", "going", "probably",
        "because", "in", "for", "from", "as", "called", "between");

    private static readonly string[] Clitics = ["s", "m", "d", "re", "ve", "ll"];

    /// <summary>Whole words without an apostrophe, with the length of their first part.</summary>
    private static readonly Lazy<FrozenDictionary<string, int>> Wholes = new(() =>
        Lexicon.Rows("contractions").ToFrozenDictionary(row => row[0] + row[1], row => row[0].Length, StringComparer.OrdinalIgnoreCase));

    /// <summary>Where the second part of <paramref name="word"/> begins; its length where it has only one.</summary>
    public static int Split(ReadOnlySpan<char> word)
    {
        var at = word.LastIndexOfAny("'’‘`ʼ");
        if (at > 0)
        {
            var tail = word[(at + 1)..];
            return IsDecade(word[..at]) ? word.Length : tail is "t" or "T" && at > 1 && word[at - 1] is 'n' or 'N' ? at - 1 : IsClitic(tail) ? at : word.Length;
        }

        return word.Length is >= 2 and <= LongestWhole && Wholes.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var first) && IsContracted(word)
            ? first
            : word.Length;
    }

    /// <summary>"IM" is a message, "ILL" a state; "Im" and "im" are neither.</summary>
    private static bool IsContracted(ReadOnlySpan<char> word) => word.Length > 3 || !char.IsUpper(word[^1]);

    /// <summary>Where "its" and "your" were typed for "it's" and "you're", as the word after tells; the word's length elsewhere.</summary>
    public static int SplitBefore(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        var isSlip = (word.Equals("its", StringComparison.OrdinalIgnoreCase) || word.Equals("your", StringComparison.OrdinalIgnoreCase))
            && Predicates.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next);
        return isSlip ? word.Length == 3 ? 2 : 3 : word.Length;
    }

    /// <summary>Whether two tokens without a blank between them are one word in print.</summary>
    /// <param name="text">A whole text.</param>
    /// <param name="first">A token.</param>
    /// <param name="second">The next.</param>
    /// <param name="isPossessive">Whether the next was taken for a genitive's mark.</param>
    public static bool IsJoined(ReadOnlySpan<char> text, TextSpan first, TextSpan second, bool isPossessive)
    {
        if (first.End != second.Start || Letters.WordUnits(text, first.End - 1) == 0)
        {
            return false;
        }

        var tail = text[second.Start..second.End];
        if (Letters.IsApostrophe(tail[0]))
        {
            return tail.Length > 1 ? IsClitic(tail[1..]) : isPossessive;
        }

        return char.IsLetter(tail[0]) && char.IsLetter(text[first.End - 1]) && (Split(text[first.Start..second.End]) == first.Length || tail is "s" or "r") && tail is not ("lot" or "while");
    }

    /// <summary>How long the clitic that begins at an apostrophe is, with the apostrophe; 0 for none.</summary>
    public static int CliticLength(ReadOnlySpan<char> text, int at)
    {
        var length = 1;
        while (Letters.WordUnits(text, at + length) > 0 && length < 4)
        {
            length++;
        }

        return length <= 3 && IsClitic(text.Slice(at + 1, length - 1)) ? length : 0;
    }

    /// <summary>"the 1960's" are many years, no year's.</summary>
    public static bool IsDecade(ReadOnlySpan<char> number) => number.Length is 2 or 4 && number[^1] == '0' && !number.ContainsAnyExceptInRange('0', '9');

    private static bool IsClitic(ReadOnlySpan<char> tail)
    {
        foreach (var clitic in Clitics)
        {
            if (tail.Equals(clitic, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
