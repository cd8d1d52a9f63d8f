using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Dates by month and day: "Oct 11", "11 October 2024", "Friday, Oct. 22-24", "2024-10-11", "5/2/2018".</summary>
internal static class DateRules
{
    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<TimeRule> All { get; } =
    [
        new("weekday-date", WeekdayDate),
        new("month-day", MonthDay),
        new("day-month", DayMonth),
        new("iso-date", IsoDate),
        new("slash-date", SlashDate),
    ];

    private static TimeReading? WeekdayDate(TimeScan scan, int at)
    {
        if (CalendarNames.Weekday(scan.Pieces, at, out var end) is null)
            return null;

        var date = scan.Pieces.SkipMark(end, ',');
        return MonthDay(scan, date) ?? DayMonth(scan, scan.Pieces.Skip(date, "the"));
    }

    private static TimeReading? MonthDay(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var month = CalendarNames.Month(pieces, at, out var end);
        var first = month == 0 ? 0 : Day(pieces, pieces.Skip(end, "the"), out end);
        if (first == 0 || IsClock(pieces, end))
            return null;

        var (lastMonth, last) = (month, first);
        if (Through(pieces, end) is { } to && CalendarNames.Month(pieces, to, out var toDay) is var other and > 0 && Day(pieces, toDay, out var otherEnd) is var otherDay and > 0)
            (lastMonth, last, end) = (other, otherDay, otherEnd);
        else if (Through(pieces, end) is { } day && Day(pieces, day, out var dayEnd) is var sameMonth && sameMonth > first && !IsClock(pieces, dayEnd))
            (last, end) = (sameMonth, dayEnd);

        var year = Year(pieces, pieces.SkipMark(end, ','), out var yearEnd);
        return Resolve(scan, at, (month, first), (lastMonth, last), year, year > 0 ? yearEnd : end);
    }

    private static TimeReading? DayMonth(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var first = Day(pieces, at, out var end);
        if (first == 0 || pieces.IsMark(at - 1, '$') || pieces.IsMark(at - 1, '.'))
            return null;

        var last = first;
        if (Through(pieces, end) is { } day && Day(pieces, day, out var dayEnd) is var second && second > first)
            (last, end) = (second, dayEnd);

        var month = CalendarNames.Month(pieces, pieces.Skip(end, "of"), out end);
        if (month == 0 || Day(pieces, end, out _) > 0 && Year(pieces, end, out _) == 0)
            return null;

        var year = Year(pieces, pieces.SkipMark(end, ','), out var yearEnd);
        return Resolve(scan, at, (month, first), (month, last), year, year > 0 ? yearEnd : end);
    }

    private static TimeReading? IsoDate(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (pieces.Length(at) != 4 || !pieces.IsGluedMark(at + 1, '-') || !pieces.IsGluedMark(at + 3, '-') || !pieces.IsGlued(at + 4) || pieces.Length(at + 4) != 2)
            return null;

        return TimeReading.Date(pieces.Integer(at), pieces.Integer(at + 2), pieces.Integer(at + 4)) is { } day ? TimeReading.Day(at + 5, day) : null;
    }

    /// <summary>Day and month in figures: where both orders make a date, it may be either.</summary>
    private static TimeReading? SlashDate(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var (first, second, year) = (pieces.Integer(at), pieces.Integer(at + 2), pieces.Integer(at + 4));
        var isDate = pieces.IsGluedMark(at + 1, '/') && pieces.IsGluedMark(at + 3, '/') && pieces.Length(at) <= 2 && pieces.Length(at + 2) <= 2;
        if (!isDate || year < 0 || pieces.Length(at + 4) is not (2 or 4) || pieces.IsGluedMark(at + 5, '/'))
            return null;

        year += pieces.Length(at + 4) == 4 ? 0 : year < 50 ? 2000 : 1900;
        var (american, other) = (TimeReading.Date(year, first, second), TimeReading.Date(year, second, first));
        return (american, other) switch
        {
            ({ } a, { } b) when a != b => new TimeReading(at + 5, TimeType.Date, $"{year:0000}-XX-XX", a < b ? (a, b) : (b, a), TimePrecision.Vague),
            _ => (american ?? other) is { } day ? TimeReading.Day(at + 5, day) : null,
        };
    }

    private static TimeReading? Resolve(TimeScan scan, int at, (int Month, int Day) first, (int Month, int Day) last, int year, int end)
    {
        var year1 = year > 0 ? year : scan.YearOf(first.Month, first.Day, at);
        if (year1 is not { } from)
            return TimeReading.Loose(end, TimeType.Date, $"XXXX-{first.Month:00}-{first.Day:00}");

        var to = last.Month < first.Month ? from + 1 : from;
        if (year > 0 && to > from)
            (from, to) = (from - 1, from);

        return TimeReading.Date(from, first.Month, first.Day) is { } a && TimeReading.Date(to, last.Month, last.Day) is { } b && a <= b ? TimeReading.Range(end, a, b) : null;
    }

    /// <summary>Where the second end of a range opens: after a dash, "to", "and", "through", "until".</summary>
    private static int? Through(Pieces pieces, int at) =>
        pieces.IsDash(at) || pieces.IsOneOf(at, "to", "and", "through", "until", "till") ? at + 1 : null;

    /// <summary>A day of the month; 0 for none.</summary>
    private static int Day(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        if (pieces.Length(at) > 2 || pieces.Integer(at) is not (>= 1 and <= 31))
            return 0;

        if (pieces.IsGlued(end) && (pieces.IsOneOf(end, "st", "nd", "rd", "th")))
            end++;

        return GoesOn(pieces, end) ? 0 : pieces.Integer(at);
    }

    /// <summary>Whether the figure is the beginning of a longer number ("3.5", "3,500", "3%").</summary>
    private static bool GoesOn(Pieces pieces, int end) =>
        pieces.IsGluedMark(end, '%') || pieces.IsGluedMark(end, '/')
        || (pieces.IsGlued(end + 1) && pieces.IsDigits(end + 1) && (pieces.IsGluedMark(end, '.') || (pieces.IsGluedMark(end, ',') && pieces.Length(end + 1) == 3)));

    /// <summary>Whether the figure before this piece is an hour ("Oct. 11:30" cannot be a day).</summary>
    private static bool IsClock(Pieces pieces, int end) => pieces.IsGluedMark(end, ':') && pieces.IsGlued(end + 1) && pieces.IsDigits(end + 1);

    /// <summary>A year in four figures; 0 for none.</summary>
    private static int Year(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        return pieces.Length(at) == 4 && pieces.Integer(at) is >= 1000 and <= 2999 and var year && !(pieces.IsGluedMark(end, ',') && pieces.IsGlued(end + 1)) ? year : 0;
    }
}
