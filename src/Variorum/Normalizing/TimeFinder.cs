using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Finds times and resolves them against the day from which the article counts.</summary>
/// <remarks>
/// <para><b>Method.</b> At every piece all rules are asked; the longest reading wins, of equal ones the rule that stands first.</para>
/// <para><b>Cost.</b> Linear: a rule looks at a fixed number of pieces.</para>
/// </remarks>
internal sealed class TimeFinder
{
    /// <summary>All rules, in the order in which they win over one another.</summary>
    public static ImmutableArray<TimeRule> Rules { get; } =
        [.. DateRules.All, .. ClockRules.All, .. HolidayRules.All, .. WeekdayRules.All, .. DistanceRules.All, .. DeicticRules.All, .. DurationRules.All, .. PeriodRules.All];

    /// <param name="document">The text.</param>
    /// <param name="anchor">The dateline's or publication's day; null leaves relative times unplaced.</param>
    /// <returns>The times in the order of the text; they do not overlap.</returns>
    public ImmutableArray<TimeValue> Find(Document document, DateOnly? anchor) => Find(document, new Pieces(document.Text), anchor);

    /// <summary>The same for a text that is cut already.</summary>
    internal static ImmutableArray<TimeValue> Find(Document document, Pieces pieces, DateOnly? anchor)
    {
        var scan = new TimeScan(document, pieces, anchor);
        var times = new List<(int, int, TimeValue)>();
        for (var at = 0; at < pieces.Count;)
        {
            if (Longest(scan, at) is not var (reading, rule) || !scan.IsOneSentence(at, reading.End - 1))
            {
                at++;
                continue;
            }

            times.Add((at, reading.End, new TimeValue(pieces.Span(at, reading.End), reading.Type, reading.Value, reading.Days?.First, reading.Days?.Last, reading.Precision, rule)));
            scan.Tell(at, reading);
            at = reading.End;
        }

        return TimeJoiner.Join(scan, times);
    }

    private static (TimeReading Reading, string Rule)? Longest(TimeScan scan, int at)
    {
        if (scan.Pieces[at].Kind is PieceKind.Mark or PieceKind.Break && !scan.Pieces.IsApostrophe(at))
            return null;

        (TimeReading Reading, string Rule)? best = null;
        foreach (var rule in Rules)
            if (rule.Read(scan, at) is { } reading && (best is null || reading.End > best.Value.Reading.End))
                best = (reading, rule.Name);

        return best;
    }
}
