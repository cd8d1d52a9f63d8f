using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Reads title, outlet, authors, dates and address from an HTML page.</summary>
/// <remarks><b>Order.</b> JSON-LD, then meta elements, then what the page shows: heading, byline, time, address.</remarks>
internal static class HtmlMetadata
{
    private static readonly Lazy<FrozenDictionary<string, (string Gives, int Rank)>> MetaNames = new(() => Lexicon.Rows("page-meta")
        .Select((cells, rank) => KeyValuePair.Create(cells[1], (cells[0], rank))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>Fills the draft from the page.</summary>
    public static void Read(IHtmlDocument page, LinkedData linked, Draft draft)
    {
        var meta = ReadMeta(page);
        draft.Url = Address(page) ?? (First(meta, "address") is { } address && FieldLine.IsAddress(address) ? address : null);
        draft.Language = page.DocumentElement.GetAttribute("lang");
        draft.OutletName = SiteName.Find([First(meta, "outlet"), linked.Publisher, linked.Site, First(meta, "application")], page, draft.Url);
        draft.Headline = Headline(page, linked, meta, draft.OutletName);
        draft.Publish(linked.Published, DateSource.Metadata);
        foreach (var date in meta.GetValueOrDefault("published", []))
        {
            draft.Publish(DateReader.Read(date), DateSource.Metadata);
        }

        draft.Modified = linked.Modified ?? DateReader.Read(First(meta, "modified"));
        var shown = new ShownMetadata(page);
        shown.Dates(draft);
        Sign(draft, linked, meta, shown);
    }

    private static void Sign(Draft draft, LinkedData linked, Dictionary<string, List<string>> meta, ShownMetadata shown)
    {
        foreach (var names in (ReadOnlySpan<List<string>>)[linked.Authors, meta.GetValueOrDefault("author", []), shown.Authors()])
        {
            if (draft.Bylines.Count == 0)
            {
                foreach (var name in names.Where(name => name.Length < 200 && !name.Contains("://", StringComparison.Ordinal) && !IsOutlet(name, draft)))
                {
                    draft.Sign(BylineReader.Read(name));
                }
            }
        }
    }

    /// <summary>An outlet that signs all its articles itself names no author.</summary>
    private static bool IsOutlet(string name, Draft draft) =>
        draft.OutletName is { } outlet && BodyCleaner.SayTheSame(name, outlet) && WireTable.FindName(name) is null;

    /// <summary>What the meta elements give, best first.</summary>
    private static Dictionary<string, List<string>> ReadMeta(IHtmlDocument page)
    {
        var found = new List<(int Rank, string Gives, string Content)>();
        foreach (var element in page.GetElementsByTagName("meta"))
        {
            var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
            var content = element.GetAttribute("content")?.Trim();
            if (name is not null && !string.IsNullOrEmpty(content) && MetaNames.Value.TryGetValue(name.Trim(), out var known))
            {
                found.Add((known.Rank, known.Gives, content));
            }
        }

        return found.OrderBy(item => item.Rank).GroupBy(item => item.Gives, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(item => item.Content).ToList(), StringComparer.Ordinal);
    }

    private static string? First(Dictionary<string, List<string>> meta, string gives) => meta.GetValueOrDefault(gives)?[0];

    private static string? Address(IHtmlDocument page)
    {
        foreach (var link in page.GetElementsByTagName("link"))
        {
            if (string.Equals(link.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase) && link.GetAttribute("href") is { } href && FieldLine.IsAddress(href.Trim()))
            {
                return href.Trim();
            }
        }

        return null;
    }

    private static string? Headline(IHtmlDocument page, LinkedData linked, Dictionary<string, List<string>> meta, string? site)
    {
        var headings = page.GetElementsByTagName("h1").Take(20).Select(heading => Clean(TreeWalk.TextOf(heading))).OfType<string>()
            .Where(text => text.Length is > 5 and < 300 && !SiteName.Is(text, site)).ToImmutableArray();
        var title = Clean(page.Title);
        foreach (var said in ((string?[])[linked.Headline, linked.Name, First(meta, "title"), title]).Select(Clean).OfType<string>())
        {
            if (!SiteName.Is(said, site) && (said == title || title is null || Shares(said, title) || headings.Any(text => Shares(text, said))))
            {
                return headings.FirstOrDefault(text => IsPartOf(text, said)) ?? (said == linked.Headline ? said : SiteName.CutFrom(said, site));
            }
        }

        return headings.FirstOrDefault();
    }

    /// <summary>Whether a heading is a title without what the title has around it.</summary>
    private static bool IsPartOf(string heading, string said) =>
        heading.Length * 3 > said.Length && (said.StartsWith(heading, StringComparison.OrdinalIgnoreCase) || said.EndsWith(heading, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether half of the words of the shorter stand in the longer.</summary>
    private static bool Shares(string left, string right)
    {
        var words = left.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var others = right.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return words.Count(others.Contains) * 2 >= Math.Min(words.Length, others.Count) && words.Length > 1;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
