using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Variorum.Extracting.Feeds;

/// <summary>Writes an item of a feed as the record of an article.</summary>
internal static class FeedRecord
{
    /// <summary>A longer summary is taken for the text.</summary>
    public const int LongestSummary = 1500;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Feed feed, FeedItem item)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("title", item.Title is { } title ? PlainText.Of(title) : null);
            json.WriteString("url", item.Url);
            json.WriteString("outlet", (item.Source?.Title ?? feed.Title) is { } outlet ? PlainText.Of(outlet) : null);
            json.WriteString("date_publish", (item.Published ?? item.Updated)?.ToString());
            json.WriteString("date_modify", item.Updated?.ToString());
            json.WriteString("language", feed.Language);
            json.WriteStartArray("authors");
            foreach (var author in item.Authors.Where(author => author.Name is not null))
            {
                json.WriteStringValue(author.Name);
            }

            json.WriteEndArray();
            json.WriteString("content_html", Paragraphs(item.Content ?? item.Summary ?? ""));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The text as markup, so that it is read as such.</summary>
    private static string Paragraphs(string text) => text.Contains('<', StringComparison.Ordinal) ? "<p>" + text + "</p>" : text;
}
