using System.Collections.Immutable;
using System.Text;

namespace Variorum.Extracting.Feeds;

/// <summary>A line of a list of feeds.</summary>
/// <param name="Title">The feed's name; null where none is given.</param>
/// <param name="Url">The feed's address.</param>
/// <param name="Site">The address of the site that it is of.</param>
/// <param name="Folder">The names of the outlines above it, parted by slashes; empty for none.</param>
public sealed record OpmlFeed(string? Title, string Url, string? Site = null, string Folder = "");

/// <summary>Reads and writes lists of feeds in OPML.</summary>
public static class Opml
{
    /// <summary>The feeds of a list, in its order; empty for a page that is none.</summary>
    public static ImmutableArray<OpmlFeed> Read(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var bytes = page.Content.Span;
        var text = TextDecoder.Decode(bytes, page.Charset ?? TextDecoder.DeclaredInMarkup(bytes), []) ?? "";
        var feeds = ImmutableArray.CreateBuilder<OpmlFeed>();
        var waiting = new Stack<(XmlNode Node, string Folder)>();
        waiting.Push((XmlScanner.Read(text, page.Url, []), ""));
        while (waiting.TryPop(out var next))
        {
            var (node, folder) = next;
            var name = node["title"] ?? node["text"];
            if (node.Name == "outline" && node["xmlUrl"] is { } url)
            {
                feeds.Add(new OpmlFeed(name, node.Resolve(url)!, node["htmlUrl"], folder));
            }

            var inside = node.Name == "outline" && name is not null ? (folder.Length == 0 ? "" : folder + "/") + name : folder;
            foreach (var child in Enumerable.Reverse(node.Children).Where(child => child.Name is "opml" or "body" or "outline"))
            {
                waiting.Push((child, inside));
            }
        }

        return feeds.ToImmutable();
    }

    /// <summary>Writes a list.</summary>
    /// <remarks><b>Order.</b> As given; feeds of one folder that follow each other stand in one outline.</remarks>
    public static string Write(string title, IEnumerable<OpmlFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        var opml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>").Append(Escaped(title)).Append("</title></head>\n<body>\n");
        var folder = "";
        foreach (var feed in feeds)
        {
            if (feed.Folder != folder)
            {
                opml.Append(folder.Length > 0 ? "</outline>\n" : "").Append(feed.Folder.Length > 0 ? $"<outline text=\"{Escaped(feed.Folder)}\">\n" : "");
                folder = feed.Folder;
            }

            var name = Escaped(feed.Title ?? feed.Url);
            opml.Append(System.Globalization.CultureInfo.InvariantCulture, $"<outline type=\"rss\" text=\"{name}\" title=\"{name}\" xmlUrl=\"{Escaped(feed.Url)}\"").Append(feed.Site is { } site ? $" htmlUrl=\"{Escaped(site)}\"" : "").Append("/>\n");
        }

        return opml.Append(folder.Length > 0 ? "</outline>\n" : "").Append("</body>\n</opml>\n").ToString();
    }

    private static string Escaped(string text) => string.Concat(text.Where(c => c >= ' ')).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
