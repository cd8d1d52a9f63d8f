using System.Buffers;
using System.Text;

namespace Variorum.Extracting.Feeds;

/// <summary>Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed.</summary>
/// <remarks><b>Errors.</b> Never throws on what a feed contains; what is broken is read as far as it goes, and a problem says so.</remarks>
public static class FeedReader
{
    private const int HeadLength = 4096;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n>/");

    /// <summary>Whether a page looks like a feed: by its first kilobytes, whatever its carrier calls it.</summary>
    public static bool IsFeed(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var bytes = page.Content.Span;
        var head = TextDecoder.Decode(bytes[..Math.Min(bytes.Length, HeadLength)], page.Charset, [])?.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') ?? "";
        return head.StartsWith('{')
            ? head.Contains("jsonfeed.org/version/", StringComparison.Ordinal)
            : RootOf(head) is { } root && (root is "rss" or "feed" or "rdf" || (root is "channel" && !head.Contains("<html", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Reads a feed; null where the page is none.</summary>
    public static Feed? Read(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var problems = new List<Problem>();
        var bytes = Inflater.IsCompressed(page.Content.Span) ? Inflater.Expand(page.Content, problems) : page.Content;
        bytes = bytes[..Math.Min(bytes.Length, Limits.PageBytes)];
        var text = TextDecoder.Decode(bytes.Span, page.Charset ?? TextDecoder.DeclaredInMarkup(bytes.Span), problems);
        var feed = text is null ? null : text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{', ..] ? JsonFeedReader.Read(text, page.Url, problems) : OfXml(text, page.Url, problems);
        var site = feed?.Self ?? feed?.Url;
        return feed is null ? null : feed with { Problems = [.. problems], Items = [.. feed.Items.Select(item => item with { Url = Addresses.Resolve(site, item.Url) })] };
    }

    /// <summary>The items of a feed as pages that can be read like any others: those with a text, or with a summary.</summary>
    /// <returns>Each with its article's address and whether the feed gives more of it than a summary.</returns>
    public static IEnumerable<(Page Page, string? Url, bool IsWhole)> Pages(Page page, Feed feed)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(feed);
        var number = 0;
        foreach (var item in feed.Items)
        {
            number++;
            var content = Encoding.UTF8.GetBytes(FeedRecord.Of(feed, item));
            yield return (new Page($"{page.Path}#{number}", content, item.Url, "application/json"), item.Url, item.Content is not null || (item.Summary?.Length ?? 0) > FeedRecord.LongestSummary);
        }
    }

    private static Feed? OfXml(string text, string? address, List<Problem> problems)
    {
        var root = XmlScanner.Read(text, address, problems).Children.Find(node => node.Name is "rss" or "feed" or "rdf" or "channel");
        return root switch
        {
            null => null,
            { Name: "feed" } => AtomReader.Read(root),
            _ => RssReader.Read(root),
        };
    }

    /// <summary>The name of the first element, without its prefix, in lower case.</summary>
    private static string? RootOf(string head)
    {
        for (var at = head.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < head.Length; at = head.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(head[at + 1]))
            {
                var end = head.AsSpan(at + 1).IndexOfAny(NameEnds);
                var name = end < 0 ? head[(at + 1)..] : head.Substring(at + 1, end);
                return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
            }

            if (head.AsSpan(at).StartsWith("<!--"))
            {
                var close = head.IndexOf("-->", at, StringComparison.Ordinal);
                at = close < 0 ? head.Length - 1 : close;
            }
        }

        return null;
    }
}
