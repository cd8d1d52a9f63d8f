using System.Collections.Immutable;
using System.Text;

namespace Variorum.Extracting.Feeds;

/// <summary>Reads Atom 0.3 and 1.0.</summary>
internal static class AtomReader
{
    public static Feed Read(XmlNode feed) => new()
    {
        Form = FeedForm.Atom,
        Id = feed.First("", "id") is { } id ? Name(id) : null,
        Title = Text(feed, "title"),
        Url = Link(feed, "alternate"),
        Self = Link(feed, "self"),
        Description = Text(feed, "subtitle", "tagline", "info"),
        Language = feed.Language,
        Copyright = Text(feed, "rights", "copyright"),
        Generator = Text(feed, "generator"),
        Image = feed.First("", "logo") is { } logo ? logo.Resolve(logo.Value) : feed.First("", "icon") is { } icon ? icon.Resolve(icon.Value) : null,
        Published = Date(feed, "published", "issued"),
        Updated = Date(feed, "updated", "modified"),
        Authors = Persons(feed, "author"),
        Contributors = Persons(feed, "contributor"),
        Categories = Categories(feed),
        Items = [.. feed.All("", "entry").Concat(feed.All("", "item")).Concat(feed.First("", "entries")?.All("", "entry") ?? []).Select(Item)],
    };

    private static FeedItem Item(XmlNode entry) => new()
    {
        Id = entry.First("", "id") is { } id ? Name(id) : null,
        Title = Text(entry, "title"),
        Url = Link(entry, "alternate"),
        Summary = Text(entry, "summary"),
        Content = Text(entry, "content"),
        Published = Date(entry, "published", "issued", "created"),
        Updated = Date(entry, "updated", "modified"),
        Authors = Persons(entry, "author"),
        Contributors = Persons(entry, "contributor"),
        Categories = Categories(entry),
        Copyright = Text(entry, "rights", "copyright"),
        Source = entry.First("", "source") is { } source ? new FeedSource(Text(source, "title"), Link(source, "alternate") ?? source.First("", "id")?.Value) : null,
        Attachments = [.. entry.All("", "link").Where(link => link["rel"] == "enclosure" && link["href"] is not null).Select(link => new FeedAttachment(link.Resolve(link["href"])!, link["type"], link["length"]))],
    };

    private static string? Link(XmlNode node, string relation)
    {
        var link = node.All("", "link").FirstOrDefault(link => link["href"] is not null && (link["rel"] ?? "alternate") == relation);
        return link?.Resolve(link["href"]);
    }

    private static string? Text(XmlNode node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node.First("", name) is { } found && Content(found) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>A text by its type: markup as written, without the element that wraps XHTML; base64 decoded.</summary>
    private static string? Content(XmlNode node)
    {
        var type = node["type"];
        if (node["mode"] == "base64" || IsBinary(type))
        {
            return node.Content(OfBase64(node.Text));
        }

        var wrap = node.Children is [{ Name: "div" } only] && node.Text.AsSpan().IsWhiteSpace() ? only : node;
        return type is "xhtml" || (type?.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) ?? false) ? wrap.Content(wrap.Raw) : wrap.Value;
    }

    /// <summary>An element's own name for itself: an address where it has a slash.</summary>
    private static string? Name(XmlNode id) => id.Value is { } value && value.Contains('/', StringComparison.Ordinal) ? id.Resolve(value) : id.Value;

    /// <summary>A media type that is neither text nor XML, which stands in base64.</summary>
    private static bool IsBinary(string? type) =>
        type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) && type != "application/html";

    private static string OfBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written).Trim() : text.Trim();
    }

    private static Timestamp? Date(XmlNode node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node.First("", name)?.Value is { } value && DateReader.Read(value) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static ImmutableArray<FeedPerson> Persons(XmlNode node, string name) => [.. node.All("", name).Select(PersonReader.Read).OfType<FeedPerson>()];

    private static ImmutableArray<string> Categories(XmlNode node) => [.. node.All("", "category").Select(category => category["label"] ?? category["term"] ?? category.Value).OfType<string>()];
}
