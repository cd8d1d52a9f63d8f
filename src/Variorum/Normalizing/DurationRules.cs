using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Lengths of time and recurring times: "three years", "the past two months", "every Friday", "daily".</summary>
internal static class DurationRules
{
    private static readonly FrozenDictionary<string, string> Adverbs = Vocabulary.Of<string>(
        ("hourly", "PT1H"), ("daily", "P1D"), ("nightly", "P1D"), ("weekly", "P1W"), ("fortnightly", "P2W"), ("monthly", "P1M"),
        ("yearly", "P1Y"), ("annually", "P1Y"));

    private static readonly FrozenSet<string> Stretches = Vocabulary.Words(
        ["last", "past", "next", "coming", "first", "final", "previous", "following", "preceding"]);

    /// <summary>In the order in which they are tried.</summary>
    public static ImmutableArray<TimeRule> All { get; } =
    [
        new("stretch", Stretch),
        new("duration", Length),
        new("recurring", Recurring),
        new("recurring-adverb", Adverb),
        new("plural-weekday", PluralWeekday),
        new("unsaid-duration", Bare),
    ];

    private static TimeReading? Length(TimeScan scan, int at) =>
        Amount.Read(scan.Pieces, at) is { } amount ? TimeReading.Loose(amount.End, TimeType.Duration, amount.Value) : null;

    /// <summary>"the past two months", "the first nine months", "the next few days", "the three days".</summary>
    private static TimeReading? Stretch(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        var word = pieces.Skip(at, "the");
        var number = pieces.IsAny(word, Stretches) ? word + 1 : word;
        if (number == at || pieces.Is(number, "a") || Amount.Read(pieces, number) is not { } amount || pieces.IsDash(amount.End - 2))
            return null;

        return TimeReading.Loose(amount.End, TimeType.Duration, amount.Value);
    }

    /// <summary>"every Friday", "each year", "every two weeks", "every other day".</summary>
    private static TimeReading? Recurring(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (!pieces.Is(at, "every") && !pieces.Is(at, "each"))
            return null;

        if (CalendarNames.Weekday(pieces, at + 1, out var end) is { } weekday)
            return Dayparts.Extend(pieces, TimeReading.Loose(end, TimeType.Set, Unplaced(weekday))) with { Type = TimeType.Set };

        if (CalendarNames.IsDaypart(pieces, at + 1, out var part) && !pieces.Is(at + 1, "night"))
            return TimeReading.Loose(at + 2, TimeType.Set, $"XXXX-XX-XXT{part}");

        var other = pieces.Skip(pieces.Skip(at + 1, "other"), "single");
        if (CalendarNames.IsUnit(pieces, other, out var unit))
            return TimeReading.Loose(other + 1, TimeType.Set, new Amount(pieces.Is(at + 1, "other") ? 2 : 1, unit, at).Value);

        return Amount.Read(pieces, at + 1) is { } amount && !pieces.Is(at + 1, "a") ? TimeReading.Loose(amount.End, TimeType.Set, amount.Value) : null;
    }

    private static TimeReading? Adverb(TimeScan scan, int at) =>
        scan.Pieces.Look(at, Adverbs, out var value) && !scan.Pieces.IsCapital(at) ? TimeReading.Loose(at + 1, TimeType.Set, value) : null;

    /// <summary>"on Fridays", "Sundays".</summary>
    private static TimeReading? PluralWeekday(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (!pieces.IsCapital(at) || pieces.Length(at) < 7 || pieces.Form(at)[^1] != 's')
            return null;

        foreach (var weekday in (ReadOnlySpan<DayOfWeek>)[DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday])
            if (pieces.Form(at)[..^1].Equals(weekday.ToString(), StringComparison.Ordinal))
                return TimeReading.Loose(at + 1, TimeType.Set, Unplaced(weekday));

        return null;
    }

    /// <summary>"for years", "weeks of talks", "decades-long".</summary>
    private static TimeReading? Bare(TimeScan scan, int at)
    {
        var pieces = scan.Pieces;
        if (!CalendarNames.IsUnit(pieces, at, out var unit) || unit is TimeUnit.Second or TimeUnit.Quarter or TimeUnit.Weekend or TimeUnit.Night || IsCounted(pieces, at - 1))
            return null;

        var isLong = pieces.IsDash(at + 1) && pieces.Is(at + 2, "long");
        if (!pieces.Form(at).EndsWith("s", StringComparison.OrdinalIgnoreCase))
            return isLong ? TimeReading.Loose(at + 3, TimeType.Duration, new Amount(1, unit, at).Value) : null;

        var isTold = isLong || pieces.Is(at - 1, "for") || pieces.IsOneOf(at + 1, "of", "later", "before", "after") || pieces.Is(at - 1, "in");
        return isTold ? TimeReading.Loose(isLong ? at + 3 : at + 1, TimeType.Duration, new Amount(null, unit, at).Value) : null;
    }

    private static bool IsCounted(Pieces pieces, int at) => pieces.IsDigits(at) || pieces.IsDash(at);

    private static string Unplaced(DayOfWeek weekday) => $"XXXX-WXX-{((int)weekday + 6) % 7 + 1}";
}
