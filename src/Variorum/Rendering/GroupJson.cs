using System.Collections.Immutable;
using System.Text.Json;

namespace Variorum.Rendering;

/// <summary>Stories and copies alone: <c>variorum.group/1</c>.</summary>
public static class GroupJson
{
    /// <summary>Writes the record. <b>Order.</b> Articles by publication, undated ones last, then by path.</summary>
    /// <param name="stories">As <see cref="StoryIndex.Stories"/> gives them.</param>
    /// <param name="articles">Those of this run, in the order to which the links refer.</param>
    /// <param name="lineage">Who took text from whom among them.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="indented">Whether a person may want to look at it.</param>
    public static void Write(ImmutableArray<GroupedStory> stories, ImmutableArray<Article> articles, ImmutableArray<LineageLink> lineage, Stream stream, bool indented)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var ids = new Dictionary<(string, string), string>();
        using (var json = new Utf8JsonWriter(stream, JsonShapes.Options(indented)))
        {
            json.WriteStartObject();
            json.WriteString("schema", "variorum.group/1");
            json.WriteBoolean("grammar", false);
            json.WriteStartArray("articles");
            foreach (var (article, story) in stories.SelectMany(story => story.Articles.Select(article => (article, story.Number)))
                .OrderBy(place => place.article.Published is null).ThenBy(place => place.article.Published).ThenBy(place => place.article.Path, StringComparer.Ordinal))
            {
                var id = "a" + (ids.Count + 1);
                ids[(article.Path, article.Key)] = id;
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("path", article.Path);
                json.WriteString("story", "s" + story);
                if (article.IsDigest)
                {
                    json.WriteBoolean("digest", true);
                }

                if (!article.Also.IsEmpty)
                {
                    json.WriteStartArray("also");
                    foreach (var other in article.Also)
                    {
                        json.WriteStringValue("s" + other);
                    }

                    json.WriteEndArray();
                }

                json.WriteString("published", article.Published?.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteStories(json, stories);
            json.WriteStartArray("lineage");
            foreach (var link in lineage)
            {
                WriteLink(json, link, ids[IdOf(articles[link.From])], ids[IdOf(articles[link.To])]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static (string Path, string Key) IdOf(Article article) => (article.Path, GroupedArticle.KeyOf(article));

    private static void WriteStories(Utf8JsonWriter json, ImmutableArray<GroupedStory> stories)
    {
        json.WriteStartArray("stories");
        foreach (var story in stories)
        {
            json.WriteStartObject();
            json.WriteString("id", "s" + story.Number);
            json.WriteNumber("articles", story.Articles.Length);
            json.WriteStartArray("why");
            foreach (var name in story.Why)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLink(Utf8JsonWriter json, LineageLink link, string from, string to)
    {
        json.WriteStartObject();
        json.WriteString("from", from);
        json.WriteString("to", to);
        json.WriteString("kind", JsonShapes.Name(link.Kind));
        json.WriteNumber("share", Math.Round(link.Share, 4));
        json.WriteString("rule", link.Rule);
        json.WriteBoolean("directed", link.IsDirected);
        json.WriteBoolean("best", link.IsBest);
        json.WriteEndObject();
    }
}
