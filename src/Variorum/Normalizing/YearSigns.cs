using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>Whether four figures are a year or a count: "in 2022" against "2000 people".</summary>
internal static class YearSigns
{
    private static readonly FrozenSet<string> Openers = Vocabulary.Words(
        [
            "in", "since", "until", "till", "by", "of", "from", "before", "after", "during", "year", "fiscal", "early", "late", "mid", "through",
            "circa", "the", "year's", "class", "s",
        ]);

    private static readonly FrozenSet<string> Units = Vocabulary.Words(
        [
            "people", "men", "women", "children", "percent", "per", "pct", "million", "billion", "thousand", "dollars", "euros", "pounds", "yen",
            "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet", "ft", "acres", "hectares", "tons", "tonnes", "pounds", "kg",
            "hours", "days", "years", "minutes", "seconds", "others", "more", "jobs", "gmt", "local", "hrs", "times", "points",
        ]);

    private static readonly FrozenSet<string> Counters = Vocabulary.Words(
        [
            "about", "around", "some", "nearly", "almost", "over", "least", "than", "approximately", "roughly", "exactly", "another", "only", "no", "number",
            "flight", "flt", "room", "route", "highway", "up",
        ]);

    /// <summary>Whether a run of four digits stands for a year.</summary>
    public static bool IsYear(Pieces pieces, int at, int year)
    {
        if (year is < 1500 or > 2100 || pieces.IsAny(at - 1, Counters) || pieces.IsAny(at + 1, Units) || IsPartOfNumber(pieces, at))
            return false;

        if (pieces.IsAny(at - 1, Openers))
            return true;

        return year is >= 1800 and <= 2100 && !IsPluralNoun(pieces, at + 1);
    }

    /// <summary>Whether the digits belong to a longer sign: an amount, a decimal, a telephone or a flight number.</summary>
    public static bool IsPartOfNumber(Pieces pieces, int at) =>
        pieces.Form(at - 1) is "$" or "£" or "€" or "#" or "¥"
        || (pieces.IsGlued(at) && (pieces.IsWord(at - 1) || (pieces.Form(at - 1) is "." or "," or "-" or "/" or ":" or "+" && pieces.IsGlued(at - 1) && pieces.IsDigits(at - 2))))
        || (pieces.IsGlued(at + 1) && (pieces.Is(at + 1, "%") || (pieces.IsWord(at + 1) && !pieces.Is(at + 1, "s")) || (pieces.Form(at + 1) is "," or "." or ":" && pieces.IsGlued(at + 2) && pieces.IsDigits(at + 2))));

    /// <summary>A lower-case word in -s directly after: what is counted.</summary>
    private static bool IsPluralNoun(Pieces pieces, int at) =>
        pieces.IsWord(at) && !pieces.IsCapital(at) && pieces.Length(at) > 3 && pieces.Form(at).EndsWith("s", StringComparison.Ordinal) && !pieces.Form(at).EndsWith("ss", StringComparison.Ordinal);
}
