using System.Collections.Immutable;
using System.Diagnostics;
using Variorum.Lab.Corpora;
using Variorum.Tracing;

namespace Variorum.Lab.Scoring;

/// <summary>What an article costs a window that looks for copies, from the first ten thousand to half a million.</summary>
/// <remarks>The first lap is real news; each later one is made from it: the letters of its longer words are moved along the alphabet by the
/// lap, so that no lap's text stands in another while its own copies do, and its days follow the lap before. Articles are made outside
/// the time.</remarks>
internal static class LineageStreamScore
{
    /// <summary>Shorter words stay: they are what all texts share.</summary>
    private const int Shortest = 5;

    private const int BatchSize = 1000;

    private static readonly ImmutableArray<int> Points = [10_000, 20_000, 50_000, 100_000, 150_000, 200_000, 300_000, 500_000];

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        var loaded = Models.Load(name => File.OpenRead(Path.Combine(models.FullName, name)));
        ImmutableArray<Article> articles = [.. PressStories.Bias(data, new Pipeline(loaded)).Select(a => a.Article)
            .Where(a => a.Text.Length > 0 && a.Published is not null).OrderBy(a => a.Published!.Value.Date)];
        LineageWindow.Trace(articles[..BatchSize]);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var window = new LineageWindow();
        var (count, point, links, letters, spent) = (0, 0, 0, 0L, 0.0);
        var held = new Queue<long>();
        foreach (var batch in Laps(articles, Points[^1]).Chunk(BatchSize))
        {
            var begun = Spent();
            foreach (var article in batch)
            {
                links += window.Add(article).Length;
            }

            spent += Spent() - begun;
            count += batch.Length;
            held.Enqueue(batch.Sum(article => 2L * article.Text.Length));
            letters += held.Last() - (held.Count * BatchSize > LineageWindow.Usual ? held.Dequeue() : 0);
            if (Points.Contains(count))
            {
                var articlesHeld = Math.Min(count, LineageWindow.Usual);
                yield return new Figure($"lineage-stream.micros.{count}", spent / (count - point));
                yield return new Figure($"lineage-stream.links.{count}", links);
                yield return new Figure($"lineage-stream.bytes-of-text.{count}", letters / (double)articlesHeld);
                yield return new Figure($"lineage-stream.bytes-besides.{count}", (GC.GetTotalMemory(forceFullCollection: true) - before - letters) / (double)articlesHeld);
                (spent, point, links) = (0, count, 0);
            }
        }

        GC.KeepAlive(window);
        GC.KeepAlive(articles);
    }

    /// <summary>Of all threads, the collector's too, so that others on the machine play no part.</summary>
    private static double Spent() => Process.GetCurrentProcess().TotalProcessorTime.TotalMicroseconds;

    private static IEnumerable<Article> Laps(ImmutableArray<Article> articles, int most)
    {
        var days = articles[^1].Published!.Value.Date.DayNumber - articles[0].Published!.Value.Date.DayNumber + 1;
        for (var i = 0; i < most; i++)
        {
            var (lap, article) = (i / articles.Length, articles[i % articles.Length]);
            yield return article with { Text = Move(article.Text, lap), Published = new Timestamp(article.Published!.Value.Date.AddDays(lap * days)) };
        }
    }

    private static string Move(string text, int lap) => string.Create(text.Length, (text, lap), static (moved, from) =>
    {
        from.text.CopyTo(moved);
        for (var i = 0; i < moved.Length;)
        {
            var start = i;
            while (i < moved.Length && char.IsAsciiLetter(moved[i]))
            {
                i++;
            }

            for (var k = start; i - start >= Shortest && k < i; k++)
            {
                var first = char.IsAsciiLetterUpper(moved[k]) ? 'A' : 'a';
                moved[k] = (char)(first + ((moved[k] - first + from.lap) % 26));
            }

            i = Math.Max(i, start + 1);
        }
    });
}
