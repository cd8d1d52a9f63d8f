using System.Collections.Immutable;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Variorum.Lab.Corpora;

/// <summary>An article as a page with all that is known of it, and its story.</summary>
/// <param name="Article">As the program takes it out of its record.</param>
/// <param name="Raw">The text as the set holds it, credits and all.</param>
/// <param name="Story">Its event.</param>
internal sealed record PressArticle(Article Article, string Raw, string Story);

/// <summary>Reports with outlet, address and credits, grouped by event.</summary>
internal static class PressStories
{
    private const string Archive = "web.archive.org/web/";

    /// <summary>Each set by its name.</summary>
    public static IEnumerable<(string Name, ImmutableArray<PressArticle> Articles)> Read(DirectoryInfo data, Pipeline pipeline) =>
        [("giveme5w1h", [.. Events(data, pipeline)]), ("gva", [.. Incidents(data, pipeline)])];

    /// <summary>Articles of many outlets, not grouped; records without a usable day keep none.</summary>
    public static IEnumerable<PressArticle> Bias(DirectoryInfo data, Pipeline pipeline)
    {
        foreach (var line in DataFile.Lines(data, "text/article-bias.jsonl.xz"))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return Make(pipeline, Text(root, "id"), "", root, Text(root, "text"), Text(root, "url"), Text(root, "date"), Text(root, "authors"));
        }
    }

    private static IEnumerable<PressArticle> Events(DirectoryInfo data, Pipeline pipeline)
    {
        using var stream = File.OpenRead(Path.Combine(data.FullName, "stories", "giveme5w1h.tar.gz"));
        using var tar = new TarReader(new GZipStream(stream, CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not null && entry.Name.EndsWith(".json", StringComparison.Ordinal))
            {
                using var memory = new MemoryStream();
                entry.DataStream.CopyTo(memory);
                using var json = JsonDocument.Parse(memory.ToArray());
                yield return new PressArticle(pipeline.Extract(new Page(Path.GetFileName(entry.Name), memory.ToArray())), Text(json.RootElement, "text"), Text(json.RootElement, "event"));
            }
        }
    }

    private static IEnumerable<PressArticle> Incidents(DirectoryInfo data, Pipeline pipeline)
    {
        foreach (var line in DataFile.Lines(data, "stories/gva.articles.jsonl.gz"))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var uri = Text(root, "uri");
            var archived = uri.IndexOf(Archive, StringComparison.Ordinal);
            var address = archived < 0 ? uri : uri[(uri.IndexOf('/', archived + Archive.Length) + 1)..];
            yield return Make(pipeline, Text(root, "id"), Text(root, "incident"), root, Text(root, "content"), address, Text(root, "dct"), "");
        }
    }

    private static PressArticle Make(Pipeline pipeline, string id, string story, JsonElement root, string text, string url, string date, string authors)
    {
        var record = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["title"] = Text(root, "title"),
            ["text"] = text,
            ["url"] = url,
            ["date_publish"] = date.Length == 0 ? null : date,
            ["authors"] = authors.Length == 0 ? [] : authors.Split(", "),
        });
        return new PressArticle(pipeline.Extract(new Page(id + ".json", Encoding.UTF8.GetBytes(record))), text, story);
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
