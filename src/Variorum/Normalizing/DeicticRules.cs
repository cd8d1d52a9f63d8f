using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Times that count from the day of writing: "yesterday", "last month", "later this week", "this morning", "recently".</summary>
internal static class DeicticRules
{
    private static readonly FrozenDictionary<string, int> Days = Vocabulary.Of<int>(
        ("today", 0), ("tonight", 0), ("yesterday", -1), ("tomorrow", 1));

    private static readonly FrozenDictionary<string, int> Turns = Vocabulary.Of<int>(
        ("this", 0), ("current", 0), ("last", -1), ("past", -1), ("next", 1), ("coming", 1));

    private static readonly FrozenDictionary<string, string> Vague = Vocabulary.Of<string>(
        ("now", "PRESENT_REF"), ("nowadays", "PRESENT_REF"), ("currently", "PRESENT_REF"),
        ("recently", "PAST_REF"), ("lately", "PAST_REF"), ("soon", "FUTURE_REF"));

    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<TimeRule> All { get; } =
    [
        new("day-before-yesterday", DayBeforeYesterday),
        new("named-day", NamedDay),
        new("part-of-today", PartOfToday),
        new("turned-unit", TurnedUnit),
        new("turned-month", TurnedMonth),
        new("turned-season", TurnedSeason),
        new("weekend", ThisWeekend),
        new("recent-units", RecentUnits),
        new("vague-reference", VagueReference),
    ];

    private static TimeReading? NamedDay(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var name = pieces.IsOneOf(at, "late", "early") || (pieces.IsOneOf(at, "earlier", "later")) && !pieces.Is(at + 1, "tomorrow") ? at + 1 : at;
        if (!pieces.Look(name, Days, out var shift) || IsPublication(pieces, name))
            return null;

        var day = scan.Anchor is { } anchor ? TimeReading.Shift(anchor, TimeUnit.Day, shift) : null;
        var reading = day is { } d ? TimeReading.Day(name + 1, d) : TimeReading.Loose(name + 1, TimeType.Date, "XXXX-XX-XX");
        return pieces.Is(name, "tonight") ? Dayparts.OfDay(reading, "NI", name + 1) : Dayparts.Extend(pieces, reading);
    }

    /// <summary>"USA Today", "Russia Today".</summary>
    private static bool IsPublication(Pieces pieces, int at) => pieces.IsCapital(at) && pieces.IsCapital(at - 1);

    private static TimeReading? DayBeforeYesterday(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var day = pieces.Skip(at, "the");
        if (!pieces.Is(day, "day") || !(pieces.Is(day + 1, "before") && pieces.Is(day + 2, "yesterday") || pieces.Is(day + 1, "after") && pieces.Is(day + 2, "tomorrow")))
            return null;

        return scan.Anchor is { } anchor && TimeReading.Shift(anchor, TimeUnit.Day, pieces.Is(day + 1, "before") ? -2 : 2) is { } found
            ? TimeReading.Day(day + 3, found)
            : TimeReading.Loose(day + 3, TimeType.Date, "XXXX-XX-XX");
    }

    /// <summary>"this morning", "last night", "later this afternoon".</summary>
    private static TimeReading? PartOfToday(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var turn = IsShade(pieces, at) ? at + 1 : at;
        var isThis = pieces.Is(turn, "this");
        if (!isThis && !pieces.Is(turn, "last") || !CalendarNames.IsDaypart(pieces, turn + 1, out var part) || (!isThis && !pieces.Is(turn + 1, "night")))
            return null;

        var day = scan.Anchor is { } anchor ? TimeReading.Shift(anchor, TimeUnit.Day, isThis ? 0 : -1) : null;
        var reading = day is { } d ? TimeReading.Day(turn + 2, d) : TimeReading.Loose(turn + 2, TimeType.Date, "XXXX-XX-XX");
        return Dayparts.OfDay(reading, part, turn + 2);
    }

    /// <summary>"last week", "this year", "the past month", "earlier this month", "late last year", "next week".</summary>
    private static TimeReading? TurnedUnit(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var part = PeriodRules.PartAt(pieces, at, out var turn);
        turn = part is null && IsShade(pieces, at) ? at + 1 : part is null ? pieces.Skip(at, "the") : turn;
        if (!pieces.Look(turn, Turns, out var shift) || !CalendarNames.IsUnit(pieces, turn + 1, out var unit) || pieces.IsDash(turn + 2) && pieces.IsGlued(turn + 3))
            return null;

        if (pieces.Form(turn + 1).EndsWith("s", StringComparison.OrdinalIgnoreCase) || unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour || (unit is TimeUnit.Day && !pieces.Is(turn, "next")))
            return null;

        if (pieces.Is(turn, "past") && unit is TimeUnit.Decade or TimeUnit.Century)
            return TimeReading.Loose(turn + 2, TimeType.Duration, new Amount(1, unit, turn).Value);

        return Placed(scan, turn + 2, unit, shift, part ?? Part.Whole);
    }

