using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Measures attributions on PolNeAR's development part, as the program prints them.</summary>
internal static class AttributionScoring
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models) => Score(data, models, null);

    /// <summary>The figures on PolNeAR's development part, as <c>annotate</c> would print it, and with <paramref name="tell"/> a line for everything that differs.</summary>
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        var pipeline = new Pipeline(Models.Load(file => File.OpenRead(Path.Combine(models.FullName, file))));
        var score = new AttributionScore();
        var lines = new List<string>();
        foreach (var article in PolNear.Dev(data))
        {
            var reading = pipeline.Read(new Article { Path = article.Id, Sha256 = "", Text = article.Text });
            var found = reading.Quotes.Concat(reading.Thoughts).Where(quote => !quote.IsNested);
            score.Add(article, [.. found.Select(quote => new MarkedAttribution(quote.Marked.Source, quote.Marked.Cue, quote.Marked.Content))], tell is null ? null : lines.Add);
        }

        lines.Sort(StringComparer.Ordinal);
        lines.ForEach(line => tell?.Invoke(line));
        return score.Figures("polnear-dev");
    }
}
