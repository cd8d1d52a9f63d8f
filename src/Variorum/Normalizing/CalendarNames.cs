using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>The calendar's English names and what they stand for.</summary>
internal static class CalendarNames
{
    private static readonly FrozenDictionary<string, int> Months = Table(
        "january february march april may june july august september october november december",
        "jan feb mar apr - jun jul aug sep oct nov dec",
        "- - - - - - - - sept - - -");

    private static readonly FrozenDictionary<string, int> Weekdays = Table(
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "- tues weds thurs - - -",
        "- - - thur - - -");

    private static readonly FrozenDictionary<string, TimeUnit> Units = Vocabulary.Of<TimeUnit>(
        ("second", TimeUnit.Second), ("seconds", TimeUnit.Second), ("minute", TimeUnit.Minute), ("minutes", TimeUnit.Minute),
        ("min", TimeUnit.Minute), ("mins", TimeUnit.Minute), ("hour", TimeUnit.Hour), ("hours", TimeUnit.Hour), ("hrs", TimeUnit.Hour),
        ("day", TimeUnit.Day), ("days", TimeUnit.Day), ("night", TimeUnit.Night), ("nights", TimeUnit.Night),
        ("weekend", TimeUnit.Weekend), ("weekends", TimeUnit.Weekend), ("week", TimeUnit.Week), ("weeks", TimeUnit.Week),
        ("fortnight", TimeUnit.Fortnight), ("month", TimeUnit.Month), ("months", TimeUnit.Month), ("quarter", TimeUnit.Quarter),
        ("quarters", TimeUnit.Quarter), ("year", TimeUnit.Year), ("years", TimeUnit.Year), ("decade", TimeUnit.Decade),
        ("decades", TimeUnit.Decade), ("century", TimeUnit.Century), ("centuries", TimeUnit.Century));

    private static readonly FrozenDictionary<string, string> Dayparts = Vocabulary.Of<string>(
        ("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI"), ("midday", "MI"), ("lunchtime", "MI"));

    private static readonly FrozenDictionary<string, Season> Seasons = Vocabulary.Of<Season>(
        ("spring", Season.Spring), ("summer", Season.Summer), ("autumn", Season.Autumn), ("fall", Season.Autumn), ("winter", Season.Winter));

    private static readonly FrozenSet<string> CommonWords =
        Vocabulary.Words(["march", "may", "april", "june", "august", "mar", "jun", "dec", "jan"]);

    /// <summary>The month a piece names, with the full stop of an abbreviation; 0 for none.</summary>
    public static int Month(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        if (!pieces.IsCapital(at) || !pieces.Look(at, Months, out var month))
            return 0;

        if (pieces.Length(at) <= 4 && pieces.IsGluedMark(end, '.') && !pieces.Is(at, "May") && !pieces.Is(at, "June") && !pieces.Is(at, "July"))
            end++;

        return month;
    }

    /// <summary>Whether a month's name is cut short ("Oct").</summary>
    public static bool IsShort(Pieces pieces, int at) => pieces.Length(at) <= 4 && !pieces.Is(at, "May") && !pieces.Is(at, "June") && !pieces.Is(at, "July");

    /// <summary>Whether a month's name is also a word or a person's name.</summary>
    public static bool IsCommonWord(Pieces pieces, int at) => pieces.IsAny(at, CommonWords);

    /// <summary>The day of the week a piece names in full or short, with the full stop of a short form; null for none.</summary>
    public static DayOfWeek? Weekday(Pieces pieces, int at, out int end)
    {
        end = at + 1;
        if (!pieces.IsCapital(at) || !pieces.Look(at, Weekdays, out var day))
            return null;

        if (pieces.Length(at) <= 5 && pieces.IsGluedMark(end, '.'))
            end++;

        return (DayOfWeek)(day % 7);
    }

    /// <summary>Whether a weekday's name is cut short ("Fri").</summary>
    public static bool IsShortWeekday(Pieces pieces, int at) => pieces.Length(at) <= 5;

    /// <summary>The unit of time a piece names.</summary>
    public static bool IsUnit(Pieces pieces, int at, out TimeUnit unit) => pieces.Look(at, Units, out unit) && unit != TimeUnit.None;

    /// <summary>The part of the day a piece names, as TIMEX3 has it ("MO").</summary>
    public static bool IsDaypart(Pieces pieces, int at, out string part) => pieces.Look(at, Dayparts, out part);

    /// <summary>The season a piece names.</summary>
    public static bool IsSeason(Pieces pieces, int at, out Season season) => pieces.Look(at, Seasons, out season);

    private static FrozenDictionary<string, int> Table(params string[] rows)
    {
        var table = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var names = row.Split(' ');
            for (var i = 0; i < names.Length; i++)
                if (names[i] != "-")
                    table[names[i]] = i + 1;
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>A unit of time.</summary>
internal enum TimeUnit
{
    /// <summary>None.</summary>
    None,

    /// <summary>60 to the minute.</summary>
    Second,

    /// <summary>60 to the hour.</summary>
    Minute,

    /// <summary>24 to the day.</summary>
    Hour,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A night, counted as its day.</summary>
    Night,

    /// <summary>Saturday and Sunday.</summary>
    Weekend,

    /// <summary>Monday to Sunday.</summary>
    Week,

    /// <summary>Two weeks.</summary>
    Fortnight,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,
}

/// <summary>A season of the northern year.</summary>
internal enum Season
{
    /// <summary>March to May.</summary>
    Spring,

    /// <summary>June to August.</summary>
    Summer,

    /// <summary>September to November.</summary>
    Autumn,

    /// <summary>December to February.</summary>
    Winter,
}
