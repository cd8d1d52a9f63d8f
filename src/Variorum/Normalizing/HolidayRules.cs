using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Days with a name: "New Year's Eve", "Christmas", "Good Friday", "Thanksgiving".</summary>
internal static class HolidayRules
{
    private static readonly (string[] Words, Func<int, DateOnly> Day)[] Days =
    [
        Fixed("New Year's Eve", 12, 31), Fixed("New Years Eve", 12, 31), Fixed("New Year's Day", 1, 1), Fixed("New Years Day", 1, 1),
        Fixed("Christmas Eve", 12, 24), Fixed("Christmas Day", 12, 25), Fixed("Christmas", 12, 25), Fixed("Boxing Day", 12, 26),
        Fixed("Valentine's Day", 2, 14), Fixed("St Patrick's Day", 3, 17), Fixed("St. Patrick's Day", 3, 17), Fixed("April Fools' Day", 4, 1),
        Fixed("April Fool's Day", 4, 1), Fixed("May Day", 5, 1), Fixed("Fourth of July", 7, 4), Fixed("Bastille Day", 7, 14),
        Fixed("Halloween", 10, 31), Fixed("Bonfire Night", 11, 5), Fixed("Veterans Day", 11, 11), Fixed("Armistice Day", 11, 11),
        Moving("Thanksgiving Day", year => Nth(year, 11, DayOfWeek.Thursday, 4)), Moving("Thanksgiving", year => Nth(year, 11, DayOfWeek.Thursday, 4)),
        Moving("Black Friday", year => Nth(year, 11, DayOfWeek.Thursday, 4).AddDays(1)), Moving("Martin Luther King Day", year => Nth(year, 1, DayOfWeek.Monday, 3)),
        Moving("Presidents' Day", year => Nth(year, 2, DayOfWeek.Monday, 3)), Moving("Memorial Day", year => Nth(year, 6, DayOfWeek.Monday, 1).AddDays(-7)),
        Moving("Labor Day", year => Nth(year, 9, DayOfWeek.Monday, 1)), Moving("Columbus Day", year => Nth(year, 10, DayOfWeek.Monday, 2)),
        Moving("Good Friday", year => Easter(year).AddDays(-2)), Moving("Easter Sunday", Easter), Moving("Easter Monday", year => Easter(year).AddDays(1)),
        Moving("Easter", Easter), Moving("Palm Sunday", year => Easter(year).AddDays(-7)), Moving("Ash Wednesday", year => Easter(year).AddDays(-46)),
        Moving("Shrove Tuesday", year => Easter(year).AddDays(-47)),
    ];

    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<TimeRule> All { get; } = [new("holiday", Holiday)];

    private static TimeReading? Holiday(TimeScan scan, int at)
    {
        if (!scan.Pieces.IsCapital(at))
            return null;

        foreach (var (words, day) in Days)
            if (Matches(scan.Pieces, at, words) is { } end)
                return IsTime(scan.Pieces, at, words, end) ? Resolve(scan, at, end, day) : null;

        return null;
    }

    private static TimeReading Resolve(TimeScan scan, int at, int end, Func<int, DateOnly> day)
    {
        var pieces = scan.Pieces;
        var comma = pieces.SkipMark(end, ',');
        if (pieces.Length(comma) == 4 && pieces.Integer(comma) is >= 1583 and <= 2999 and var told)
            return TimeReading.Day(comma + 1, day(told));

        var typical = day(2000);
        if (scan.YearOf(typical.Month, typical.Day, at) is not { } year || year is < 1583 or > 4000)
            return TimeReading.Loose(end, TimeType.Date, $"XXXX-{typical.Month:00}-{typical.Day:00}");

        return TimeReading.Day(end, day(pieces.Is(at - 1, "last") && scan.Anchor is { } anchor && day(year) >= anchor ? year - 1 : year));
    }

    /// <summary>A name of one word may also open a longer one ("Christmas lights"): then it is no day.</summary>
    private static bool IsTime(Pieces pieces, int at, string[] words, int end) => words.Length > 1 || (Phrases.EndsAt(pieces, end) && !(pieces.IsApostrophe(end) && pieces.IsGlued(end)) && !pieces.IsCapital(at - 1));

    private static int? Matches(Pieces pieces, int at, string[] words)
    {
        foreach (var word in words)
        {
            var isMatch = word == "'" ? pieces.IsApostrophe(at) : pieces.Form(at).Equals(word, char.IsUpper(word[0]) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
            if (!isMatch)
                return null;

            at++;
        }

        return at;
    }

    private static (string[] Words, Func<int, DateOnly> Day) Fixed(string name, int month, int day) => Moving(name, year => new DateOnly(year, month, day));

    private static (string[] Words, Func<int, DateOnly> Day) Moving(string name, Func<int, DateOnly> day)
    {
        var pieces = new Pieces(name);
        var words = new string[pieces.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = pieces.Form(i).ToString();

        return (words, day);
    }

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek) + 7) % 7 + 7 * (nth - 1));
    }

    /// <summary>Western Easter by the anonymous Gregorian computus (Meeus, 1991).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        return new DateOnly(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }
}
