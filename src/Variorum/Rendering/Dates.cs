using System.Globalization;

namespace Variorum.Rendering;

/// <summary>Dates as a newspaper prints them.</summary>
public static class Dates
{
    /// <summary>"11 October 2024"</summary>
    public static string Say(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A TIMEX3 value: "22–24 October 2024", "July 2024"; what is no date stays as it is.</summary>
    public static string Say(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Split('/') is [var first, var last] && TryDay(first, out var from) && TryDay(last, out var to))
        {
            return SayRange(from, to);
        }

        if (TryDay(value, out var day))
        {
            return Say(day);
        }

        if (value.Length > 11 && value[10] == 'T' && TryDay(value[..10], out day))
        {
            return $"{Say(day)}, {PartOfDay(value[11..])}";
        }

        return DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
            : value;
    }

    /// <summary>TIMEX3's parts of the day in words; a clock time as it is.</summary>
    private static string PartOfDay(string part) => part switch
    {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        _ => part,
    };

    private static string SayRange(DateOnly from, DateOnly to) => (from.Year == to.Year, from.Month == to.Month) switch
    {
        (true, true) => $"{from.Day}–{Say(to)}",
        (true, false) => $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)} – {Say(to)}",
        _ => $"{Say(from)} – {Say(to)}",
    };

    private static bool TryDay(string value, out DateOnly day) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
