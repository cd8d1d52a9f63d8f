using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;
using Meta = System.Collections.Generic.Dictionary<string, System.Collections.Generic.List<(string Content, Variorum.MetadataOrigin Origin)>>;

namespace Variorum.Extracting;

/// <summary>Reads title, outlet, authors, dates and address from an HTML page.</summary>
/// <remarks><b>Order.</b> JSON-LD, then meta elements, then what the page shows: heading, byline, time, address.</remarks>
internal static class HtmlMetadata
{
    private static readonly Lazy<FrozenDictionary<string, (string Gives, int Rank)>> MetaNames = new(() => Lexicon.Rows("page-meta")
        .Select((cells, rank) => KeyValuePair.Create(cells[1], (cells[0], rank))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>Fills the draft from the page.</summary>
    public static void Read(PageIndex page, LinkedData linked, Draft draft, PublicSuffixes suffixes)
    {
        var meta = ReadMeta(page);
        ReadAddress(page, meta, draft);
        ReadLanguageAndSection(page, linked, meta, draft);
        draft.OutletName = SiteName.Find([First(meta, "outlet")?.Content, linked.Publisher, linked.Site, First(meta, "application")?.Content], page, draft.Url, suffixes);
        draft.Note("outlet", First(meta, "outlet")?.Origin ?? (linked.Publisher is not null || linked.Site is not null ? MetadataOrigin.LinkedData : MetadataOrigin.Text), draft.OutletName is not null);
        draft.Headline = Headline(page, linked, meta, draft);
        ReadDates(page, linked, meta, draft);
    }

    private static void ReadAddress(PageIndex page, Meta meta, Draft draft)
    {
        var own = First(meta, "address");
        var canonical = Address(page);
        draft.Url = canonical ?? (own is { Content: var address } && FieldLine.IsAddress(address) ? address : null);
        draft.Note("url", canonical is null ? own?.Origin ?? MetadataOrigin.Meta : MetadataOrigin.Meta, draft.Url is not null);
    }

    private static void ReadLanguageAndSection(PageIndex page, LinkedData linked, Meta meta, Draft draft)
    {
        draft.Language = page.Page.DocumentElement.GetAttribute("lang") ?? linked.Language;
        draft.Section = linked.Section ?? First(meta, "section")?.Content;
        draft.Note("section", linked.Section is null ? First(meta, "section")?.Origin ?? MetadataOrigin.Meta : MetadataOrigin.LinkedData, draft.Section is not null);
    }

    private static void ReadDates(PageIndex page, LinkedData linked, Meta meta, Draft draft)
    {
        draft.Publish(linked.Published, MetadataOrigin.LinkedData);
        foreach (var (content, origin) in meta.GetValueOrDefault("published", []))
        {
            draft.Publish(DateReader.Read(content), origin);
        }

        draft.Modified = linked.Modified ?? DateReader.Read(First(meta, "modified")?.Content);
        draft.Note("modified", linked.Modified is null ? First(meta, "modified")?.Origin ?? MetadataOrigin.Meta : MetadataOrigin.LinkedData, draft.Modified is not null);
        var shown = new ShownMetadata(page);
        shown.Dates(draft);
        Sign(draft, linked, meta, shown);
    }

    private static void Sign(Draft draft, LinkedData linked, Meta meta, ShownMetadata shown)
    {
        Sign(draft, linked.Authors, MetadataOrigin.LinkedData);
        foreach (var author in draft.Bylines.Count == 0 ? meta.GetValueOrDefault("author", []) : [])
        {
            Sign(draft, [author.Content], author.Origin);
        }

        if (draft.Bylines.Count == 0)
        {
            Sign(draft, shown.Authors(), MetadataOrigin.Text);
        }
    }

    private static void Sign(Draft draft, List<string> names, MetadataOrigin origin)
    {
        foreach (var name in names.Where(name => name.Length < 200 && !name.Contains("://", StringComparison.Ordinal) && !IsOutlet(name, draft)))
        {
            draft.Sign(BylineReader.Read(name), origin);
        }
    }

    /// <summary>An outlet that signs all its articles itself names no author.</summary>
    private static bool IsOutlet(string name, Draft draft) =>
        draft.OutletName is { } outlet && BodyCleaner.SayTheSame(name, outlet) && WireTable.FindName(name) is null;

    /// <summary>What the meta elements give, best first.</summary>
    private static Meta ReadMeta(PageIndex page)
    {
        var found = new List<(int Rank, string Gives, string Content, MetadataOrigin Origin)>();
        foreach (var element in page["meta"])
        {
            var property = element.GetAttribute("property") ?? element.GetAttribute("name");
            var name = property ?? element.GetAttribute("itemprop");
            var content = element.GetAttribute("content")?.Trim();
            if (name is not null && !string.IsNullOrEmpty(content) && MetaNames.Value.TryGetValue(name.Trim(), out var known))
            {
                found.Add((known.Rank, known.Gives, content, property is null ? MetadataOrigin.Microdata : IsOpenGraph(property) ? MetadataOrigin.OpenGraph : MetadataOrigin.Meta));
            }
        }

        return found.OrderBy(item => item.Rank).GroupBy(item => item.Gives, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(item => (item.Content, item.Origin)).ToList(), StringComparer.Ordinal);
    }

    private static bool IsOpenGraph(string property) => property.StartsWith("og:", StringComparison.OrdinalIgnoreCase) || property.StartsWith("article:", StringComparison.OrdinalIgnoreCase);

    private static (string Content, MetadataOrigin Origin)? First(Meta meta, string gives) => meta.TryGetValue(gives, out var found) ? found[0] : null;

    private static string? Address(PageIndex page)
    {
        foreach (var link in page["link"])
        {
            if (string.Equals(link.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase) && link.GetAttribute("href") is { } href && FieldLine.IsAddress(href.Trim()))
            {
                return href.Trim();
            }
        }

        return null;
    }

    private static string? Headline(PageIndex page, LinkedData linked, Meta meta, Draft draft)
    {
        var site = draft.OutletName;
        var headings = page["h1"].Take(20).Select(heading => Clean(TreeWalk.TextOf(heading))).OfType<string>()
            .Where(text => text.Length is > 5 and < 300 && !SiteName.Is(text, site)).ToImmutableArray();
        var title = Clean(page.Page.Title);
        foreach (var (text, origin) in Titles(linked, meta, title))
        {
            if (Clean(text) is { } said && !SiteName.Is(said, site) && (said == title || title is null || Shares(said, title) || headings.Any(heading => Shares(heading, said))))
            {
                draft.Note("headline", origin);
                return headings.FirstOrDefault(heading => IsPartOf(heading, said)) ?? (text == linked.Headline ? said : SiteName.CutFrom(said, site));
            }
        }

        draft.Note("headline", MetadataOrigin.Text, !headings.IsEmpty);
        return headings.FirstOrDefault();
    }

    /// <summary>The titles given for machines, the surest first.</summary>
    private static IEnumerable<(string? Text, MetadataOrigin Origin)> Titles(LinkedData linked, Meta meta, string? title)
    {
        yield return (linked.Headline, MetadataOrigin.LinkedData);
        yield return (linked.Name, MetadataOrigin.LinkedData);
        yield return (First(meta, "title")?.Content, First(meta, "title")?.Origin ?? MetadataOrigin.Meta);
        yield return (title, MetadataOrigin.Meta);
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
