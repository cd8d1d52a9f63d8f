using System.Collections.Immutable;

namespace Variorum.Extracting.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0 with Dublin Core, content and the parts of Atom that stand in it.</summary>
internal static class RssReader
{
    public static Feed Read(XmlNode root)
    {
        var channel = root.Name == "channel" ? root : root.First("", "channel") ?? root;
        var items = channel.All("", "item").Concat(channel == root ? [] : root.All("", "item")).Concat(root.First("", "items")?.All("", "item") ?? []);
        return new Feed
        {
            Form = root.Name == "rdf" ? FeedForm.Rdf : FeedForm.Rss,
            Title = Text(channel, ("", "title"), ("dc", "title")),
            Url = Link(channel),
            Self = channel.All("atom", "link").FirstOrDefault(link => link["rel"] == "self") is { } self ? self.Resolve(self["href"]) : null,
            Description = Text(channel, ("", "description"), ("dc", "description")),
            Language = Text(channel, ("", "language"), ("dc", "language")) ?? channel.Language,
            Copyright = Text(channel, ("", "copyright"), ("dc", "rights")),
            Generator = Text(channel, ("", "generator")),
            Image = (channel.First("", "image") ?? root.First("", "image")) is { } image ? image.Resolve(image.First("", "url")?.Value) : null,
            Published = Date(channel, ("", "pubdate"), ("dcterms", "issued"), ("dcterms", "created"), ("dc", "date")),
            Updated = Date(channel, ("", "lastbuilddate"), ("dcterms", "modified"), ("atom", "updated"), ("dc", "date")),
            Authors = Persons(channel, ("", "managingeditor"), ("", "webmaster"), ("", "author"), ("dc", "creator"), ("dc", "author"), ("itunes", "author")),
            Contributors = Persons(channel, ("dc", "contributor")),
            Categories = Texts(channel, ("", "category"), ("dc", "subject")),
            Items = [.. items.Select(Item)],
        };
    }

    private static FeedItem Item(XmlNode item) => new()
    {
        Id = Text(item, ("", "guid"), ("dc", "identifier")) ?? item["rdf:about"],
        Title = Text(item, ("", "title"), ("dc", "title"), ("media", "title")),
        Url = Link(item) ?? (item.First("", "guid") is { Value: { } guid } node && node["isPermaLink"] != "false" && FieldLine.IsAddress(guid) ? guid : null),
        Summary = Text(item, ("", "description"), ("dc", "description"), ("", "summary"), ("atom", "summary")),
        Content = Text(item, ("content", "encoded"), ("", "encoded"), ("xhtml", "body"), ("", "body"), ("", "fullitem"), ("module", "fullitem"), ("atom", "content"), ("", "content")),
        Published = Date(item, ("", "pubdate"), ("atom", "published"), ("dcterms", "issued"), ("dcterms", "created"), ("dc", "date"), ("", "published")),
        Updated = Date(item, ("atom", "updated"), ("dcterms", "modified"), ("", "updated"), ("dc", "date")),
        Authors = Persons(item, ("", "author"), ("dc", "creator"), ("dc", "author"), ("itunes", "author"), ("atom", "author")),
        Contributors = Persons(item, ("dc", "contributor")),
        Categories = Texts(item, ("", "category"), ("dc", "subject")),
        Copyright = Text(item, ("dc", "rights"), ("", "copyright")),
        Source = item.First("", "source") is { } source ? new FeedSource(source.Value, source.Resolve(source["url"])) : null,
        Attachments = [.. Attachments(item)],
    };

    /// <summary>The last link that is an address; RSS has it as text, Atom's as an attribute.</summary>
    private static string? Link(XmlNode node)
    {
        foreach (var link in node.All("", "link").Reverse())
        {
            if ((link.Value ?? (link["rel"] is null or "alternate" ? link["href"] : null)) is { } address)
            {
                return link.Resolve(address);
            }
        }

        var other = node.All("atom", "link").FirstOrDefault(link => link["rel"] is null or "alternate");
        return other?.Resolve(other["href"]);
    }

    private static IEnumerable<FeedAttachment> Attachments(XmlNode item)
    {
        foreach (var node in item.All("", "enclosure").Concat(item.All("media", "content")).Concat(item.All("media", "group").SelectMany(group => group.All("media", "content"))))
        {
            if (node.Resolve(node["url"] ?? node["href"]) is { } address)
            {
                yield return new FeedAttachment(address, node["type"], node["length"] ?? node["fileSize"]);
            }
        }
    }

    private static string? Text(XmlNode node, params ReadOnlySpan<(string Prefix, string Name)> names)
    {
        foreach (var (prefix, name) in names)
        {
            if (node.All(prefix, name).Select(child => child.Value).FirstOrDefault(value => value is not null) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static ImmutableArray<string> Texts(XmlNode node, params ReadOnlySpan<(string Prefix, string Name)> names)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var (prefix, name) in names)
        {
            texts.AddRange(node.All(prefix, name).Select(child => child.Value).OfType<string>());
        }

        return texts.ToImmutable();
    }

    private static Timestamp? Date(XmlNode node, params ReadOnlySpan<(string Prefix, string Name)> names)
    {
        foreach (var (prefix, name) in names)
        {
            if (node.All(prefix, name).Select(child => DateReader.Read(child.Value)).FirstOrDefault(date => date is not null) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static ImmutableArray<FeedPerson> Persons(XmlNode node, params ReadOnlySpan<(string Prefix, string Name)> names)
    {
        foreach (var (prefix, name) in names)
        {
            var persons = node.All(prefix, name).Select(child => PersonReader.Read(child)).OfType<FeedPerson>().ToImmutableArray();
            if (!persons.IsEmpty)
            {
                return persons;
            }
        }

        return [];
    }
}
