using System.Collections.Immutable;

namespace Variorum.App.Site;

/// <summary>One account in the tree of its family, with those that took from it below.</summary>
/// <param name="Article">Index in the story.</param>
/// <param name="Debt">What it took from the account above; null at the top.</param>
/// <param name="Takers">Those that took from it.</param>
public sealed record FamilyTree(int Article, LineageLink? Debt, ImmutableArray<FamilyTree> Takers)
{
    /// <summary>A family's trees: one, or several where nothing shows who took from whom.</summary>
    public static ImmutableArray<FamilyTree> Of(Lineage lineage, ImmutableArray<int> family)
    {
        var debts = new Dictionary<int, LineageLink>();
        foreach (var link in lineage.Links.Where(link => link.Kind != LineageKind.Cites && family.Contains(link.From) && family.Contains(link.To)).OrderByDescending(link => link.Share))
        {
            if (!debts.ContainsKey(link.To) && !Descends(link.From, link.To, debts))
            {
                debts[link.To] = link;
            }
        }

        return [.. family.Where(article => !debts.ContainsKey(article)).Select(article => Grow(article, null, debts))];
    }

    private static bool Descends(int article, int from, Dictionary<int, LineageLink> debts)
    {
        while (article != from && debts.TryGetValue(article, out var link))
        {
            article = link.From;
        }

        return article == from;
    }

    private static FamilyTree Grow(int article, LineageLink? debt, Dictionary<int, LineageLink> debts) =>
        new(article, debt, [.. debts.Values.Where(link => link.From == article).OrderBy(link => link.To).Select(link => Grow(link.To, link, debts))]);
}
