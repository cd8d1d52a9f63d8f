using System.Diagnostics;
using System.Globalization;
using Variorum.Extracting;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>How well articles are taken out of saved pages: body, headline, authors, date, and how fast.</summary>
/// <remarks><b>Method.</b> Bodies as the public article-extraction-benchmark measures them: runs of four words as a bag, precision
/// and recall as means over pages, F1 of the means. A headline is right where it has the same letters and digits as the one
/// expected; authors where they are the same persons; a date where it is the same day in the page's zone or in UTC. Speed is of one
/// thread over the benchmark's pages, from bytes to article, the best of three rounds.</remarks>
internal static class ExtractionScore
{
    private const int Rounds = 3;

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        var extractor = new ArticleExtractor(Models.Load(file => File.OpenRead(Path.Combine(models.FullName, file))));
        var benchmark = WebPages.Benchmark(data).ToList();
        return Set("benchmark", benchmark, extractor, tell)
            .Concat(Set("fundus", WebPages.Fundus(data), extractor, tell))
            .Concat(Set("readability", WebPages.Readability(data), extractor, tell))
            .Concat(Set("htmldate", WebPages.HtmlDate(data), extractor, tell))
            .Append(new Figure("extraction.pages-per-second", Speed(benchmark, extractor)));
    }

    private static IEnumerable<Figure> Set(string set, IEnumerable<WebPage> pages, ArticleExtractor extractor, Action<string>? tell)
    {
        var bodies = new BodyTally(set, tell);
        var fields = new[] { new FieldTally(set, "headline", tell), new FieldTally(set, "authors", tell), new FieldTally(set, "date", tell) };
        foreach (var page in pages)
        {
            var article = extractor.Extract(page.Page);
            bodies.Add(page.Name, page.Body, article.Text);
            fields[0].Add(page.Name, page.Headline, article.Headline, SayTheSame);
            fields[1].Add(page.Name, Joined(page.Authors), Joined([.. article.Bylines.Select(byline => byline.Name)]), AreTheSame);
            fields[2].Add(page.Name, page.Date, article.Published?.ToString(), AreOneDay);
        }

        return bodies.Figures().Concat(fields.SelectMany(field => field.Figures()));
    }

    private static double Speed(List<WebPage> pages, ArticleExtractor extractor)
    {
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var page in pages)
            {
                extractor.Extract(page.Page);
            }

            best = Math.Max(best, pages.Count / clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static string? Joined(IReadOnlyList<string>? names) => names is null or [] ? null : string.Join("; ", names);

    private static bool SayTheSame(string said, string found) => Letters(said) == Letters(found);

    private static bool AreTheSame(string said, string found) => said.Split("; ").Select(Letters).Order(StringComparer.Ordinal).SequenceEqual(found.Split("; ").Select(Letters).Order(StringComparer.Ordinal));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool AreOneDay(string said, string found) => Days(said).Intersect(Days(found)).Any();

    private static IEnumerable<string> Days(string date)
    {
        yield return date[..Math.Min(10, date.Length)];
        if (date.Length > 19 && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var moment))
        {
            yield return moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }
}
