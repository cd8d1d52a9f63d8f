using System.Text.Json;

namespace Variorum.Rendering;

/// <summary>An article's record, without analysis.</summary>
public static class ArticleJson
{
    private static readonly string[] OriginNames = ["json-ld", "opengraph", "meta", "microdata", "time", "text", "url", "record"];

    /// <summary>Writes one record a line, as <c>variorum extract</c> prints them.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="article">What.</param>
    /// <param name="id">Its name ("a1").</param>
    public static void Write(Utf8JsonWriter json, Article article, string id)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(article);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("path", article.Path);
        json.WriteString("url", article.Url);
        WriteOutlet(json, article.Outlet);
        json.WriteString("headline", article.Headline);
        json.Strings("byline", article.Bylines.Select(byline => byline.Name));
        json.Strings("wire", article.Wires);
        WriteDateline(json, article.Dateline);
        json.WriteString("published", article.Published?.ToString());
        json.WriteString("modified", article.Modified?.ToString());
        json.WriteString("publishedFrom", article.PublishedFrom is { } from ? JsonShapes.Name(from) : null);
        json.WriteString("language", article.Language);
        json.WriteNumber("words", CountWords(article.Text));
        json.WriteString("sha256", article.Sha256);
        json.WriteString("text", article.Text);
        WriteProblems(json, article);
        json.WriteString("section", article.Section);
        WriteOrigins(json, article);
        WriteBlocks(json, article);
        json.WriteEndObject();
    }

    /// <summary>How many stretches without white space hold a letter or digit.</summary>
    private static int CountWords(string text)
    {
        var (count, counted) = (0, false);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                counted = false;
            }
            else if (!counted && char.IsLetterOrDigit(c))
            {
                count++;
                counted = true;
            }
        }

        return count;
    }

    private static void WriteOutlet(Utf8JsonWriter json, Outlet? outlet)
    {
        if (outlet is null)
        {
            json.WriteNull("outlet");
            return;
        }

        json.WriteStartObject("outlet");
        json.WriteString("name", outlet.Name);
        json.WriteString("domain", outlet.Domain);
        json.WriteString("country", outlet.Country);
        json.WriteEndObject();
    }

    private static void WriteDateline(Utf8JsonWriter json, Dateline? dateline)
    {
        if (dateline is null)
        {
            json.WriteNull("dateline");
            return;
        }

        json.WriteStartObject("dateline");
        json.WriteString("place", dateline.Place);
        json.WriteString("date", dateline.Date is { } date ? new Timestamp(date).ToString() : null);
        json.WriteString("wire", dateline.Wire);
        json.Place(dateline.Span);
        json.WriteEndObject();
    }

    private static void WriteOrigins(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("origins");
        foreach (var (field, origin) in article.Origins)
        {
            json.WriteString(field, OriginNames[(int)origin]);
        }

        json.WriteEndObject();
    }

    private static void WriteBlocks(Utf8JsonWriter json, Article article)
    {
        json.WriteStartArray("blocks");
        foreach (var block in article.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonShapes.Name(block.Kind));
            json.Place(block.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProblems(Utf8JsonWriter json, Article article)
    {
        json.WriteStartArray("problems");
        foreach (var problem in article.Problems)
        {
            json.WriteStartObject();
            json.WriteString("code", problem.Code);
            json.Place(problem.Span);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
