using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Months, seasons, quarters, years, decades and parts of them: "late July", "mid-2022", "the third quarter", "the 1990s".</summary>
internal static class PeriodRules
{
    private static readonly FrozenSet<string> Before = Vocabulary.Words(
        [
            "in", "since", "until", "till", "by", "of", "from", "to", "through", "during", "before", "after", "for", "between", "and", "last", "next",
            "this", "early", "late", "mid", "each", "every", "or", "later", "earlier",
        ]);

    private static readonly FrozenDictionary<string, int> Ordinals = Vocabulary.Of<int>(
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4));

    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<TimeRule> All { get; } =
    [
        new("part-of-period", PartOf),
        new("month", (scan, at) => Month(scan, at, Part.Whole, isAfterPart: false)),
        new("quarter", QuarterOf),
        new("season", (scan, at) => SeasonOf(scan, at, Part.Whole)),
        new("decade", Decade),
        new("century", Century),
        new("year-range", YearRange),
        new("year", (scan, at) => Year(scan, at, Part.Whole)),
        new("fiscal-year", FiscalYear),
    ];

    /// <summary>"late July", "early in 2022", "mid-March", "the end of October", "the beginning of the year 2020".</summary>
    private static TimeReading? PartOf(TimeScan scan, int at)
    {
        if (PartAt(scan.Pieces, at, out var end) is not { } part)
            return null;

        return Month(scan, end, part, isAfterPart: true) ?? SeasonOf(scan, end, part) ?? DecadeOrYear(scan, end, part);
    }

    private static TimeReading? DecadeOrYear(TimeScan scan, int at, Part part) => Decade(scan, at) ?? Year(scan, at, part);

    /// <summary>The words for a part of a period, up to the period itself.</summary>
    public static Part? PartAt(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        if (pieces.IsOneOf(at, "early", "late", "mid"))
        {
            end = pieces.IsDash(end) ? end + 1 : pieces.Skip(end, "in");
            return pieces.Is(at, "early") ? Part.Early : pieces.Is(at, "late") ? Part.Late : Part.Middle;
        }

        at = pieces.Skip(at, "the");
        end = pieces.Skip(at + 2, "the");
        Part? part = pieces.IsOneOf(at, "beginning", "start") ? Part.Early
            : pieces.Is(at, "middle") ? Part.Middle
            : pieces.Is(at, "end") ? Part.Late : null;
        return pieces.Is(at + 1, "of") ? part : null;
    }

    private static TimeReading? Month(TimeScan scan, int at, Part part, bool isAfterPart)
    {
        var pieces = scan.Pieces;
        var month = CalendarNames.Month(pieces, at, out var end);
        if (month == 0)
            return null;

        var of = pieces.Skip(pieces.SkipMark(end, ','), "of");
        if (YearAt(pieces, of) is var year and > 0)
            return TimeReading.Month(of + 1, year, month, part);

        if (YearTurned(scan, of) is { } turned)
            return TimeReading.Month(of + 2, turned, month, part);

        var needsSign = CalendarNames.IsCommonWord(pieces, at) || CalendarNames.IsShort(pieces, at);
        if ((needsSign && !isAfterPart && !pieces.IsAny(at - 1, Before)) || IsName(pieces, at, end))
            return null;

        return scan.YearOf(month, 15, at) is { } near
            ? TimeReading.Month(end, near, month, part)
            : TimeReading.Loose(end, TimeType.Date, $"XXXX-{month:00}");
    }

    /// <summary>"this year", "last year", "next year".</summary>
    private static int? YearTurned(TimeScan scan, int at) =>
        scan.Pieces.IsOneOf(at, "this", "last", "next") && scan.Pieces.Is(at + 1, "year") && scan.Anchor is { Year: > 1 and < 9999 } anchor
            ? anchor.Year + (scan.Pieces.Is(at, "this") ? 0 : scan.Pieces.Is(at, "last") ? -1 : 1) : null;

    /// <summary>Whether a month's name belongs to a longer name ("June Carter", "April O'Neil", "Women's March").</summary>
    private static bool IsName(Pieces pieces, int at, int end) =>
        CalendarNames.IsCommonWord(pieces, at) && (pieces.IsWord(end) && pieces.IsCapital(end) || pieces.Is(at - 1, "the") || (pieces.IsApostrophe(at - 2) && pieces.Is(at - 1, "s")));

    /// <summary>"the third quarter of 2020", "first-quarter", "the fiscal first quarter", "the first half".</summary>
    private static TimeReading? QuarterOf(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var number = pieces.Skip(pieces.Skip(at, "the"), "fiscal");
        if (!pieces.Look(number, Ordinals, out var quarter))
            return null;

        var unit = pieces.IsDash(number + 1) ? number + 2 : pieces.Skip(number + 1, "fiscal");
        var isHalf = pieces.Is(unit, "half");
        if (!pieces.Is(unit, "quarter") && !(isHalf && quarter <= 2))
            return null;

        var of = pieces.Skip(unit + 1, "of");
        var year = YearAt(pieces, of);
        if (isHalf && year == 0)
            return null;

        var end = year > 0 ? of + 1 : unit + 1;
        if (year == 0 && YearOfQuarter(scan, at, quarter) is not { } near)
            return TimeReading.Loose(end, TimeType.Date, $"XXXX-Q{quarter}");
        else
            year = year > 0 ? year : YearOfQuarter(scan, at, quarter) ?? 1;

        return isHalf
            ? TimeReading.Months(end, $"{year:0000}-H{quarter}", year, quarter * 6 - 5, year, quarter * 6)
            : TimeReading.Quarter(end, year, quarter);
    }

    /// <summary>The last quarter of that number that has begun, or the next one for a clause that looks ahead.</summary>
    private static int? YearOfQuarter(TimeScan scan, int at, int quarter)
    {
        if (scan.Anchor is not { } anchor)
            return null;

        var hasBegun = anchor.Month > quarter * 3 - 3;
        return hasBegun || scan.DirectionAt(at) == Direction.Future ? anchor.Year : Math.Max(anchor.Year - 1, 1);
    }

    /// <summary>"the summer of 2019", "summer 2019", "the summer".</summary>
    private static TimeReading? SeasonOf(TimeScan scan, int at, Part part)
    {
        var pieces = scan.Pieces;
        var name = pieces.Skip(at, "the");
        if (!CalendarNames.IsSeason(pieces, name, out var season))
            return null;

        var of = pieces.Skip(name + 1, "of");
        if (YearAt(pieces, of) is var year and > 0)
            return TimeReading.SeasonOf(of + 1, year, season);

        var isTime = !pieces.Is(name, "fall") && !pieces.Is(name, "spring") && (name > at || part != Part.Whole || pieces.IsAny(at - 1, Before)) && !pieces.IsWord(name + 1);
        if (!isTime)
            return null;

        return scan.YearOf(3 * (int)season + 4 > 12 ? 1 : 3 * (int)season + 4, 15, at) is { } near
            ? TimeReading.SeasonOf(name + 1, near, season)
            : TimeReading.Loose(name + 1, TimeType.Date, "XXXX");
    }

    /// <summary>"the 1990s", "the mid-1980s", "the '90s".</summary>
    private static TimeReading? Decade(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var figures = pieces.Skip(at, "the");
        if (PartAt(pieces, figures, out var afterPart) is not null)
            figures = afterPart;

        if (pieces.IsApostrophe(figures) && pieces.Length(figures + 1) == 2)
            figures++;

        var number = pieces.Integer(figures);
        var year = pieces.Length(figures) switch { 4 => number, 2 when figures > at => 1900 + number, _ => -1 };
        var s = pieces.IsApostrophe(figures + 1) && pieces.IsGlued(figures + 1) ? figures + 2 : figures + 1;
        if (year is < 1000 or > 2999 || year % 10 != 0 || !pieces.IsGlued(s) || !pieces.Form(s).Equals("s", StringComparison.Ordinal))
            return null;

        return TimeReading.Years(s + 1, year % 100 == 0 && year < 2000 ? $"{year / 100}XX" : $"{year / 10}X", year, year + 9);
    }

    /// <summary>"the 19th century", "the twentieth century" by figures alone.</summary>
    private static TimeReading? Century(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var figures = pieces.Skip(at, "the");
        var number = pieces.Integer(figures);
        if (number is < 1 or > 29 || !pieces.IsGlued(figures + 1) || !pieces.Form(figures + 1).EndsWith("th", StringComparison.Ordinal) && number is not (1 or 2 or 3 or 21 or 22 or 23))
            return null;

        var unit = pieces.IsDash(figures + 2) ? figures + 3 : figures + 2;
        return pieces.Is(unit, "century") ? TimeReading.Years(unit + 1, $"{number - 1:00}", Math.Max(number * 100 - 100, 1), number * 100 - 1) : null;
    }

    /// <summary>"2016-18", "2016-2018".</summary>
    private static TimeReading? YearRange(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var first = YearAt(pieces, at);
        var last = pieces.IsDash(at + 1) && pieces.IsGlued(at + 1) && pieces.IsGlued(at + 2) ? pieces.Integer(at + 2) : -1;
        last += pieces.Length(at + 2) == 2 ? first / 100 * 100 : 0;
        if (first == 0 || last <= first || last - first > 100 || pieces.IsGluedMark(at + 3, '-') || pieces.IsGlued(at))
            return null;

        return TimeReading.Months(at + 3, $"{first:0000}/{last:0000}", first, 1, last, 12);
    }

    private static TimeReading? Year(TimeScan scan, int at, Part part)
    {
        var pieces = scan.Pieces;
        var year = YearAt(pieces, at);
        if (year == 0 || (pieces.IsGlued(at) && !pieces.IsDash(at - 1) && !IsOpening(pieces, at - 1)))
            return null;

        return part != Part.Whole || YearSigns.IsYear(pieces, at, year) ? TimeReading.Year(at + 1, year, part) : null;
    }

    private static bool IsOpening(Pieces pieces, int at) => pieces.Form(at) is "(" or "[" or "\"" or "“" or "‘" or "'" or "/" or ".";

    private static TimeReading? FiscalYear(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (!pieces.Is(at, "fiscal"))
            return null;

        var year = pieces.Skip(at + 1, "year");
        return YearAt(pieces, year) is var number and > 0 ? TimeReading.Year(year + 1, number, Part.Whole) : null;
    }

    /// <summary>A year in four figures; 0 for none.</summary>
    private static int YearAt(Pieces pieces, int at) =>
        pieces.Length(at) == 4 && pieces.Integer(at) is >= 1000 and <= 2999 and var year && !YearSigns.IsPartOfNumber(pieces, at) ? year : 0;
}
