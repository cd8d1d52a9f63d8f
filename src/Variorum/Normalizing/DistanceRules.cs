using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Times some way from another: "three days ago", "a day earlier", "two weeks from now", "the previous day", "that year".</summary>
internal static class DistanceRules
{
    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<TimeRule> All { get; } =
    [
        new("ago", (scan, at) => Away(scan, at, pieces => pieces.Ago)),
        new("earlier-or-later", (scan, at) => Away(scan, at, pieces => pieces.FromTold)),
        new("in-units", InUnits),
        new("neighbouring-unit", Neighbour),
        new("that-unit", SameUnit),
        new("earlier-in-unit", EarlierInUnit),
    ];

    private readonly record struct Turn(int Ago, int FromTold, int End);

    private static TimeReading? Away(TimeScan scan, int at, Func<Turn, int> sign)
    {
        if (Amount.Read(scan.Pieces, Bounds.Skip(scan.Pieces, at)) is not { } amount)
            return null;

        var turn = TurnAt(scan.Pieces, amount.End);
        return sign(turn) switch
        {
            0 => null,
            var step => Placed(turn.End, turn.Ago != 0 ? scan.Anchor : scan.ReferenceAt(at), amount, step),
        };
    }

    private static Turn TurnAt(Pieces pieces, int at)
    {
        if (pieces.Is(at, "ago"))
            return new Turn(-1, 0, at + 1);

        if (pieces.Is(at, "from") && (pieces.IsOneOf(at + 1, "now", "today")))
            return new Turn(1, 0, at + 2);

        if (pieces.Is(at, "earlier") || (pieces.Is(at, "before") && !pieces.IsWord(at + 1) && !pieces.IsDigits(at + 1)))
            return new Turn(0, -1, at + 1);

        return pieces.Is(at, "later") ? new Turn(0, 1, at + 1) : default;
    }

    /// <summary>"in two weeks": a day to come where the clause looks ahead, else a length.</summary>
    private static TimeReading? InUnits(TimeScan scan, int at)
    {
        if (!scan.Pieces.Is(at - 1, "in") || Amount.Read(scan.Pieces, at) is not { } amount || scan.Pieces.IsDash(amount.End - 2))
            return null;

        var isAhead = scan.Anchor is not null && scan.DirectionAt(at) == Direction.Future && (amount.Count is not null || scan.Pieces.Is(at, "a"));
        return isAhead ? Placed(amount.End, scan.Anchor, amount, 1) : null;
    }

    private static TimeReading Placed(int end, DateOnly? from, Amount amount, int step)
    {
        if (amount.Unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour)
            return TimeReading.Loose(end, TimeType.Date, step < 0 ? "PAST_REF" : "FUTURE_REF");

        if (amount.Count is not { } count || from is not { } day || TimeReading.Shift(day, amount.Unit, count * step) is not { } there)
            return TimeReading.Loose(end, TimeType.Date, step < 0 ? "PAST_REF" : "FUTURE_REF");

        return amount.Unit switch
        {
            TimeUnit.Day or TimeUnit.Night => TimeReading.Day(end, there),
            TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Fortnight => TimeReading.Week(end, there),
            TimeUnit.Month or TimeUnit.Quarter => TimeReading.Month(end, there.Year, there.Month, Part.Whole),
            TimeUnit.Year => TimeReading.Year(end, there.Year, Part.Whole),
            TimeUnit.Decade => TimeReading.Years(end, $"{there.Year / 10}X", Math.Max(there.Year - 5, 1), Math.Min(there.Year + 5, 9999)),
            _ => TimeReading.Years(end, $"{there.Year / 100:00}XX", Math.Max(there.Year - 50, 1), Math.Min(there.Year + 50, 9999)),
        };
    }

    /// <summary>"the previous day", "the following week", "the next morning", "the day before".</summary>
    private static TimeReading? Neighbour(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (!pieces.Is(at, "the"))
            return null;

        if (pieces.IsOneOf(at + 1, "day", "night", "year", "week") && pieces.IsOneOf(at + 2, "before", "after") && IsPhraseEnd(pieces, at + 3))
            return CalendarNames.IsUnit(pieces, at + 1, out var after) ? Placed(at + 3, scan.ReferenceAt(at), new Amount(1, after, at), pieces.Is(at + 2, "before") ? -1 : 1) : null;

        return Beside(scan, at, pieces.IsOneOf(at + 1, "previous", "preceding") ? -1 : pieces.IsOneOf(at + 1, "following", "next") ? 1 : 0);
    }

    private static TimeReading? Beside(TimeScan scan, int at, int step)
    {
        var pieces = scan.Pieces;
        if (step == 0)
            return null;

        if (CalendarNames.IsDaypart(pieces, at + 2, out var part) && Placed(at + 3, scan.ReferenceAt(at), new Amount(1, TimeUnit.Day, at), step) is var day)
            return Dayparts.OfDay(day, part, at + 3);

        var isTold = CalendarNames.IsUnit(pieces, at + 2, out var unit) && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && !pieces.Form(at + 2).EndsWith("s", StringComparison.Ordinal);
        return isTold ? Placed(at + 3, scan.ReferenceAt(at), new Amount(1, unit, at), step) : null;
    }

    private static bool IsPhraseEnd(Pieces pieces, int at) => !pieces.IsWord(at) && !pieces.IsDigits(at);

    /// <summary>"that day", "the same day", "earlier that month", "that night".</summary>
    private static TimeReading? SameUnit(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var word = pieces.IsOneOf(at, "earlier", "later") ? at + 1 : at;
        var unit = pieces.Is(word, "that") ? pieces.Skip(word + 1, "same") : pieces.Is(word, "the") && pieces.Is(word + 1, "same") ? word + 2 : -1;
        if (unit < 0 || scan.ReferenceAt(at) is not { } day)
            return null;

        if (CalendarNames.IsDaypart(pieces, unit, out var part))
            return Dayparts.OfDay(TimeReading.Day(unit + 1, day), part, unit + 1);

        return !CalendarNames.IsUnit(pieces, unit, out var told) ? null : told switch
        {
            TimeUnit.Day => TimeReading.Day(unit + 1, day),
            TimeUnit.Week => TimeReading.Week(unit + 1, day),
            TimeUnit.Month => TimeReading.Month(unit + 1, day.Year, day.Month, Part.Whole),
            TimeUnit.Year => TimeReading.Year(unit + 1, day.Year, Part.Whole),
            _ => null,
        };
    }

    /// <summary>"earlier in the day", "later in the week", "earlier in the month".</summary>
    private static TimeReading? EarlierInUnit(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var isOpened = (pieces.IsOneOf(at, "earlier", "later")) && pieces.Is(at + 1, "in") && pieces.Is(at + 2, "the");
        if (!isOpened || scan.ReferenceAt(at) is not { } day || !CalendarNames.IsUnit(pieces, at + 3, out var unit))
            return null;

        return unit switch
        {
            TimeUnit.Day => TimeReading.Day(at + 4, day),
            TimeUnit.Week => TimeReading.Week(at + 4, day),
            TimeUnit.Month => TimeReading.Month(at + 4, day.Year, day.Month, Part.Whole),
            TimeUnit.Year => TimeReading.Year(at + 4, day.Year, Part.Whole),
            _ => null,
        };
    }
}
