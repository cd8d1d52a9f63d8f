using System.Collections.Immutable;
using System.Text.Json;

namespace Variorum.Rendering;

/// <summary>One story of the record.</summary>
internal sealed partial class StoryJson(Utf8JsonWriter json, Edition edition, Account account)
{
    private readonly Story story = account.Story;

    public void Write(string id)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("title", account.Title);
        json.Strings("articles", story.Readings.Select(reading => edition.Id(reading.Article)));
        WriteEvent();
        WriteFamilies();
        WriteIndependent();
        WriteVoices();
        WriteLineage();
        WriteShared();
        WriteAll("quotes", account.Utterances, WriteUtterance);
        WriteAll("claims", account.Claims, WriteClaim);
        WriteAll("conflicts", account.Conflicts, WriteConflict);
        WriteAll("labels", account.Labels, WriteLabels);
        WriteAll("entities", story.Entities, WriteEntity);
        WriteAll("timeline", account.Timeline, WriteTimelineEntry);
        WriteAll("brief", account.Brief, WriteBriefLine);
        json.WriteEndObject();
    }

    /// <summary>Writes an array of objects; each gets its place, from 0.</summary>
    private void WriteAll<T>(string name, ImmutableArray<T> items, Action<T, int> write)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < items.Length; i++)
        {
            json.WriteStartObject();
            write(items[i], i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePlace(int article, TextSpan span) => json.Place(edition.Id(story, article), span, story.Readings[article].Article.Text);

    private void WriteEvidence(ImmutableArray<Citation> evidence) => WriteAll("evidence", evidence, (citation, _) => WritePlace(citation.Article, citation.Span));

    private string Words(Citation citation) => citation.Span.Of(story.Readings[citation.Article].Article.Text);

    private void WriteEvent()
    {
        json.WriteStartObject("event");
        if (account.Event.What is { } what)
        {
            json.WriteStartObject("what");
            json.WriteString("text", Words(what));
            WriteEvidence([what]);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("what");
        }

        WriteAll("who", account.Event.Who, WriteActor);
        WriteWhen(account.Event.When);
        WriteWhere(account.Event.Where);
        json.WriteEndObject();
    }

    private void WriteActor(int entity, int index)
    {
        json.WriteString("entity", "e" + (entity + 1));
        json.WriteString("name", story.Entities[entity].Name);
        WriteEvidence([.. Mentions(story.Entities[entity]).Take(1)]);
    }

    private void WriteWhen(EventTime? time)
    {
        if (time is null)
        {
            json.WriteNull("when");
            return;
        }

        json.WriteStartObject("when");
        json.WriteString("value", time.Value);
        WriteEvidence(time.Evidence);
        json.WriteEndObject();
    }

    private void WriteWhere(EventPlace? place)
    {
        if (place is null)
        {
            json.WriteNull("where");
            return;
        }

        json.WriteStartObject("where");
        json.WriteString("name", place.Name);
        WriteEvidence(place.Evidence);
        json.WriteEndObject();
    }

    private void WriteFamilies()
    {
        json.WriteStartArray("families");
        foreach (var family in story.Lineage.Families)
        {
            json.WriteStartArray();
            foreach (var article in family)
            {
                json.WriteStringValue(edition.Id(story, article));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void WriteIndependent()
    {
        json.WriteStartObject("independent");
        json.WriteNumber("articles", story.Readings.Length);
        json.WriteNumber("outlets", Outlets.Count(story));
        json.WriteNumber("families", story.Lineage.Families.Length);
        json.WriteBoolean("established", story.Lineage.IsEstablished);
        json.WriteEndObject();
    }

    private void WriteLineage() => WriteAll("lineage", story.Lineage.Links, (link, _) =>
    {
        json.WriteString("from", edition.Id(story, link.From));
        json.WriteString("to", edition.Id(story, link.To));
        json.WriteString("kind", JsonShapes.Name(link.Kind));
        json.WriteNumber("share", Math.Round(link.Share, 4));
        json.WriteString("rule", link.Rule);
        json.WriteBoolean("directed", link.IsDirected);
        json.WriteBoolean("best", link.IsBest);
        WriteAll("passages", link.Passages, WritePassage);
    });

    private void WritePassage(SharedPassage passage, int index)
    {
        json.WritePropertyName("from");
        json.Pair(passage.From);
        json.WritePropertyName("to");
        json.Pair(passage.To);
        json.WriteString("kind", JsonShapes.Name(passage.Kind));
    }

    /// <summary>Why each family is one, and what shows whose reporting its articles are.</summary>
    private void WriteVoices() => WriteAll("voices", story.Lineage.Families, (family, i) =>
    {
        json.Strings("articles", family.Select(article => edition.Id(story, article)));
        WriteAll("reasons", [.. story.Lineage.Reasons.Where(reason => reason.Family == i)], (reason, _) =>
        {
            json.Strings("articles", reason.Articles.Select(article => edition.Id(story, article)));
            json.WriteString("name", reason.Name);
            json.WriteString("rule", reason.Rule);
        });
        WriteAll("signs", [.. story.Lineage.Signs.Where(sign => family.Contains(sign.Article))], (sign, _) =>
        {
            json.WriteString("article", edition.Id(story, sign.Article));
            json.WriteString("origin", sign.Origin);
            json.WriteString("rule", sign.Rule);
            json.WritePropertyName("span");
            if (sign.Span is { } span)
            {
                json.Pair(span);
            }
            else
            {
                json.WriteNullValue();
            }
        });
    });

    private void WriteShared() => WriteAll("shared", story.Lineage.Shared, (shared, _) =>
    {
        json.Strings("articles", [edition.Id(story, shared.Left), edition.Id(story, shared.Right)]);
        json.WriteString("kind", JsonShapes.Name(shared.Kind));
        WriteAll("passages", shared.Passages, WritePassage);
    });

    private void WriteEntity(Entity entity, int index)
    {
        json.WriteString("id", "e" + (index + 1));
        json.WriteString("name", entity.Name);
        json.WriteString("type", JsonShapes.Name(entity.Type));
        json.WriteStartObject("ids");
        json.WriteEndObject();
        json.Strings("roles", entity.Roles);
        WriteAll("mentions", [.. Mentions(entity)], (mention, _) => WritePlace(mention.Article, mention.Span));
    }

    private IEnumerable<Citation> Mentions(Entity entity) =>
        from chain in entity.Chains
        let reading = story.Readings[chain.Article]
        from mention in reading.Chains[chain.Chain].Mentions
        select new Citation(chain.Article, reading.Mentions[mention].Span);

    private void WriteTimelineEntry(TimelineEntry entry, int index)
    {
        json.WriteString("when", entry.When);
        json.WriteString("precision", JsonShapes.Name(entry.Precision));
        json.WriteString("text", Words(entry.Evidence[0]));
        WriteEvidence(entry.Evidence);
    }

    private void WriteBriefLine(BriefLine line, int index)
    {
        json.WriteString("text", line.Text);
        WriteEvidence(line.Evidence);
    }
}
