using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Joins a time of day to the day beside it: "around 11pm local time on Thursday evening", "Friday at 3 p.m.".</summary>
internal static class TimeJoiner
{
    private const int Reach = 3;

    private static readonly FrozenSet<string> Links = Vocabulary.Words(
        ["on", "at", "around", "about", "of", "the", ",", "early", "late", "just", "before", "after", "shortly", "by", "in", "this", "approximately", "roughly"]);

    /// <summary>The times with neighbours joined. <b>Order.</b> As it was.</summary>
    public static ImmutableArray<TimeValue> Join(TimeScan scan, List<(int First, int End, TimeValue Time)> times)
    {
        var joined = ImmutableArray.CreateBuilder<TimeValue>(times.Count);
        for (var i = 0; i < times.Count; i++)
        {
            if (i + 1 < times.Count && AreBeside(scan, times[i].End, times[i + 1].First) && Pair(times[i].Time, times[i + 1].Time) is { } pair)
            {
                times[i + 1] = (times[i].First, times[i + 1].End, pair);
                continue;
            }

            joined.Add(times[i].Time);
        }

        return joined.ToImmutable();
    }

    private static bool AreBeside(TimeScan scan, int end, int first)
    {
        if (first - end > Reach || !scan.IsOneSentence(end - 1, first))
            return false;

        for (var i = end; i < first; i++)
            if (!scan.Pieces.IsAny(i, Links))
                return false;

        return true;
    }

    private static TimeValue? Pair(TimeValue left, TimeValue right) => (IsClock(left), IsClock(right)) switch
    {
        (true, false) when IsDay(right) => Timed(right, left, left.Span.Union(right.Span)),
        (false, true) when IsDay(left) => Timed(left, right, left.Span.Union(right.Span)),
        _ => null,
    };

    private static bool IsClock(TimeValue time) => time.Type == TimeType.Time && time.Value.Length >= 6 && time.Value[^6] == 'T' && char.IsAsciiDigit(time.Value[^1]);

    private static bool IsDay(TimeValue time) => time.Type is TimeType.Date or TimeType.Time && (time.Precision == TimePrecision.Day || time.Value.StartsWith("XXXX-", StringComparison.Ordinal) && time.Value.Length >= 9);

    private static TimeValue Timed(TimeValue day, TimeValue clock, TextSpan span)
    {
        var date = day.Value.Split('T')[0];
        return day with
        {
            Span = span,
            Type = TimeType.Time,
            Value = date + clock.Value[^6..],
            Precision = day.First is null ? TimePrecision.None : TimePrecision.Time,
            Rule = $"{clock.Rule}+{day.Rule}",
        };
    }
}
