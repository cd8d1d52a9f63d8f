using System.Collections.Immutable;
using System.Text.Json;

namespace Variorum.Rendering;

/// <summary>Stories and copies alone: <c>variorum.group/1</c>.</summary>
public static class GroupJson
{
    /// <summary>Writes the record. <b>Order.</b> Articles by publication.</summary>
    /// <param name="stories">As <see cref="Pipeline.Group"/> gives them.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="indented">Whether a person may want to look at it.</param>
    public static void Write(ImmutableArray<Story> stories, Stream stream, bool indented)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var places = stories.SelectMany((story, i) => story.Readings.Select(reading => (reading.Article, Story: i)))
            .OrderBy(place => place.Article, ArticleOrder.Instance).ToArray();
        var ids = new Dictionary<Article, string>(ReferenceEqualityComparer.Instance);
        using (var json = new Utf8JsonWriter(stream, JsonShapes.Options(indented)))
        {
            json.WriteStartObject();
            json.WriteString("schema", "variorum.group/1");
            json.WriteStartArray("articles");
            foreach (var (article, story) in places)
            {
                ids[article] = "a" + (ids.Count + 1);
                json.WriteStartObject();
                json.WriteString("id", ids[article]);
                json.WriteString("path", article.Path);
                json.WriteString("story", "s" + (story + 1));
                json.WriteString("published", article.Published?.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("lineage");
            foreach (var story in stories)
            {
                WriteLinks(json, story, ids);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteLinks(Utf8JsonWriter json, Story story, Dictionary<Article, string> ids)
    {
        foreach (var link in story.Lineage.Links)
        {
            json.WriteStartObject();
            json.WriteString("from", ids[story.Readings[link.From].Article]);
            json.WriteString("to", ids[story.Readings[link.To].Article]);
            json.WriteString("kind", JsonShapes.Name(link.Kind));
            json.WriteNumber("share", Math.Round(link.Share, 4));
            json.WriteString("rule", link.Rule);
            json.WriteEndObject();
        }
    }
}