    /// <summary>The week, month, quarter, year, decade or century some steps from the anchor's.</summary>
    private static TimeReading Placed(TimeScan scan, int end, TimeUnit unit, int shift, Part part)
    {
        if (scan.Anchor is not { } anchor || TimeReading.Shift(anchor, unit, shift) is not { } day)
            return TimeReading.Loose(end, TimeType.Date, "XXXX");

        return unit switch
        {
            TimeUnit.Week => TimeReading.Week(end, day),
            TimeUnit.Weekend => TimeReading.Weekend(end, shift < 0 && anchor.DayOfWeek is DayOfWeek.Sunday ? anchor.AddDays(-7) : day),
            TimeUnit.Month => TimeReading.Month(end, day.Year, day.Month, part),
            TimeUnit.Quarter => TimeReading.Quarter(end, day.Year, (day.Month + 2) / 3),
            TimeUnit.Year => TimeReading.Year(end, day.Year, part),
            TimeUnit.Decade => TimeReading.Years(end, $"{day.Year / 10}X", Math.Max(day.Year / 10 * 10, 1), day.Year / 10 * 10 + 9),
            TimeUnit.Century => TimeReading.Years(end, $"{day.Year / 100:00}XX", Math.Max(day.Year / 100 * 100, 1), Math.Min(day.Year / 100 * 100 + 99, 9999)),
            _ => TimeReading.Day(end, day),
        };
    }

    /// <summary>"last October", "this May", "next January".</summary>
    private static TimeReading? TurnedMonth(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var part = PeriodRules.PartAt(pieces, at, out var turn);
        turn = part is null ? pieces.Skip(at, "the") : turn;
        if (!pieces.Look(turn, Turns, out var shift) || pieces.Is(turn, "current") || CalendarNames.Month(pieces, turn + 1, out var end) is var month && month == 0 || pieces.IsDigits(end))
            return null;

        return scan.Anchor is { } anchor && YearTurned(anchor, month, shift) is var year and >= 1 and <= 9999
            ? TimeReading.Month(end, year, month, part ?? Part.Whole)
            : TimeReading.Loose(end, TimeType.Date, $"XXXX-{month:00}");
    }

    private static int YearTurned(DateOnly anchor, int month, int shift) => shift switch
    {
        < 0 => month < anchor.Month ? anchor.Year : anchor.Year - 1,
        > 0 => month > anchor.Month ? anchor.Year : anchor.Year + 1,
        _ => anchor.Year,
    };

    private static TimeReading? TurnedSeason(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var turn = IsShade(pieces, at) ? at + 1 : pieces.Skip(at, "the");
        if (!pieces.Look(turn, Turns, out var shift) || !CalendarNames.IsSeason(pieces, turn + 1, out var season))
            return null;

        if (scan.Anchor is not { } anchor)
            return TimeReading.Loose(turn + 2, TimeType.Date, "XXXX");

        var opening = (int)season * 3 + 3;
        var year = shift < 0 && anchor.Month < opening + 2 ? anchor.Year - 1 : shift > 0 && anchor.Month >= opening ? anchor.Year + 1 : anchor.Year;
        return TimeReading.SeasonOf(turn + 2, Math.Clamp(year, 1, 9998), season);
    }

    /// <summary>"the weekend", "over the weekend": the last one, or the next where the clause looks ahead.</summary>
    private static TimeReading? ThisWeekend(TimeScan scan, int at)
    {
        if (!scan.Pieces.Is(at, "the") || !scan.Pieces.Is(at + 1, "weekend"))
            return null;

        if (scan.Anchor is not { } anchor)
            return TimeReading.Loose(at + 2, TimeType.Date, "XXXX-WXX-WE");

        var isAhead = scan.DirectionAt(at) == Direction.Future;
        var day = isAhead || anchor.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? anchor : TimeReading.Shift(anchor, TimeUnit.Week, -1) ?? anchor;
        return TimeReading.Weekend(at + 2, day);
    }

    /// <summary>"recent years", "the coming weeks", "the last few months", "the past".</summary>
    private static TimeReading? RecentUnits(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var word = pieces.Skip(at, "the");
        var isPast = pieces.Is(word, "recent");
        if (!isPast && !pieces.Is(word, "coming") && !pieces.Is(word, "upcoming") || !CalendarNames.IsUnit(pieces, word + 1, out _) || !pieces.Form(word + 1).EndsWith("s", StringComparison.Ordinal))
            return null;

        return TimeReading.Loose(word + 2, TimeType.Date, isPast ? "PAST_REF" : "FUTURE_REF");
    }

    private static TimeReading? VagueReference(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (pieces.Look(at, Vague, out var value))
            return IsOtherUse(pieces, at) ? null : TimeReading.Loose(at + 1, TimeType.Date, value);

        var noun = pieces.IsOneOf(at + 1, "near", "foreseeable", "recent") ? at + 2 : at + 1;
        if (!pieces.Is(at, "the") || !Phrases.EndsAt(pieces, noun + 1))
            return null;

        return pieces.Is(noun, "future") ? TimeReading.Loose(noun + 1, TimeType.Date, "FUTURE_REF")
            : pieces.Is(noun, "past") ? TimeReading.Loose(noun + 1, TimeType.Date, "PAST_REF")
            : pieces.Is(noun, "present") && pieces.Is(at - 1, "at") ? TimeReading.Loose(noun + 1, TimeType.Date, "PRESENT_REF") : null;
    }

    /// <summary>"as soon as", "soon after", "Now Magazine".</summary>
    private static bool IsOtherUse(Pieces pieces, int at) =>
        (pieces.Is(at, "soon") && (pieces.Is(at - 1, "as") || pieces.Is(at + 1, "after"))) || (pieces.Is(at, "now") && pieces.IsCapital(at) && pieces.IsCapital(at + 1));

    private static bool IsShade(Pieces pieces, int at) => pieces.IsOneOf(at, "earlier", "later");
}
