namespace Variorum.Annotating;

/// <summary>Parts what is written together: "don't", "Iran's", "cannot".</summary>
internal static class Contractions
{
    private static readonly string[] Clitics = ["s", "m", "d", "re", "ve", "ll"];

    /// <summary>Whole words without an apostrophe, with the length of their first part.</summary>
    private static readonly (string Word, int First)[] Words =
    [
        ("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3), ("gimme", 3), ("lemme", 3), ("dunno", 2),
        ("dont", 2), ("didnt", 3), ("doesnt", 4), ("isnt", 2), ("wasnt", 3), ("werent", 4), ("wouldnt", 5), ("couldnt", 5), ("shouldnt", 6), ("havent", 4), ("hasnt", 3), ("arent", 3),
    ];

    /// <summary>Where the second part of <paramref name="word"/> begins; its length where it has only one.</summary>
    public static int Split(ReadOnlySpan<char> word)
    {
        var at = word.LastIndexOfAny("'’‘`ʼ");
        if (at > 0)
        {
            var tail = word[(at + 1)..];
            return tail is "t" or "T" && at > 1 && word[at - 1] is 'n' or 'N' ? at - 1 : IsClitic(tail) ? at : word.Length;
        }

        if (word.Length is >= 4 and <= 8)
        {
            foreach (var (whole, first) in Words)
            {
                if (word.Equals(whole, StringComparison.OrdinalIgnoreCase))
                {
                    return first;
                }
            }
        }

        return word.Length;
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
