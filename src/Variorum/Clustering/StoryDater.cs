using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Dates an undated report by the other reports of its story.</summary>
/// <remarks><b>Method.</b> Of the days on which the others were published, the one that makes most of the report's own times
/// ("on Friday") days that the others tell of; of equals the one that most share, then the earliest. Others whose days lie
/// far apart, and a report whose times fit none of them, leave it undated.</remarks>
internal static class StoryDater
{
    /// <summary>Reports of one event stand this near to most of the others.</summary>
    private const int Near = 3;

    /// <param name="readings">One story's.</param>
    /// <param name="redate">Gives a reading a date and resolves its times again.</param>
    /// <returns>The same readings, dated where that was possible, in the order of <see cref="ReadingOrder"/>.</returns>
    public static ImmutableArray<Reading> Date(ImmutableArray<Reading> readings, Func<Reading, Timestamp, Reading> redate)
    {
        ArgumentNullException.ThrowIfNull(redate);
        var dated = readings.Where(r => r.Article.Published is not null).ToList();
        var days = Candidates(dated);
        if (days.IsEmpty || dated.Count == readings.Length)
        {
            return [.. readings.Order(ReadingOrder.Instance)];
        }

        var told = dated.SelectMany(Days).ToHashSet();
        return [.. readings.Select(r => r.Article.Published is null ? Choose(r, days, told, redate) : r).Order(ReadingOrder.Instance)];
    }

    /// <summary>Days of publication that lie near at least half of all, the most shared first, then the earliest.</summary>
    private static ImmutableArray<DateOnly> Candidates(List<Reading> dated)
    {
        var days = dated.Select(r => r.Article.Dateline?.Date ?? r.Article.Published!.Value.Date).ToList();
        return [.. days.CountBy(d => d)
            .Where(c => 2 * days.Count(d => Math.Abs(d.DayNumber - c.Key.DayNumber) <= Near) >= days.Count)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)];
    }

    private static Reading Choose(Reading reading, ImmutableArray<DateOnly> days, HashSet<DateOnly> told, Func<Reading, Timestamp, Reading> redate)
    {
        var (best, most) = (reading, -1);
        foreach (var day in days)
        {
            var dated = redate(reading, new Timestamp(day));
            var fitting = Days(dated).Count(told.Contains);
            if (fitting > most && !Contradicts(dated, day))
            {
                (best, most) = (dated, fitting);
            }
        }

        return best;
    }

    /// <summary>Whether a report tells in full of a day well after its own: it was written later.</summary>
    private static bool Contradicts(Reading dated, DateOnly day)
    {
        var past = dated.Times.Where(t => t.Precision == TimePrecision.Day && t.First is not null).ToList();
        return past.Count > 0 && past.TrueForAll(t => t.First!.Value.DayNumber > day.DayNumber + Near);
    }

    private static IEnumerable<DateOnly> Days(Reading reading) => reading.Times
        .Where(t => t.Precision is TimePrecision.Day or TimePrecision.Time && t.First is not null && t.First == t.Last)
        .Select(t => t.First!.Value).Distinct();
}
