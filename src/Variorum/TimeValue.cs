namespace Variorum;

/// <summary>A time as an article tells it, resolved to the calendar.</summary>
/// <param name="Span">The words ("October 22-24", "Friday", "late July").</param>
/// <param name="Type">After TimeML.</param>
/// <param name="Value">TIMEX3 value (<c>2024-10-11</c>, <c>2024-10-22/2024-10-24</c>, <c>2024-07</c>, <c>P3D</c>, <c>PAST_REF</c>).</param>
/// <param name="First">First day it can mean; null where it cannot be placed.</param>
/// <param name="Last">Last day it can mean; null where it cannot be placed.</param>
/// <param name="Precision">How exactly the words place it.</param>
/// <param name="Rule">The rule that resolved it.</param>
public sealed record TimeValue(TextSpan Span, TimeType Type, string Value, DateOnly? First, DateOnly? Last, TimePrecision Precision, string Rule);

/// <summary>What kind of time expression it is (TimeML's TIMEX3 types).</summary>
public enum TimeType
{
    /// <summary>A day, month or year, or a range of days.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time ("every Friday").</summary>
    Set,
}

/// <summary>How exactly words place a time.</summary>
public enum TimePrecision
{
    /// <summary>Not placed.</summary>
    None,

    /// <summary>To the minute or hour.</summary>
    Time,

    /// <summary>To the day.</summary>
    Day,

    /// <summary>To several days named as such ("October 22-24").</summary>
    Range,

    /// <summary>To the week.</summary>
    Week,

    /// <summary>To the month, or a part of it ("late July").</summary>
    Month,

    /// <summary>To the year, or a part of it.</summary>
    Year,

    /// <summary>More vaguely than that.</summary>
    Vague,
}
