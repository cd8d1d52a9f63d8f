using System.Globalization;
using Variorum.Tracing;

namespace Variorum.Rendering;

/// <summary>Says in words who owes what to whom, why several accounts are one voice, and what shows that one is its own.</summary>
public static class Kinship
{
    /// <summary>"takes 82 % of its words from a1, published earlier"</summary>
    public static string Debt(Edition edition, Story story, LineageLink link)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(link);
        var from = edition.Id(story, link.From);
        var share = $"{Math.Max(1, Math.Round(link.Share * 100)).ToString(CultureInfo.InvariantCulture)} % of its words";
        return link.Kind switch
        {
            LineageKind.Cites => $"names {from} as its source",
            LineageKind.Wire => $"draws on the same agency as {from}",
            _ when link.IsDirected => $"takes {share} from {from}{Because(link.Rule)}",
            _ => link.Rule[(link.Rule.LastIndexOf('/') + 1)..] switch
            {
                "same-wire" => $"prints {Agency(story, link.To) ?? "the same agency"}’s text, as {from} does: {share} stand there",
                "wire-credit" when Agency(story, link.From) is { } agency =>
                    $"prints {agency}’s text, as {from} does{(story.Readings[link.To].Article.Wires.Contains(agency) ? "" : ", without naming it")}: {share} stand there",
                "wire-credit" => $"{share} stand in {from} too: both print {Agency(story, link.To) ?? "an agency"}’s text",
                "same-wire-credited" => $"shares {share} with {from}, and both credit the same agency",
                "told-wire" => $"shares {share} with {from}; in both somebody speaks to the same agency, whose text it seems",
                "same-credit" => $"shares {share} with {from}, and both credit the same third outlet",
                _ => $"shares {share} with {from}; which of them was first is not known",
            },
        };
    }

    /// <summary>Why a family is one: "a1 and a2 share text; a2 and a5 are both Halmar Courier's"; empty for one article alone.</summary>
    public static string Reasons(Edition edition, Story story, int family)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(story);
        return string.Join("; ", story.Lineage.Reasons.Where(reason => reason.Family == family).Select(reason =>
        {
            var ids = List(reason.Articles.Select(article => edition.Id(story, article)));
            return reason.Rule switch
            {
                "same-agency" => $"{ids} print {reason.Name}",
                "same-outlet" => $"{ids} are {reason.Name}’s own",
                "same-owner" => $"{ids} belong to {reason.Name}",
                _ => $"{ids} share text",
            };
        }));
    }

    /// <summary>What shows whose reporting an article is: "is AP's text"; empty where nothing does.</summary>
    public static string Signs(Story story, int article)
    {
        ArgumentNullException.ThrowIfNull(story);
        return string.Join("; ", story.Lineage.Signs.Where(sign => sign.Article == article).Select(sign => sign.Rule switch
        {
            "text-of-wire" => IsSharedByline(story.Readings[article].Article) ? $"bears {sign.Origin}’s name beside a writer’s" : $"is {sign.Origin}’s text",
            "own-byline-and-dateline" => "signed and filed from the place: its own report",
            "told-to-outlet" => "was spoken to itself: its own report",
            _ => "names its own correspondent there: its own report",
        }).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The agency whose text an article is; null for none.</summary>
    private static string? Agency(Story story, int article) =>
        story.Lineage.Signs.FirstOrDefault(sign => sign.Article == article && sign.Rule == "text-of-wire")?.Origin;

    /// <summary>Whether an agency stands in the byline beside a person, and nowhere else says that the text is the agency's alone.</summary>
    private static bool IsSharedByline(Article article) =>
        article.Dateline?.Wire is null && article.Bylines.Any(byline => byline.Kind == BylineKind.Person) && article.Bylines.Any(byline => byline.Kind == BylineKind.Wire);

    /// <summary>What articles share without owing it to one another: "a1, a3 and a4: the same quoted words, not each other’s text".</summary>
    public static IEnumerable<string> SharedWithoutDebt(Edition edition, Story story)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(story);
        return story.Lineage.Shared.Where(shared => shared.Kind is not (SharedKind.Text or SharedKind.Rewritten)).GroupBy(shared => shared.Kind).OrderBy(same => same.Key)
            .SelectMany(same => FamilyFinder.Find(story.Readings.Length, same.Select(shared => (shared.Left, shared.Right))).Where(group => group.Length > 1)
                .Select(group => $"{List(group.Select(article => edition.Id(story, article)))}: {What(same.Key)}, not each other’s text"));
    }

    /// <summary>"a1, a2 and a3"</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToArray();
        return all.Length < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + " and " + all[^1];
    }

    private static string What(SharedKind kind) => kind switch
    {
        SharedKind.Statement => "the same statement of police, a court or a company",
        SharedKind.Quote => "the same quoted words",
        SharedKind.Caption => "the same photo caption",
        SharedKind.Gallery => "the same gallery",
        _ => "the same furniture of the page",
    };

    private static string Because(string rule) => rule[(rule.LastIndexOf('/') + 1)..] switch
    {
        "text-of-wire" => ", the agency’s own page",
        "credits-outlet" => ", whose text it is by its own credit",
        "cites-outlet" => ", which it names as its source",
        "earlier-publication" => ", published earlier",
        "earlier-dateline" => ", filed earlier",
        _ => "",
    };
}
