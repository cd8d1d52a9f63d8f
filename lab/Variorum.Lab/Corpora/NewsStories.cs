using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Variorum.Lab.Corpora;

/// <summary>Articles of which it is known which tell of one event.</summary>
/// <param name="Name">The set's name, as in figures.</param>
/// <param name="Articles">In the order in which they were published.</param>
/// <param name="Stories">The story of each; null where it is not known.</param>
internal sealed record NewsStories(string Name, ImmutableArray<Article> Articles, ImmutableArray<string?> Stories)
{
    /// <summary>How many other articles the roundups' are mixed with.</summary>
    private const int Others = 10_000;

    /// <summary>Every set.</summary>
    public static IEnumerable<NewsStories> Read(DirectoryInfo data) => [Events(data), Incidents(data), Roundups(data)];

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

    /// <summary>Three outlets' reports of an event, amid other articles of the same years.</summary>
    private static NewsStories Roundups(DirectoryInfo data)
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
            if (story is not null || others++ < Others)
            {
                articles.Add((Make(Text(root, "id"), Text(root, "title"), Text(root, "text"), Text(root, "date")), story));
            }
        }

        return Order("allsides", articles);
    }

    private static NewsStories Order(string name, List<(Article Article, string? Story)> articles)
    {
        var ordered = articles.OrderBy(a => a.Article.Published is null).ThenBy(a => a.Article.Published?.Date).ThenBy(a => a.Article.Path, StringComparer.Ordinal).ToList();
        return new NewsStories(name, [.. ordered.Select(a => a.Article)], [.. ordered.Select(a => a.Story)]);
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
