using System.Diagnostics;
using System.Globalization;
using Variorum.Extracting;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>How well articles are taken out of saved pages: body, headline, authors, date, and how fast.</summary>
/// <remarks><b>Method.</b> Bodies as the public article-extraction-benchmark measures them: runs of four words as a bag, precision
/// and recall as means over pages, F1 of the means. A headline is right where it has the same letters and digits as the one
/// expected but for a site's name or a last third; authors where they are the same persons; a date where it is the same day in the page's zone or in UTC. Speed is of one
/// thread over the benchmark's pages, from bytes to article, the best of twelve rounds, by the processor's time.</remarks>
internal static class ExtractionScore
{
    private static readonly string[] TitleMarks = [" - ", " | ", " – ", " — ", "_"];

    private const int Rounds = 12;

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        var extractor = new ArticleExtractor(Models.Load(file => File.OpenRead(Path.Combine(models.FullName, file))));
        var benchmark = WebPages.Benchmark(data).ToList();
        return Set("benchmark", benchmark, extractor, tell)
            .Concat(Set("fundus", WebPages.Fundus(data), extractor, tell))
            .Concat(Set("readability", WebPages.Readability(data), extractor, tell))
            .Concat(Set("fundus+readability", WebPages.Fundus(data).Concat(WebPages.Readability(data)), extractor, null))
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
            fields[0].Add(page.Name, page.Headline, article.Headline, AreOneTitle);
            fields[1].Add(page.Name, Joined(page.Authors), Joined([.. article.Bylines.Select(byline => byline.Name)]), ArePersons);
            fields[2].Add(page.Name, page.Date, article.Published?.ToString(), AreOneDay);
        }

        return bodies.Figures().Concat(fields.SelectMany(field => field.Figures()));
    }

    private static double Speed(List<WebPage> pages, ArticleExtractor extractor)
    {
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var start = ProcessorTime();
            foreach (var page in pages)
            {
                extractor.Extract(page.Page);
            }

            best = Math.Max(best, pages.Count / (ProcessorTime() - start).TotalSeconds);
        }

        return best;
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static string? Joined(IReadOnlyList<string>? names) => names is null or [] ? null : string.Join("; ", names);

    /// <summary>The same letters and digits; one may go on where the other ends, by a third or behind a mark that parts a site's name.</summary>
    private static bool AreOneTitle(string said, string found)
    {
        var (longer, shorter) = said.Length > found.Length ? (said, found) : (found, said);
        var (all, part) = (Letters(longer), Letters(shorter));
        return all == part
            || (part.Length * 3 > all.Length * 2 && (all.StartsWith(part, StringComparison.Ordinal) || all.EndsWith(part, StringComparison.Ordinal)))
            || TitleMarks.Any(mark => longer.StartsWith(shorter + mark, StringComparison.Ordinal) || longer.EndsWith(mark + shorter, StringComparison.Ordinal));
    }

    /// <summary>The same persons; where a page's own line stands for them, all that is found stands in it and covers half of its letters.</summary>
    private static bool ArePersons(string said, string found)
    {
        var (expected, names) = (said.Split("; ").Select(Letters).ToList(), found.Split("; ").Select(Letters).ToList());
        return expected.Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal))
            || (expected is [var line] && names.TrueForAll(name => line.Contains(name, StringComparison.Ordinal)) && names.Sum(name => name.Length) * 2 >= line.Length);
    }

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
