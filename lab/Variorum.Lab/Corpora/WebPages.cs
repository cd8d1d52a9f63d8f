using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Variorum.Lab.Corpora;

/// <summary>A saved page and what people say of its article; null where they say nothing of a field.</summary>
/// <param name="Name">For the list of what differs.</param>
/// <param name="Page">As it was saved.</param>
/// <param name="Headline">The title.</param>
/// <param name="Authors">Who signed it, in no order.</param>
/// <param name="Date">When it was published, ISO 8601 or a day.</param>
/// <param name="Body">The text.</param>
internal sealed record WebPage(string Name, Page Page, string? Headline = null, IReadOnlyList<string>? Authors = null, string? Date = null, string? Body = null);

/// <summary>Reads the sets of saved pages.</summary>
internal static partial class WebPages
{
    /// <summary>The pages of the article-extraction-benchmark: bodies.</summary>
    public static IEnumerable<WebPage> Benchmark(DirectoryInfo data)
    {
        var files = Unpack(data, "extraction/article-extraction-benchmark.tar.gz");
        using var truth = JsonDocument.Parse(files.First(file => file.Key.EndsWith("ground-truth.json", StringComparison.Ordinal)).Value);
        foreach (var entry in truth.RootElement.EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var file = files.First(file => file.Key.EndsWith(entry.Name + ".html.gz", StringComparison.Ordinal));
            yield return new WebPage(entry.Name, PageOf(file), Body: Text(entry.Value, "articleBody"));
        }
    }

    /// <summary>The pages of fundus: everything.</summary>
    public static IEnumerable<WebPage> Fundus(DirectoryInfo data)
    {
        var files = Unpack(data, "extraction/fundus.tar.gz");
        foreach (var (path, bytes) in files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)))
        {
            // A version's page is the one whose day comes at the version's place.
            var pages = files.Where(file => file.Key.StartsWith(path[..^5] + "_", StringComparison.Ordinal)).ToList();
            using var truth = JsonDocument.Parse(bytes);
            foreach (var ((name, value), page) in truth.RootElement.EnumerateObject().Where(version => version.Value.ValueKind == JsonValueKind.Object).Select(version => (version.Name, version.Value)).Zip(pages))
            {
                yield return new WebPage(page.Key[(page.Key.LastIndexOf('/') + 1)..], PageOf(page), Text(value, "title"), Strings(value.GetProperty("authors")), Text(value, "publishing_date"), FundusBody(value.GetProperty("body")));
            }
        }
    }

    /// <summary>The pages of readability: body and some metadata.</summary>
    public static IEnumerable<WebPage> Readability(DirectoryInfo data)
    {
        var files = Unpack(data, "extraction/readability.tar.gz");
        foreach (var page in files.Where(file => file.Key.EndsWith("/source.html", StringComparison.Ordinal)))
        {
            var folder = page.Key[..^"source.html".Length];
            using var said = JsonDocument.Parse(files[folder + "expected-metadata.json"]);
            var byline = Text(said.RootElement, "byline");
            yield return new WebPage(
                folder.TrimEnd('/').Split('/')[^1], PageOf(page), Text(said.RootElement, "title"), byline is null ? null : [byline], Text(said.RootElement, "publishedTime"), TextOf(Encoding.UTF8.GetString(files[folder + "expected.html"])));
        }
    }

    /// <summary>The pages of htmldate: days.</summary>
    public static IEnumerable<WebPage> HtmlDate(DirectoryInfo data)
    {
        var files = Unpack(data, "extraction/htmldate.tar.gz");
        var table = Encoding.UTF8.GetString(files.First(file => file.Key.EndsWith("expected.tsv", StringComparison.Ordinal)).Value);
        foreach (var row in table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')))
        {
            var file = files.First(file => file.Key.EndsWith("/" + row[0], StringComparison.Ordinal));
            yield return new WebPage(row[0], PageOf(file) with { Url = row[2] }, Date: row[1]);
        }
    }

    /// <summary>The files of an archive by their paths in it, in ordinal order.</summary>
    public static SortedDictionary<string, byte[]> Unpack(DirectoryInfo data, string path)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(data.FullName, path)), CompressionMode.Decompress);
        using var tar = new TarReader(stream);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } content)
            {
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                files[entry.Name] = bytes.ToArray();
            }
        }

        return files;
    }

    /// <summary>The words of markup.</summary>
    public static string TextOf(string markup) => WebUtility.HtmlDecode(Tags().Replace(InlineTags().Replace(markup, ""), " "));

    private static Page PageOf(KeyValuePair<string, byte[]> file)
    {
        if (!file.Key.EndsWith(".gz", StringComparison.Ordinal))
        {
            return new Page(file.Key, file.Value);
        }

        using var expanded = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(file.Value), CompressionMode.Decompress);
        gzip.CopyTo(expanded);
        return new Page(file.Key[..^3], expanded.ToArray());
    }

    private static string FundusBody(JsonElement body) => string.Join(
        "\n\n",
        Strings(body.GetProperty("summary")).Concat(body.GetProperty("sections").EnumerateArray().SelectMany(section => Strings(section.GetProperty("headline")).Concat(Strings(section.GetProperty("paragraphs"))))));

    private static List<string> Strings(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static string? Text(JsonElement value, string key) => value.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    [GeneratedRegex("</?(?:a|abbr|b|code|em|font|i|s|small|span|strong|sub|sup|time|u)(?:\\s[^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTags();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
