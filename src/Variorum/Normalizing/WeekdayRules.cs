using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Days by their weekday: "on Friday", "last Friday", "Friday evening", "Monday to Wednesday".</summary>
internal static class WeekdayRules
{
    private static readonly FrozenSet<string> NameOpeners = Vocabulary.Words(
        ["black", "good", "ash", "bloody", "super", "easter", "palm", "shrove", "cyber", "sheffield", "ruby", "maundy", "happy", "whit"]);

    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<TimeRule> All { get; } =
    [
        new("last-weekday", (scan, at) => Turned(scan, at, "last", (anchor, day) => On(anchor, day, -1, isInclusive: false))),
        new("past-weekday", (scan, at) => Turned(scan, at, "past", (anchor, day) => On(anchor, day, -1, isInclusive: false))),
        new("next-weekday", (scan, at) => Turned(scan, at, "next", (anchor, day) => On(anchor, day, 1, isInclusive: false))),
        new("coming-weekday", (scan, at) => Turned(scan, at, "coming", (anchor, day) => On(anchor, day, 1, isInclusive: false))),
        new("this-weekday", (scan, at) => Turned(scan, at, "this", (anchor, day) => On(anchor, day, scan.DirectionAt(at) == Direction.Past ? -1 : 1, isInclusive: true))),
        new("weekday-range", WeekdayRange),
        new("shaded-weekday", Shaded),
        new("weekday-by-tense", ByTense),
    ];

    /// <summary>The nearest such day before or after another.</summary>
    /// <param name="anchor">Counted from.</param>
    /// <param name="weekday">Which day.</param>
    /// <param name="step">-1 for back, 1 for ahead.</param>
    /// <param name="isInclusive">Whether the anchor itself may be it.</param>
    public static DateOnly? On(DateOnly anchor, DayOfWeek weekday, int step, bool isInclusive)
    {
        var days = (((int)weekday - (int)anchor.DayOfWeek) * step + 7) % 7;
        return TimeReading.Shift(anchor, TimeUnit.Day, step * (days == 0 && !isInclusive ? 7 : days));
    }

    private static TimeReading? Turned(TimeScan scan, int at, string word, Func<DateOnly, DayOfWeek, DateOnly?> find)
    {
        var opener = scan.Pieces.Skip(at, "the");
        if (!scan.Pieces.Is(opener, word) || CalendarNames.Weekday(scan.Pieces, opener + 1, out var end) is not { } weekday)
            return null;

        return Resolve(scan, end, weekday, scan.Anchor is { } anchor ? find(anchor, weekday) : null);
    }

    private static TimeReading? ByTense(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (CalendarNames.Weekday(pieces, at, out var end) is not { } weekday || CalendarNames.IsShortWeekday(pieces, at) || pieces.IsAny(at - 1, NameOpeners))
            return null;

        return Resolve(scan, end, weekday, Nearest(scan, at, weekday));
    }

    /// <summary>"early Friday", "late on Sunday", "earlier Monday".</summary>
    private static TimeReading? Shaded(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var isShade = pieces.IsOneOf(at, "early", "late", "earlier", "later");
        return isShade ? ByTense(scan, pieces.Skip(at + 1, "on")) : null;
    }

    /// <summary>"Monday to Wednesday", "Friday through Sunday", "Friday-Sunday".</summary>
    private static TimeReading? WeekdayRange(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (CalendarNames.Weekday(pieces, at, out var to) is not { } first || !(pieces.IsOneOf(to, "to", "through") || pieces.IsGluedMark(to, '-') || pieces.IsGluedMark(to, '–')))
            return null;

        if (CalendarNames.Weekday(pieces, to + 1, out var end) is not { } last || CalendarNames.IsShortWeekday(pieces, at))
            return null;

        return Nearest(scan, at, first) is { } day && On(day, last, 1, isInclusive: true) is { } until
            ? TimeReading.Range(end, day, until)
            : TimeReading.Loose(end, TimeType.Date, Unplaced(first));
    }

    private static DateOnly? Nearest(TimeScan scan, int at, DayOfWeek weekday) =>
        scan.Anchor is { } anchor ? On(anchor, weekday, scan.DirectionAt(at) == Direction.Future ? 1 : -1, isInclusive: true) : null;

    /// <summary>The day, with the part of it that follows ("Friday evening").</summary>
    private static TimeReading Resolve(TimeScan scan, int end, DayOfWeek weekday, DateOnly? day)
    {
        var reading = day is { } d ? TimeReading.Day(end, d) : TimeReading.Loose(end, TimeType.Date, Unplaced(weekday));
        return Dayparts.Extend(scan.Pieces, reading);
    }

    private static string Unplaced(DayOfWeek weekday) => $"XXXX-WXX-{((int)weekday + 6) % 7 + 1}";
}
