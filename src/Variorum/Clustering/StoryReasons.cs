using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Why articles are one story, in words for a reader: the names that most of them share.</summary>
internal static class StoryReasons
{
    private const int MostTold = 6;

    /// <summary>The shared names of a story, those that most articles have first. Empty for an article alone.</summary>
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
        foreach (var (printed, _, _) in found.Values.Where(f => f.Articles > 1)
            .OrderByDescending(f => f.Articles).ThenBy(f => (double)f.Place / f.Articles).ThenBy(f => f.Printed, StringComparer.Ordinal))
        {
            // "Masoud Pezeshkian" says all that "Pezeshkian" says.
            if (!told.Exists(t => t.Contains(printed, StringComparison.OrdinalIgnoreCase)) && told.Count < MostTold)
            {
                told.RemoveAll(t => printed.Contains(t, StringComparison.OrdinalIgnoreCase));
                told.Add(printed);
            }
        }

        return [.. told];
    }
}
