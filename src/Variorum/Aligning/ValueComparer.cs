namespace Variorum.Aligning;

/// <summary>What two values of one kind say of each other.</summary>
internal enum Match
{
    /// <summary>They measure different things: nothing follows.</summary>
    Apart,

    /// <summary>Both can be true of one thing.</summary>
    Compatible,

    /// <summary>They cannot both be true of one thing.</summary>
    Different,
}

/// <summary>Tells whether two values, if told of one thing, agree: bounds, rounding and precision are no disagreement.</summary>
internal static class ValueComparer
{
    /// <summary>How far "around" reaches for a time of day, in minutes.</summary>
    private const int ClockSlack = 15;

    /// <summary>Compares two values.</summary>
    public static Match Compare(ToldValue left, ToldValue right) => (left, right) switch
    {
        ({ Quantity: { } a }, { Quantity: { } b }) => Compare(a, b),
        ({ Time: { } a }, { Time: { } b }) => Compare(a, b),
        _ => Match.Apart,
    };

    /// <summary>Whether two values are one: the same figure or days, a bound or a vaguer time aside.</summary>
    public static bool AreSame(ToldValue left, ToldValue right) => (left, right) switch
    {
        ({ Quantity: { } a }, { Quantity: { } b }) => a.Kind == b.Kind && a.Unit == b.Unit && AreNear(a.Low ?? a.High ?? 0, b.Low ?? b.High ?? 0),
        ({ Time: { } a }, { Time: { } b }) => a.Precision == b.Precision && Compare(a, b) == Match.Compatible,
        _ => false,
    };

    private static bool AreNear(decimal left, decimal right) => Math.Abs(left - right) <= Math.Max(Rounding(left), Rounding(right));

    private static Match Compare(Quantity left, Quantity right)
    {
        if (left.Kind != right.Kind || left.Unit != right.Unit)
            return Match.Apart;

        var (low, high) = Reach(left);
        var (otherLow, otherHigh) = Reach(right);
        return low <= otherHigh && otherLow <= high ? Match.Compatible : Match.Different;
    }

    /// <summary>
    /// What a number may round: half a unit of its last significant figure, so that "2.5 million" covers 2,460,000; a bound
    /// reaches to infinity on its open side.
    /// </summary>
    private static (decimal Low, decimal High) Reach(Quantity quantity)
    {
        var low = quantity.Low is { } l ? l - Rounding(l) : 0;
        var high = quantity.High is { } h ? h + Rounding(h) : decimal.MaxValue;
        return (low, high);
    }

    /// <summary>Half the unit of the last figure that is not nought; little for numbers under a hundred, which news counts one by one.</summary>
    public static decimal Rounding(decimal value)
    {
        if (value < 100)
            return value >= 30 && value % 10 == 0 ? 2 : 0;

        var unit = 1m;
        while (value % (unit * 10) == 0 && unit < value)
            unit *= 10;

        return unit == 1 ? 0 : unit / 2;
    }

    private static Match Compare(TimeValue left, TimeValue right)
    {
        if (ClockOf(left) is { } a && ClockOf(right) is { } b)
            return CompareClocks(left, right, Math.Abs(a - b));

        if (left.First is not { } first || right.First is not { } otherFirst || left.Last is not { } last || right.Last is not { } otherLast)
            return Match.Apart;

        if (left.Precision == TimePrecision.Range && right.Precision == TimePrecision.Range)
            return first == otherFirst && last == otherLast ? Match.Compatible : Match.Different;

        return first <= otherLast && otherFirst <= last ? Match.Compatible : Match.Different;
    }

    /// <summary>Times of day of days that lie apart are of two things.</summary>
    private static Match CompareClocks(TimeValue left, TimeValue right, int apart)
    {
        if (left.First is { } day && right.First is { } other && Math.Abs(day.DayNumber - other.DayNumber) > 1)
            return Match.Apart;

        return Math.Min(apart, 1440 - apart) <= ClockSlack ? Match.Compatible : Match.Different;
    }

    /// <summary>The time of day in minutes; null for a day.</summary>
    public static int? ClockOf(TimeValue time) =>
        time.Precision == TimePrecision.Time && time.Value.Length >= 6 && TimeOnly.TryParseExact(time.Value[^5..], "HH:mm", out var clock) ? (clock.Hour * 60) + clock.Minute : null;
}
