using System.Collections.Immutable;
using System.Globalization;

namespace Variorum.Clustering;

/// <summary>Why articles are one story, in words for a reader: the names that most of them share, and the day.</summary>
internal static class StoryReasons
{
    private const int MostTold = 6;

    /// <summary>The shared names of a story, those that most articles have first, then the day that most of them name. Empty for an article alone.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<StorySketch> sketches)
    {
        if (sketches.Count < 2)
        {
            return [];
        }

        var found = new Dictionary<string, (string Printed, int Articles, int Place)>(StringComparer.OrdinalIgnoreCase);
        foreach (var sketch in sketches)
        {
            var words = sketch.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            for (var i = 0; i < words.Count; i++)
            {
                var known = found.GetValueOrDefault(words[i], (words[i], 0, 0));
                found[words[i]] = (known.Item1, known.Item2 + 1, known.Item3 + i);
            }
        }

        var told = new List<string>();
        foreach (var (printed, _, _) in found.Values.Where(f => f.Articles > 1 && !DayHints.Names(f.Printed))
            .OrderByDescending(f => f.Articles).ThenBy(f => (double)f.Place / f.Articles).ThenBy(f => f.Printed, StringComparer.Ordinal))
        {
            // "Masoud Pezeshkian" says all that "Pezeshkian" says.
            if (!told.Exists(t => t.Contains(printed, StringComparison.OrdinalIgnoreCase)) && told.Count < MostTold)
            {
                told.RemoveAll(t => printed.Contains(t, StringComparison.OrdinalIgnoreCase));
                told.Add(printed);
            }
        }

        return [.. told, .. Day(sketches)];
    }

    /// <summary>The day that at least half of the articles name, the one that most do; the latest of equals.</summary>
    private static IEnumerable<string> Day(IReadOnlyList<StorySketch> sketches) => sketches
        .SelectMany(sketch => Named(sketch).Distinct())
        .CountBy(date => date)
        .Where(date => date.Value > 1 && 2 * date.Value >= sketches.Count)
        .OrderByDescending(date => date.Value).ThenByDescending(date => date.Key).Take(1)
        .Select(date => string.Create(CultureInfo.InvariantCulture, $"{date.Key.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Key.Month)}"));

    /// <summary>The days named by date, and by weekday where it is the article's own day or the one before: another weekday may lie ahead.</summary>
    private static IEnumerable<(int Month, int Day)> Named(StorySketch sketch)
    {
        foreach (var date in sketch.Dates)
        {
            yield return (date / DayHints.MonthUnit, date % DayHints.MonthUnit);
        }

        for (var before = 0; before <= 1 && sketch.Day is { } own && own > before; before++)
        {
            var date = DateOnly.FromDayNumber(own - before);
            if ((sketch.Weekdays >> (int)date.DayOfWeek & 1) != 0)
            {
                yield return (date.Month, date.Day);
            }
        }
    }
}
