using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Measures attributions on PolNeAR's development part, as the program prints them.</summary>
internal static class AttributionScoring
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models) => Score(data, models, null);

    /// <summary>The figures on PolNeAR's development part, as <c>annotate</c> would print it, and with <paramref name="tell"/> a line for everything that differs, worst first.</summary>
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        var pipeline = new Pipeline(Models.Load(file => File.OpenRead(Path.Combine(models.FullName, file))));
        var score = new AttributionScore();
        var misses = new List<AttributionMiss>();
        var (nested, all) = (0, 0);
        foreach (var article in PolNear.Dev(data))
        {
            var reading = pipeline.Read(new Article { Path = article.Id, Sha256 = "", Text = article.Text });
            var found = reading.Quotes.Concat(reading.Thoughts).ToLookup(quote => quote.IsNested);
            (nested, all) = (nested + found[true].Count(), all + found[true].Count() + found[false].Count());
            score.Add(article, [.. found[false].Select(quote => new MarkedAttribution(quote.Marked.Source, quote.Marked.Cue, quote.Marked.Content))], tell is null ? null : misses.Add);
        }

        foreach (var miss in misses.OrderByDescending(miss => miss.Words).ThenBy(miss => miss.Line, StringComparer.Ordinal))
        {
            tell?.Invoke($"{miss.Words}\t{miss.Line}");
        }

        return [.. score.Figures("polnear-dev"), new Figure("attribution.nested.polnear-dev", (double)nested / Math.Max(1, all))];
    }
}
