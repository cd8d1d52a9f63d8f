using AngleSharp.Dom;

namespace Variorum.Extracting;

/// <summary>Reads authors and dates that a page shows its readers.</summary>
internal sealed class ShownMetadata(PageIndex page)
{
    private const int LongestShown = 160;

    private const int MostElements = 40;

    private const int MostLooked = 400;

    private static readonly string[] DateWords = ["date", "time", "publish", "posted", "pubdate", "timestamp", "byline", "dateline", "meta", "datum", "entry-info", "info"];

    /// <summary>Publication and change, from time elements first, then from elements named for dates.</summary>
    public void Dates(Draft draft)
    {
        foreach (var element in page["time"].Take(MostElements).OrderBy(IsInList))
        {
            var isChange = Names(element).Contains("updat", StringComparison.OrdinalIgnoreCase) || Names(element).Contains("modif", StringComparison.OrdinalIgnoreCase);
            var date = DateReader.Read(element.GetAttribute("datetime")) ?? DateReader.Find(TreeWalk.TextOf(element));
            draft.Modified = isChange ? draft.Modified ?? date : draft.Modified;
            draft.Note("modified", MetadataOrigin.TimeElement, isChange && date is not null);
            draft.Publish(isChange || draft.Published is not null ? null : date, MetadataOrigin.TimeElement);
        }

        if (draft.Published is null)
        {
            Named(draft);
        }
    }

    /// <summary>Publication from any words of the page, where nothing better gave it.</summary>
    public void Search(Draft draft)
    {
        if (draft.Published is null && AddressDate.Find(draft.Url) is null)
        {
            draft.Publish(DateSearch.Find(page.Page), MetadataOrigin.Text);
        }
    }

    /// <summary>Names that the page shows as its author's.</summary>
    public List<string> Authors()
    {
        var names = new List<string>();
        foreach (var selector in (ReadOnlySpan<string>)["[itemprop~=author] [itemprop=name]", "[itemprop~=author]", "[rel~=author]", "[class*=byline i]", "[class*=author i]", "[id*=byline i]"])
        {
            if (names.Count == 0)
            {
                names.AddRange(OfArticle([.. page.Page.QuerySelectorAll(selector).Take(20)]).Select(ShownNames).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase));
            }
        }

        return names;
    }

    /// <summary>Of elements named for authors those that stand together first behind the heading: the others sign other articles.</summary>
    private static IEnumerable<IElement> OfArticle(IReadOnlyList<IElement> elements)
    {
        var first = elements.FirstOrDefault(element => ShownNames(element) is not null);
        return first is null ? [] : elements.Where(element => element == first || element.ParentElement == first.ParentElement || element.ParentElement?.ParentElement == first.ParentElement?.ParentElement).Take(6);
    }

    private static string? ShownNames(IElement element)
    {
        var text = TreeWalk.TextOf(element);
        if (text.Length is < 3 or > LongestShown)
        {
            return null;
        }

        if (MetaLine.Read(text) is { Bylines.Count: > 0 } line)
        {
            return string.Join(", ", line.Bylines.Select(name => name.Name));
        }

        return HeadlineRules.LooksLikeName(text) ? text : null;
    }

    private void Named(Draft draft)
    {
        var seen = 0;
        var looked = 0;
        foreach (var element in page.Page.All)
        {
            if (seen >= MostElements || looked >= MostLooked || draft.Published is not null)
            {
                return;
            }

            if (IsNamedForDates(element) && ++looked > 0 && TreeWalk.TextOf(element) is { Length: > 5 and <= LongestShown } text && IsInList(element) == 0)
            {
                seen++;
                draft.Publish(DateReader.Read(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title")) ?? DateReader.Find(text), MetadataOrigin.Text);
            }
        }
    }

    private static bool IsNamedForDates(IElement element)
    {
        var names = Names(element);
        return names.Length > 1 && element.ChildElementCount < 12 && DateWords.Any(word => names.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a list's item has the link of a title in it.</summary>
    private static bool HasTitle(IElement item) => item.GetElementsByTagName("a").Take(4).Any(link => link.TextContent.AsSpan().Trim().Length > 25);

    private static string Names(IElement element) =>
        element.GetAttribute("class") + " " + element.Id + " " + element.GetAttribute("itemprop");

    /// <summary>1 for an element among links to other articles, 0 for others.</summary>
    private static int IsInList(IElement element)
    {
        for (var up = element; up is not null; up = up.ParentElement)
        {
            if (up.LocalName is "aside" or "nav" or "footer" or "a" || (up.LocalName == "li" && up != element && HasTitle(up)))
            {
                return 1;
            }
        }

        return 0;
    }
}
