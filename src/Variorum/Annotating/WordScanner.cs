using System.Collections.Frozen;

namespace Variorum.Annotating;

/// <summary>Where a word or number ends, by the conventions of the English Universal Dependencies treebanks.</summary>
/// <remarks>Hyphens part words ("Iran - backed", "ninety - nine") but not prefixes ("co-founder").</remarks>
internal static class WordScanner
{
    private static readonly FrozenSet<string> Prefixes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "e", "co", "re", "pre", "pro", "non", "anti", "ex", "semi", "multi", "mid", "sub", "un", "ultra", "inter", "intra", "counter", "de", "bi", "tri",
        "neo", "mini", "micro", "macro", "mega", "quasi", "pseudo", "trans", "extra", "post", "hyper", "psycho", "uber", "cross", "over", "mis", "socio");

    private static readonly FrozenSet<string> Units = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "am", "pm", "km", "m", "cm", "mm", "kg", "g", "mg", "lb", "lbs", "oz", "ft", "mph", "kph", "kmh", "mb", "gb", "tb", "bn", "tn", "mn", "k", "b", "t",
        "million", "billion", "gmt", "est", "edt", "hrs", "hr", "h", "min", "mins", "sec", "secs", "yr", "yrs", "mw", "gw", "kw", "hz", "mhz", "ghz", "pp", "pc", "ha", "x");

    private const int LongestBroken = 3;

    /// <summary>Where the word that begins at <paramref name="start"/> ends, at most at <paramref name="end"/>.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int end)
    {
        text = text[..end];
        var at = start;
        while (at < end)
        {
            var units = Letters.WordUnits(text, at);
            if (units == 0)
            {
                units = Joins(text, start, at) ? 1 : 0;
            }

            if (units == 0)
            {
                at += BrokenLength(text, start, at);
                break;
            }

            at += units;
        }

        return Letters.IsDigit(text, start) ? UnitStart(text, start, at) : at;
    }

    /// <summary>Whether the mark at <paramref name="at"/> holds together what stands on its two sides.</summary>
    private static bool Joins(ReadOnlySpan<char> text, int start, int at) => text[at] switch
    {
        '.' => JoinsStop(text, start, at),
        ',' => IsBetweenDigits(text, at) && Letters.IsDigit(text, at + 2) && Letters.IsDigit(text, at + 3) && !Letters.IsDigit(text, at + 4),
        ':' or '/' => IsBetweenDigits(text, at),
        '-' or '‐' or '‑' => JoinsHyphen(text, start, at),
        '&' => at - start <= 3 && char.IsUpper(text[at - 1]) && at + 1 < text.Length && char.IsUpper(text[at + 1]),
        _ => Letters.IsApostrophe(text[at]) && Letters.IsLetter(text, at + 1) && (Letters.IsLetter(text, at - 1) || Contractions.IsDecade(text[start..at])),
    };

    private static bool IsBetweenDigits(ReadOnlySpan<char> text, int at) => Letters.IsDigit(text, at - 1) && Letters.IsDigit(text, at + 1);

    private static bool JoinsStop(ReadOnlySpan<char> text, int start, int at)
    {
        if (IsBetweenDigits(text, at))
        {
            return true;
        }

        if (!Letters.IsLetter(text, at + 1))
        {
            return false;
        }

        var form = text[start..at];
        var isLone = Letters.WordUnits(text, at + 2) == 0;
        return isLone && (form.Length == 1 ? char.IsLetter(form[0]) : StopScanner.IsDotted(form) || form.Equals("Ph", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The tail of a word that was begun and not finished ("th- the"), shortened ("w/", "w/o", "b/c") or cut before another ("re- and").</summary>
    private static int BrokenLength(ReadOnlySpan<char> text, int start, int at)
    {
        if (at == text.Length || at - start > LongestBroken || (start > 0 && !Letters.IsBlank(text[start - 1])))
        {
            return 0;
        }

        var isLast = at + 1 == text.Length;
        return text[at] switch
        {
            '-' => (isLast || text[at + 1] == ',') && Letters.IsLetter(text, at - 1) ? 1 : 0,
            '/' when at - start == 1 => text[start] is 'w' or 'W' && isLast ? 1 : IsShortened(text[start..]) ? 2 : 0,
            _ => 0,
        };
    }

    private static bool IsShortened(ReadOnlySpan<char> run) =>
        run.Length >= 3 && (run.Length == 3 || !char.IsLetterOrDigit(run[3]))
        && run[..3] is "b/c" or "w/o" or "l/c" or "n/a" or "B/C" or "W/O" or "L/C" or "N/A" or "I/C";

    private static bool JoinsHyphen(ReadOnlySpan<char> text, int start, int at)
    {
        if (IsBetweenDigits(text, at))
        {
            return IsPhoneOrDate(text, start, at);
        }

        if (!Letters.IsLetter(text, at + 1))
        {
            return false;
        }

        var form = text[start..at];
        return form.Length <= 7 && Contains(Prefixes, form);
    }

    /// <summary>Groups of digits of a telephone number or an ISO date; a range such as "22-24" is three tokens.</summary>
    private static bool IsPhoneOrDate(ReadOnlySpan<char> text, int start, int at)
    {
        var before = at - start;
        var after = DigitsFrom(text, at + 1);
        var isFirst = !text[start..at].Contains('-');
        if (!isFirst)
        {
            return after <= 5;
        }

        var hasThird = at + 1 + after < text.Length && text[at + 1 + after] == '-' && Letters.IsDigit(text, at + 2 + after);
        return hasThird ? before <= 4 && after <= 4 : (before == 3 && after == 4) || (before == 1 && after is 4 or 5);
    }

    private static int DigitsFrom(ReadOnlySpan<char> text, int at)
    {
        var length = 0;
        while (length < 9 && Letters.IsDigit(text, at + length))
        {
            length++;
        }

        return length;
    }

    /// <summary>"5pm" and "10km" are two words; "20th", "1990s" and "5G" are one.</summary>
    private static int UnitStart(ReadOnlySpan<char> text, int start, int end)
    {
        var at = start;
        while (at < end && !char.IsLetter(text[at]))
        {
            at++;
        }

        return at < end && end - at <= 7 && Letters.IsDigit(text, at - 1) && Contains(Units, text[at..end]) && !text[at..end].SequenceEqual("G") ? at : end;
    }

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
