using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Variorum.Learning;

namespace Variorum.Lab.Corpora;

/// <summary>Articles of which it is known which tell of one event.</summary>
/// <param name="Name">The set's name, as in figures.</param>
/// <param name="Articles">In the order in which they were published.</param>
/// <param name="Stories">The story of each; null where it is not known.</param>
internal sealed record NewsStories(string Name, ImmutableArray<Article> Articles, ImmutableArray<string?> Stories)
{
    /// <summary>How many other articles the roundups' are mixed with.</summary>
    private const int Others = 10_000;

    private const int SmallHeapStories = 300;

    /// <summary>How much of an article a feed gives.</summary>
    private const int BriefLength = 400;

    private static readonly ImmutableArray<int> HeapSizes = [6, 2, 3];

    /// <summary>Every set.</summary>
    public static IEnumerable<NewsStories> Read(DirectoryInfo data) => [Events(data), Incidents(data), Roundups(data, Others)];

    /// <summary>The last set amid every other article of the same years.</summary>
    public static NewsStories ReadAll(DirectoryInfo data) => Roundups(data, int.MaxValue);

    /// <summary>The same articles as a feed gives them: headline and beginning.</summary>
    public NewsStories Brief() => this with { Articles = [.. Articles.Select(a => a with { Text = a.Text[..Math.Min(a.Text.Length, BriefLength)] })] };

    /// <summary>The set taken apart into heaps of a few stories, in the set's order, so small as what a person hands in; more than once where it holds few.</summary>
    public IEnumerable<ImmutableArray<int>> SmallHeaps()
    {
        var members = Enumerable.Range(0, Articles.Length).Where(i => Stories[i] is not null).GroupBy(i => Stories[i]!).ToList();
        var times = Math.Max(HeapSizes.Length, SmallHeapStories / members.Count);
        return Enumerable.Range(0, times).SelectMany(time => members
            .OrderBy(story => FeatureHash.Of((uint)time, FeatureHash.Of(story.Key))).Chunk(HeapSizes[time % HeapSizes.Length])
            .Select(heap => heap.SelectMany(story => story).Order().ToImmutableArray()));
    }

    /// <summary>News of the world, grouped by event; days are not always right.</summary>
    private static NewsStories Events(DirectoryInfo data)
    {
        var articles = new List<(Article, string?)>();
        using var stream = File.OpenRead(Path.Combine(data.FullName, "stories", "giveme5w1h.tar.gz"));
        using var tar = new TarReader(new GZipStream(stream, CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not null && entry.Name.EndsWith(".json", StringComparison.Ordinal))
            {
                using var json = JsonDocument.Parse(entry.DataStream);
                var root = json.RootElement;
                articles.Add((Make(Path.GetFileName(entry.Name), Text(root, "title"), Text(root, "text"), Text(root, "date_publish")), Text(root, "event")));
            }
        }

        return Order("giveme5w1h", articles);
    }

    /// <summary>Shootings told by local news: look-alikes.</summary>
    private static NewsStories Incidents(DirectoryInfo data)
    {
        var articles = new List<(Article, string?)>();
        foreach (var line in DataFile.Lines(data, "stories/gva.articles.jsonl.gz"))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            articles.Add((Make(Text(root, "id"), Text(root, "title"), Text(root, "content"), Text(root, "dct")), Text(root, "incident")));
        }

        return Order("gva", articles);
    }

    /// <summary>Three outlets' reports of an event, amid other articles of the same years, so many at most.</summary>
    private static NewsStories Roundups(DirectoryInfo data, int most)
    {
        var stories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines(data, "stories/allsides-clusters.jsonl.gz"))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            foreach (var article in root.GetProperty("articles").EnumerateArray())
            {
                stories.TryAdd(Text(article, "id"), string.Create(CultureInfo.InvariantCulture, $"{Text(root, "split")} {root.GetProperty("n").GetInt32()}"));
            }
        }

        var articles = new List<(Article, string?)>();
        var others = 0;
        foreach (var line in DataFile.Lines(data, "text/article-bias.jsonl.xz"))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var story = stories.GetValueOrDefault(Text(root, "id"));
            if (story is not null || others++ < most)
            {
                articles.Add((Make(Text(root, "id"), Text(root, "title"), Text(root, "text"), Text(root, "date")), story));
            }
        }

        return Order("allsides", articles);
    }

    private static NewsStories Order(string name, List<(Article Article, string? Story)> articles)
    {
        var ordered = articles.OrderBy(a => a.Article.Published is null).ThenBy(a => a.Article.Published?.Date).ThenBy(a => a.Article.Path, StringComparer.Ordinal).ToList();
        // A page that stands under several events is several articles here.
        return new NewsStories(name, [.. ordered.Select((a, i) => a.Article with { Sha256 = string.Create(CultureInfo.InvariantCulture, $"{name} {i}") })], [.. ordered.Select(a => a.Story)]);
    }

    private static Article Make(string id, string headline, string text, string day) => new()
    {
        Path = id,
        Sha256 = id,
        Headline = headline,
        Text = text,
        Published = day.Length >= 10 && DateOnly.TryParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new Timestamp(date) : null,
    };

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
