namespace Variorum;

/// <summary>When something was published, as exactly as the page says and no more exactly.</summary>
/// <remarks><b>Shape.</b> A time without a date does not occur; an offset without a time does not occur.</remarks>
/// <param name="Date">The day, in the page's own zone.</param>
/// <param name="Time">The time of day; null where only the day is known.</param>
/// <param name="Offset">From UTC; null where the page names no zone.</param>
public readonly record struct Timestamp(DateOnly Date, TimeOnly? Time = null, TimeSpan? Offset = null) : IComparable<Timestamp>
{
    /// <summary>The moment for ordering: a missing time counts as the day's start, a missing zone as UTC.</summary>
    private DateTime Instant
    {
        get
        {
            var local = Date.ToDateTime(Time ?? TimeOnly.MinValue);
            var shift = Offset ?? TimeSpan.Zero;
            return local.Ticks > shift.Ticks && DateTime.MaxValue.Ticks - local.Ticks > -shift.Ticks ? local - shift : local;
        }
    }

    /// <summary><b>Order.</b> Earlier first; of equal moments the vaguer first.</summary>
    public int CompareTo(Timestamp other)
    {
        var byInstant = Instant.CompareTo(other.Instant);
        return byInstant != 0 ? byInstant : Time.HasValue.CompareTo(other.Time.HasValue);
    }

    /// <summary>ISO 8601: <c>2024-10-11</c>, <c>2024-10-11T14:02:00</c> or <c>2024-10-11T14:02:00+03:00</c>.</summary>
    public override string ToString()
    {
        var date = Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (Time is not { } time)
        {
            return date;
        }

        var clock = time.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        return Offset switch
        {
            null => $"{date}T{clock}",
            { Ticks: 0 } => $"{date}T{clock}Z",
            { } o => $"{date}T{clock}{(o < TimeSpan.Zero ? '-' : '+')}{Math.Abs(o.Hours):00}:{Math.Abs(o.Minutes):00}",
        };
    }

    /// <summary>Whether <paramref name="left"/> is earlier.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is later.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is not later.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not earlier.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left.CompareTo(right) >= 0;
}
