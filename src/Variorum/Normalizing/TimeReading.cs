using System.Globalization;

namespace Variorum.Normalizing;

/// <summary>What a rule read: a time that opens at the piece it was asked for.</summary>
/// <param name="End">One past its last piece.</param>
/// <param name="Type">After TimeML.</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Days">First and last day it can mean; null where it cannot be placed.</param>
/// <param name="Precision">How exactly the words place it.</param>
internal readonly record struct TimeReading(int End, TimeType Type, string Value, (DateOnly First, DateOnly Last)? Days, TimePrecision Precision)
{
    /// <summary>A time that has a type and a value and no place in the calendar.</summary>
    public static TimeReading Loose(int end, TimeType type, string value) => new(end, type, value, null, TimePrecision.None);

    /// <summary>One day.</summary>
    public static TimeReading Day(int end, DateOnly day) => new(end, TimeType.Date, Iso(day), (day, day), TimePrecision.Day);

    /// <summary>Several days named by their first and last.</summary>
    public static TimeReading Range(int end, DateOnly first, DateOnly last) =>
        first == last ? Day(end, first) : new(end, TimeType.Date, $"{Iso(first)}/{Iso(last)}", (first, last), TimePrecision.Range);

    /// <summary>A week from Monday to Sunday, by any of its days.</summary>
    public static TimeReading Week(int end, DateOnly day)
    {
        var monday = Monday(day);
        return new(end, TimeType.Date, $"{IsoYear(day):0000}-W{IsoWeek(day):00}", (monday, Shift(monday, TimeUnit.Day, 6) ?? monday), TimePrecision.Week);
    }

    /// <summary>A Saturday and Sunday, by any day of their week.</summary>
    public static TimeReading Weekend(int end, DateOnly day)
    {
        var saturday = Shift(Monday(day), TimeUnit.Day, 5) ?? day;
        return new(end, TimeType.Date, $"{IsoYear(day):0000}-W{IsoWeek(day):00}-WE", (saturday, Shift(saturday, TimeUnit.Day, 1) ?? saturday), TimePrecision.Range);
    }

    /// <summary>A month or a part of it.</summary>
    public static TimeReading Month(int end, int year, int month, Part part)
    {
        var last = DateTime.DaysInMonth(year, month);
        var (from, to) = part switch { Part.Early => (1, 12), Part.Middle => (8, 22), Part.Late => (19, last), _ => (1, last) };
        return new(end, TimeType.Date, $"{year:0000}-{month:00}", (new(year, month, from), new(year, month, to)), TimePrecision.Month);
    }

    /// <summary>A year or a part of it.</summary>
    public static TimeReading Year(int end, int year, Part part)
    {
        var (from, to) = part switch { Part.Early => (1, 5), Part.Middle => (4, 9), Part.Late => (8, 12), _ => (1, 12) };
        return Months(end, $"{year:0000}", year, from, year, to);
    }

    /// <summary>From one month to another, told no more exactly than by a part of a year.</summary>
    public static TimeReading Months(int end, string value, int year, int month, int lastYear, int lastMonth) =>
        new(end, TimeType.Date, value, (new(year, month, 1), new(lastYear, lastMonth, DateTime.DaysInMonth(lastYear, lastMonth))), TimePrecision.Year);

    /// <summary>Many years.</summary>
    public static TimeReading Years(int end, string value, int first, int last) =>
        new(end, TimeType.Date, value, (new(first, 1, 1), new(last, 12, 31)), TimePrecision.Vague);

    /// <summary>A quarter of a year.</summary>
    public static TimeReading Quarter(int end, int year, int quarter) => Months(end, $"{year:0000}-Q{quarter}", year, quarter * 3 - 2, year, quarter * 3);

    /// <summary>A season, generously: a month more on either side.</summary>
    public static TimeReading SeasonOf(int end, int year, Season season) => season switch
    {
        Season.Spring => Months(end, $"{year:0000}-SP", year, 2, year, 6),
        Season.Summer => Months(end, $"{year:0000}-SU", year, 5, year, 9),
        Season.Autumn => Months(end, $"{year:0000}-FA", year, 8, year, 12),
        _ => Months(end, $"{year:0000}-WI", year, 11, Math.Min(year + 1, 9999), 3),
    };

    /// <summary>A day's date in ISO 8601.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly Monday(DateOnly day) => Shift(day, TimeUnit.Day, -(((int)day.DayOfWeek + 6) % 7)) ?? day;

    /// <summary>A day some units later or earlier; null beyond the calendar.</summary>
    public static DateOnly? Shift(DateOnly day, TimeUnit unit, decimal count)
    {
        if (Math.Abs(count) > 120_000)
            return null;

        var days = unit switch { TimeUnit.Week or TimeUnit.Weekend => 7m, TimeUnit.Fortnight => 14m, TimeUnit.Day or TimeUnit.Night => 1m, _ => 0m };
        var months = unit switch { TimeUnit.Month => 1m, TimeUnit.Quarter => 3m, TimeUnit.Year => 12m, TimeUnit.Decade => 120m, TimeUnit.Century => 1200m, _ => 0m };
        var number = day.DayNumber + decimal.Truncate(days * count);
        if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber)
            return null;

        var month = day.Year * 12 + day.Month - 1 + decimal.Truncate(months * count);
        return month is < 12 or >= 120_000 ? null : DateOnly.FromDayNumber((int)number).AddMonths((int)decimal.Truncate(months * count));
    }

    /// <summary>A date; null where the calendar has none such.</summary>
    public static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int IsoWeek(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));

    private static int IsoYear(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue));
}

/// <summary>Which part of a month or year.</summary>
internal enum Part
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Its beginning.</summary>
    Early,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    Late,
}
