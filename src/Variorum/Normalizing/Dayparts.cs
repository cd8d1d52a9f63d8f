namespace Variorum.Normalizing;

/// <summary>Parts of a day after its name: "Friday evening", "yesterday morning", "Sunday late afternoon".</summary>
internal static class Dayparts
{
    /// <summary>The reading with the part of the day that follows it; the reading itself where none does.</summary>
    public static TimeReading Extend(Pieces pieces, TimeReading reading)
    {
        var at = reading.End;
        at = pieces.IsOneOf(at, "early", "late", "mid") ? at + 1 : at;
        at = pieces.IsDash(at) ? at + 1 : at;
        return CalendarNames.IsDaypart(pieces, at, out var part) ? OfDay(reading, part, at + 1) : reading;
    }

    /// <summary>A part of a day.</summary>
    public static TimeReading OfDay(TimeReading day, string part, int end) =>
        day with { End = end, Type = TimeType.Time, Value = $"{day.Value}T{part}", Precision = day.Days is null ? TimePrecision.None : TimePrecision.Day };
}
