using System.Text.Json;

namespace Variorum.Rendering;

/// <summary>The account as a record for machines: <c>variorum.account/1</c>, described in <c>docs/account.schema.json</c>.</summary>
public static class AccountJson
{
    /// <summary>The name and version that the record carries.</summary>
    public const string Schema = "variorum.account/1";

    /// <summary>Writes the whole record. <b>Units.</b> UTF-8 without a mark, lines ended by a line feed.</summary>
    /// <param name="edition">What is to be written.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="indented">Whether a person may want to look at it.</param>
    public static void Write(Edition edition, Stream stream, bool indented)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(stream);
        using (var json = new Utf8JsonWriter(stream, JsonShapes.Options(indented)))
        {
            Write(json, edition);
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Edition edition)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("program", edition.Program);
        json.WriteStartObject("models");
        foreach (var (name, hash) in edition.Models)
        {
            json.WriteString(name, hash);
        }

        json.WriteEndObject();
        json.WriteStartArray("articles");
        foreach (var article in edition.Articles)
        {
            ArticleJson.Write(json, article, edition.Id(article));
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteStartArray("stories");
        for (var i = 0; i < edition.Accounts.Length; i++)
        {
            new StoryJson(json, edition, edition.Accounts[i]).Write("s" + (i + 1));
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
