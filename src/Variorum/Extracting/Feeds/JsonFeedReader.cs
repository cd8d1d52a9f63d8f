using System.Collections.Immutable;
using System.Text.Json;

namespace Variorum.Extracting.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Null for JSON that is no feed, or none that can be read.</summary>
    public static Feed? Read(string text, string? address, List<Problem> problems)
    {
        try
        {
            using var json = JsonDocument.Parse(text.TrimStart('\uFEFF'), Options);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array ? Of(root, items, address) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problems.Add(new Problem(ProblemCodes.Damaged, "The input is no well-formed JSON."));
            return null;
        }
    }

    private static Feed Of(JsonElement root, JsonElement items, string? address)
    {
        var from = Text(root, "feed_url") ?? Text(root, "home_page_url") ?? address;
        return new Feed
        {
            Form = FeedForm.Json,
            Title = Text(root, "title"),
            Url = Text(root, "home_page_url"),
            Self = Text(root, "feed_url"),
            Description = Text(root, "description"),
            Language = Text(root, "language"),
            Image = Addresses.Resolve(from, Text(root, "icon") ?? Text(root, "favicon")),
            Authors = Persons(root),
            Items = [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => Item(item, from))],
        };
    }

    private static FeedItem Item(JsonElement item, string? from) => new()
    {
        Id = Text(item, "id"),
        Title = Text(item, "title"),
        Url = Addresses.Resolve(from, Text(item, "url") ?? Text(item, "external_url")),
        Summary = Text(item, "summary"),
        Content = Text(item, "content_html") ?? Text(item, "content_text"),
        Published = DateReader.Read(Text(item, "date_published")),
        Updated = DateReader.Read(Text(item, "date_modified")),
        Authors = Persons(item),
        Categories = Strings(item, "tags"),
        Attachments = [.. Objects(item, "attachments").Where(file => Text(file, "url") is not null).Select(file => new FeedAttachment(Addresses.Resolve(from, Text(file, "url"))!, Text(file, "mime_type"), Text(file, "size_in_bytes")))],
    };

    private static ImmutableArray<FeedPerson> Persons(JsonElement element) =>
        [.. Objects(element, "authors").Concat(element.TryGetProperty("author", out var one) && one.ValueKind == JsonValueKind.Object && !element.TryGetProperty("authors", out _) ? [one] : []).Select(person => new FeedPerson(Text(person, "name"), null, Text(person, "url")))];

    private static IEnumerable<JsonElement> Objects(JsonElement element, string key) =>
        element.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static ImmutableArray<string> Strings(JsonElement element, string key) =>
        element.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)] : [];

    private static string? Text(JsonElement element, string key) =>
        !element.TryGetProperty(key, out var value) ? null
            : value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim()
            : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
            : null;
}
