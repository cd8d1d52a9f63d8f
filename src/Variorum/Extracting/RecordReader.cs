using System.Text.Json;

namespace Variorum.Extracting;

/// <summary>Reads an article from a JSON record: news-please's fields, ninjs's and their like.</summary>
/// <remarks><b>Errors.</b> What is no JSON, or no record of an article, gives a problem and no body.</remarks>
internal static class RecordReader
{
    private static readonly string[] BodyKeys = ["maintext", "text", "body_text", "articleBody", "body", "content", "full_text", "article", "body_xhtml", "body_html", "content_html"];

    private static readonly string[] TitleKeys = ["title", "headline", "headline_main", "name", "title_page"];

    private static readonly string[] DateKeys = ["date_publish", "datePublished", "versioncreated", "firstcreated", "published", "publishedAt", "pub_date", "date", "published_at", "publish_date", "publication_date"];

    private static readonly string[] ChangeKeys = ["date_modify", "dateModified", "modified", "updated", "updated_at"];

    private static readonly string[] AddressKeys = ["url", "link", "canonical_url", "web_url", "uri"];

    private static readonly string[] OutletKeys = ["outlet", "publisher", "site_name", "publication", "source", "source_name"];

    private static readonly string[] AuthorKeys = ["authors", "author", "byline", "by"];

    /// <summary>Reads a record. <paramref name="readMarkup"/> reads a body that is HTML.</summary>
    public static Draft Read(string text, Action<string, Draft> readMarkup)
    {
        var draft = new Draft();
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            Fill(draft, Record(json.RootElement), readMarkup);
        }
        catch (JsonException)
        {
            draft.Problems.Add(new Problem(ProblemCodes.Damaged, "The input is no well-formed JSON."));
        }

        return draft;
    }

    /// <summary>The record itself: the first of a list, or what stands under "article".</summary>
    private static JsonElement Record(JsonElement root)
    {
        root = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("article", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
    }

    private static void Fill(Draft draft, JsonElement record, Action<string, Draft> readMarkup)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        draft.Headline = First(record, TitleKeys);
        draft.Url = First(record, AddressKeys) is { } address && FieldLine.IsAddress(address) ? address : null;
        draft.OutletHost = Text(record, "source_domain") ?? Text(record, "domain");
        draft.OutletName = First(record, OutletKeys) is { Length: < 80 } name && OutletFinder.HostOf(name) is null ? name : null;
        draft.Language = Text(record, "language");
        draft.Section = Text(record, "section");
        draft.Note("headline", MetadataOrigin.Record, draft.Headline is not null);
        draft.Note("url", MetadataOrigin.Record, draft.Url is not null);
        draft.Note("outlet", MetadataOrigin.Record, draft.OutletName is not null || draft.OutletHost is not null);
        draft.Note("section", MetadataOrigin.Record, draft.Section is not null);
        draft.Publish(DateReader.Read(First(record, DateKeys)), MetadataOrigin.Record);
        draft.Modified = DateReader.Read(First(record, ChangeKeys));
        foreach (var author in Authors(record).TakeWhile(author => !BylineReader.IsPhotoCredit(author)))
        {
            draft.Sign(BylineReader.Read(author), MetadataOrigin.Record);
        }

        FillBody(draft, First(record, BodyKeys) ?? "", readMarkup);
    }

    private static void FillBody(Draft draft, string body, Action<string, Draft> readMarkup)
    {
        if (body.Contains("</p>", StringComparison.OrdinalIgnoreCase) || body.Contains("<br", StringComparison.OrdinalIgnoreCase))
        {
            readMarkup(body, draft);
            return;
        }

        var lines = LineSplitter.Split(body);
        HeadReader.Read(lines, lines.Count, draft);
    }

    private static string? First(JsonElement record, string[] keys)
    {
        foreach (var key in keys)
        {
            if (Text(record, key) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>A field's text; of an object, its name; null for none or an empty one.</summary>
    private static string? Text(JsonElement record, string key)
    {
        if (!record.TryGetProperty(key, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return Text(value, "name") ?? Text(value, "main") ?? Text(value, "title");
        }

        return value.ValueKind == JsonValueKind.String && Unescaped(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    private static string? Unescaped(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static List<string> Authors(JsonElement record)
    {
        var names = new List<string>();
        foreach (var key in AuthorKeys)
        {
            if (names.Count == 0 && record.TryGetProperty(key, out var value))
            {
                names.AddRange(value.ValueKind == JsonValueKind.Array
                    ? value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? Text(item, "name") : item.ValueKind == JsonValueKind.String ? Unescaped(item) : null).OfType<string>()
                    : Text(record, key) is { } one ? [one] : []);
            }
        }

        return names;
    }
}
