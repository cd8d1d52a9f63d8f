using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>A length of time: "three days", "a year", "several weeks", "more than 40 hours", "10-minute".</summary>
/// <param name="Count">How many units; null for an unsaid number ("several").</param>
/// <param name="Unit">Of what.</param>
/// <param name="End">One past its last piece.</param>
internal readonly record struct Amount(decimal? Count, TimeUnit Unit, int End)
{
    private static readonly FrozenSet<string> Some = Vocabulary.Words(["several", "few", "many", "some", "numerous", "couple"]);

    private static readonly FrozenSet<string> Qualities = Vocabulary.Words("more", "full", "long", "straight", "consecutive", "whole");

    /// <summary>TIMEX3 duration ("P3D", "PT10M", "PXW").</summary>
    public string Value
    {
        get
        {
            var (prefix, letter, factor) = Unit switch
            {
                TimeUnit.Second => ("PT", "S", 1),
                TimeUnit.Minute => ("PT", "M", 1),
                TimeUnit.Hour => ("PT", "H", 1),
                TimeUnit.Week => ("P", "W", 1),
                TimeUnit.Weekend => ("P", "WE", 1),
                TimeUnit.Fortnight => ("P", "W", 2),
                TimeUnit.Month => ("P", "M", 1),
                TimeUnit.Quarter => ("P", "Q", 1),
                TimeUnit.Year => ("P", "Y", 1),
                TimeUnit.Decade => ("P", "Y", 10),
                TimeUnit.Century => ("P", "Y", 100),
                _ => ("P", "D", 1),
            };
            return Count is { } count && count < 1_000_000_000m ? $"{prefix}{(count * factor).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)}{letter}" : $"{prefix}X{letter}";
        }
    }

    /// <summary>Reads the amount that opens at a piece.</summary>
    public static Amount? Read(Pieces pieces, int number)
    {
        if (Unsaid(pieces, number) is { } unsaid)
            return unsaid;

        if (Half(pieces, number) is { } half)
            return half;

        var isOne = pieces.IsOneOf(number, "a", "an");
        var count = isOne && !pieces.Is(number + 1, "hundred") && !pieces.Is(number + 1, "thousand")
            ? pieces.Is(number + 1, "dozen") ? new Numeral(12, number + 2, IsFigures: false) : new Numeral(1, number + 1, IsFigures: false)
            : Numeral.Read(pieces, number);
        return count is { } c && !(pieces.IsDigits(number) && YearSigns.IsPartOfNumber(pieces, number)) ? Counted(pieces, number, c) : null;
    }

    private static Amount? Counted(Pieces pieces, int number, Numeral count)
    {
        var at = pieces.IsGluedMark(count.End, '-') || pieces.IsGluedMark(count.End, '‑') ? count.End + 1 : count.End;
        at = pieces.IsAny(at, Qualities) ? at + 1 : at;
        if (!CalendarNames.IsUnit(pieces, at, out var unit) || !Agrees(pieces, at, unit, count) || IsCompound(pieces, at + 1) || IsAge(pieces, at + 1) || IsFraction(pieces, number, unit))
            return null;

        var hasHalf = pieces.Is(at + 1, "and") && pieces.Is(at + 2, "a") && pieces.Is(at + 3, "half");
        return hasHalf ? new Amount(count.Value + 0.5m, unit, at + 4) : new Amount(count.Value, unit, at + 1);
    }

    private static Amount? Half(Pieces pieces, int at)
    {
        if (!pieces.Is(at, "half"))
            return null;

        var unit = pieces.IsDash(at + 1) ? at + 2 : pieces.Skip(pieces.Skip(at + 1, "a"), "an");
        return unit > at + 1 && CalendarNames.IsUnit(pieces, unit, out var found) && found is not (TimeUnit.Second or TimeUnit.Quarter)
            ? new Amount(0.5m, found, unit + 1) : null;
    }

    private static Amount? Unsaid(Pieces pieces, int at)
    {
        var word = pieces.Skip(at, "a");
        if (!pieces.IsAny(word, Some) || (pieces.Is(word, "some") && Numeral.Read(pieces, word + 1) is not null))
            return null;

        var unit = pieces.Skip(pieces.Skip(word + 1, "of"), "more");
        return CalendarNames.IsUnit(pieces, unit, out var found) && pieces.Form(unit).EndsWith("s", StringComparison.OrdinalIgnoreCase)
            ? new Amount(pieces.Is(word, "couple") ? 2 : null, found, unit + 1) : null;
    }

    /// <summary>"three days" and "three-day", not "three day"; "one second" only where it is no ordinal.</summary>
    private static bool Agrees(Pieces pieces, int at, TimeUnit unit, Numeral count)
    {
        var isAdjective = at > count.End;
        var isPlural = pieces.Form(at).EndsWith("s", StringComparison.OrdinalIgnoreCase);
        return (isPlural || isAdjective || count.Value == 1) && !(unit == TimeUnit.Quarter && isAdjective) && (unit != TimeUnit.Second || IsSeconds(pieces, at, count));
    }

    /// <summary>"year-earlier", "week-on-week".</summary>
    private static bool IsCompound(Pieces pieces, int at) => pieces.IsGluedMark(at, '-') && pieces.IsGlued(at + 1) && pieces.IsWord(at + 1) && !pieces.Is(at + 1, "long") && !pieces.Is(at + 1, "old");

    private static bool IsSeconds(Pieces pieces, int at, Numeral count) => pieces.Is(at, "seconds") || (count.Value == 1 && !pieces.IsWord(at + 1) && pieces.Is(at - 1, "one"));

    private static bool IsFraction(Pieces pieces, int number, TimeUnit unit) => unit == TimeUnit.Quarter && (pieces.IsOneOf(number, "a", "one")) && !pieces.Is(number - 1, "for");

    /// <summary>"years old", "-year-old", "years of age".</summary>
    private static bool IsAge(Pieces pieces, int at)
    {
        var old = pieces.IsDash(at) ? at + 1 : at;
        return pieces.IsOneOf(old, "old", "olds") || (pieces.Is(at, "of") && pieces.Is(at + 1, "age"));
    }
}
