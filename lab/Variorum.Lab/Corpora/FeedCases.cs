using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Variorum.Lab.Corpora;

/// <summary>A feed and what a reader should find in it.</summary>
/// <param name="Name">For the list of what differs.</param>
/// <param name="Page">The feed.</param>
/// <param name="Expected">Path of a field ("items/0/title") and the value expected there; null for none.</param>
/// <param name="OutOfScope">Why the case is not in scope; null for one that is.</param>
internal sealed record FeedCase(string Name, Page Page, IReadOnlyList<(string Path, string? Value)> Expected, string? OutOfScope);

/// <summary>Reads the cases of gofeed and feedparser and puts them in one form.</summary>
internal static partial class FeedCases
{
    /// <summary>gofeed's fields by the names that ours have; what stands in no row is out of scope.</summary>
    private static readonly Dictionary<string, string> GoFields = FieldNames.Read("""
        title: title
        url: link home_page_url
        self: feedLink feed_url
        description: description subtitle tagline
        language: language
        copyright: copyright rights
        generator: generator
        summary: summary
        content: content content_html
        id: guid id
        published: published pubDate date_published
        updated: updated lastBuildDate date_modified
        authors: authors author managingEditor webMaster
        contributors: contributors
        categories: categories tags
        links: links
        source: source
        attachments: enclosures attachments
        """);

    public static IEnumerable<FeedCase> GoFeed(DirectoryInfo data)
    {
        var files = WebPages.Unpack(data, "feeds/gofeed.tar.gz");
        foreach (var (path, bytes) in files)
        {
            var isXml = path.EndsWith(".xml", StringComparison.Ordinal);
            var expected = isXml ? path[..^4] + ".json" : path.EndsWith(".json", StringComparison.Ordinal) ? path[..^5] + "_expected.json" : "";
            if (files.TryGetValue(expected, out var json))
            {
                yield return GoCase(path, bytes, json);
            }
        }
    }

    public static IEnumerable<FeedCase> FeedParser(DirectoryInfo data)
    {
        foreach (var (path, bytes) in WebPages.Unpack(data, "feeds/feedparser.tar.gz").Where(file => file.Key.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var text = Encoding.Latin1.GetString(bytes);
            var expectation = Expectation().Match(text) is { Success: true } match ? match.Groups["what"].Value.Trim() : "";
            var (fields, reason) = PythonExpectation.Read(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(expectation)), path, text);
            yield return new FeedCase(path, new Page(path, bytes, Url: new Uri(new Uri("http://127.0.0.1:8097/" + path), Location().Match(text) is { Success: true } at ? at.Groups[1].Value.Trim() : "").ToString()), fields, reason);
        }
    }

    private static FeedCase GoCase(string path, byte[] feed, byte[] expected)
    {
        var fields = new List<(string, string?)>();
        using var json = JsonDocument.Parse(expected);
        var page = new Page(path, feed, MediaType: path.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : null);
        if (path.Contains("itunes", StringComparison.Ordinal) || path.Contains("fallbacks", StringComparison.Ordinal))
        {
            return new FeedCase(path, page, [], "what is left out filled from iTunes and other extensions");
        }

        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (property.Name is "items" or "entries" && property.Value.ValueKind == JsonValueKind.Array)
            {
                var number = 0;
                foreach (var item in property.Value.EnumerateArray())
                {
                    Add(fields, $"items/{number++}/", item, path, isItem: true);
                }
            }
        }

        Add(fields, "", json.RootElement, path, isItem: false);
        return new FeedCase(path, page, fields, fields.Count > 0 ? null : path.Contains("/extensions/", StringComparison.Ordinal) ? "extensions as trees" : Reason(json.RootElement));
    }

    private static string Reason(JsonElement root)
    {
        var keys = root.EnumerateObject().Select(property => property.Name).Concat(root.TryGetProperty("items", out var items) || root.TryGetProperty("entries", out items) ? items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().SelectMany(item => item.EnumerateObject().Select(property => property.Name)) : [] : []);
        var rest = keys.Except(["items", "entries", "version", "feedType", "feedVersion"]).Order(StringComparer.Ordinal).ToList();
        return rest.Count == 0 ? "nothing is expected but the version" : "fields not kept: " + string.Join(", ", rest);
    }

    private static void Add(List<(string Path, string? Value)> fields, string at, JsonElement element, string file, bool isItem)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!GoFields.TryGetValue(property.Name, out var field) || (property.Name == "author" && element.TryGetProperty("authors", out _)))
            {
                continue;
            }

            if (!isItem && field is "updated" or "published" && file.Contains("translator/json", StringComparison.Ordinal))
            {
                continue; // gofeed takes these from the items.
            }

            field = isItem && field == "description" ? "summary" : field;
            AddValue(fields, at + field, property.Value, file);
        }
    }

    private static void AddValue(List<(string Path, string? Value)> fields, string path, JsonElement value, string file)
    {
        var field = path[(path.LastIndexOf('/') + 1)..];
        fields.AddRange(field switch
        {
            "authors" or "contributors" => Persons(path, value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value]),
            "categories" => Items(value).Select((item, i) => ($"{path}/{i}", item.ValueKind == JsonValueKind.String ? item.GetString() : Text(item, "label") ?? Text(item, "value") ?? Text(item, "term"))).Where(pair => pair.Item2 is not null),
            "source" => Text(value, "title") is { } title ? [(path + "/title", title)] : [],
            "attachments" => Items(value).Select((item, i) => ($"{path}/{i}/url", Text(item, "url"))).Where(pair => pair.Item2 is not null),
            "links" => file.Contains("parser/atom", StringComparison.Ordinal) ? Alternate(path, value) : [],
            _ => value.ValueKind == JsonValueKind.String ? [(path, value.GetString())] : Text(value, "value") is { } inner ? [(path, inner)] : [],
        });
    }

    private static IEnumerable<(string Path, string? Value)> Persons(string path, List<JsonElement> persons) =>
        persons.Select((person, i) => ($"{path}/{i}/name", person.ValueKind == JsonValueKind.String ? "*" + person.GetString() : Text(person, "name")))
            .Concat(persons.Select((person, i) => ($"{path}/{i}/email", Text(person, "email"))).Where(pair => pair.Item2 is not null));

    private static IEnumerable<(string Path, string? Value)> Alternate(string path, JsonElement links)
    {
        var alternate = Items(links).FirstOrDefault(link => link.ValueKind == JsonValueKind.Object && (Text(link, "rel") ?? "alternate") == "alternate");
        return Text(alternate, "href") is { } href ? [(path[..^5] + "url", href)] : [];
    }

    private static List<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string key) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"Expect:\s*(?<what>.*?)\s*(?:\n\w+:|-->)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Expectation();

    [GeneratedRegex(@"Content-Location:\s*(\S+)")]
    private static partial Regex Location();
}
