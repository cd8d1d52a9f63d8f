namespace Variorum.Annotating;

/// <summary>Whether a stop after a word belongs to the word, as an abbreviation's, or stands by itself.</summary>
internal static class StopScanner
{
    /// <summary>No abbreviation is longer (UTF-16 units); a run of letters and stops without end is not read again from its start at each.</summary>
    private const int LongestDotted = 32;

    /// <param name="text">A whole text.</param>
    /// <param name="word">The word before the stop.</param>
    /// <param name="end">Where the paragraph ends.</param>
    public static bool Belongs(ReadOnlySpan<char> text, TextSpan word, int end)
    {
        var stop = word.End;
        if (stop >= end || text[stop] != '.' || IsEllipsis(text, stop, end) || !char.IsLetter(text[word.Start]))
        {
            return false;
        }

        var form = text[word.Start..word.End];
        if (IsDotted(form))
        {
            return true;
        }

        return form.Length == 1 ? IsInitial(text, word, end) : IsAbbreviation(text, word, end);
    }

    /// <summary>More stops than a word's own and its sentence's.</summary>
    private static bool IsEllipsis(ReadOnlySpan<char> text, int stop, int end) =>
        stop + 1 < end && text[stop + 1] == '.' && !(IsDotted(text[Math.Max(0, stop - 3)..stop]) && (stop + 2 >= end || text[stop + 2] != '.'));

    /// <summary>Single letters parted by stops ("U.S", "a.m").</summary>
    public static bool IsDotted(ReadOnlySpan<char> form)
    {
        if (form.Length is < 3 or > LongestDotted)
        {
            return false;
        }

        for (var i = 0; i < form.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(form[i]) : form[i] != '.')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInitial(ReadOnlySpan<char> text, TextSpan word, int end)
    {
        var letter = text[word.Start];
        var next = NextWord(text, word.End + 1, end);
        if (char.IsAsciiLetterLower(letter))
        {
            return letter is 'v' or 'p' or 'c' && next.Length > 0 && (char.IsUpper(next[0]) || char.IsAsciiDigit(next[0])) && !Abbreviations.Opens(next);
        }

        return char.IsUpper(letter) && next.Length > 0 && char.IsUpper(next[0]) && (!Abbreviations.Opens(next) || IsInitialLetter(next))
            && (letter != 'I' || FollowsName(text, word.Start));
    }

    /// <summary>"A" and "I" open sentences and stand in names: before a stop they are initials ("J. A. Smith").</summary>
    private static bool IsInitialLetter(ReadOnlySpan<char> next) => next.Length > 1 && next[1] == '.';

    private static bool FollowsName(ReadOnlySpan<char> text, int start)
    {
        var i = start - 1;
        while (i >= 0 && text[i] == ' ')
        {
            i--;
        }

        while (i > 0 && char.IsLetter(text[i - 1]))
        {
            i--;
        }

        return i >= 0 && char.IsUpper(text[i]);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> text, TextSpan word, int end)
    {
        var form = text[word.Start..word.End];
        return Abbreviations.Find(form) switch
        {
            AbbreviationKind.Title or AbbreviationKind.Word => char.IsUpper(form[0]) || form is "etc" or "vs" or "al" or "cf" or "viz" or "ca" or "approx" or "est" or "dept" or "govt" or "ret" or "retd",
            AbbreviationKind.Number => NextWord(text, word.End + 1, end) is [>= '0' and <= '9', ..],
            AbbreviationKind.Place => char.IsUpper(form[0]) && FollowsComma(text, word.Start),
            _ => false,
        };
    }

    private static bool FollowsComma(ReadOnlySpan<char> text, int start)
    {
        var i = start - 1;
        while (i >= 0 && text[i] == ' ')
        {
            i--;
        }

        return i >= 0 && text[i] == ',';
    }

    /// <summary>What follows after blanks, up to and with the mark after the word; empty at the end.</summary>
    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text, int from, int end)
    {
        while (from < end && Letters.IsBlank(text[from]))
        {
            from++;
        }

        var stop = from;
        while (stop < end && stop - from < 24 && char.IsLetterOrDigit(text[stop]))
        {
            stop++;
        }

        return stop == from ? [] : text[from..(stop - from == 1 && stop < end ? stop + 1 : stop)].TrimEnd();
    }
}
