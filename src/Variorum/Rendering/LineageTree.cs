using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>One account in the tree of its family, with those that took from it below.</summary>
/// <param name="Article">Index in the story.</param>
/// <param name="Debt">What it took from the account above; null at the top.</param>
/// <param name="Takers">Those that took from it, in the story's order.</param>
public sealed record LineageTree(int Article, LineageLink? Debt, ImmutableArray<LineageTree> Takers)
{
    /// <summary>A family's trees: one, or several where its articles are one voice without having taken from one another.</summary>
    public static ImmutableArray<LineageTree> Of(Lineage lineage, ImmutableArray<int> family)
    {
        ArgumentNullException.ThrowIfNull(lineage);
        var debts = lineage.Links.Where(link => link.IsBest && link.Kind != LineageKind.Cites && family.Contains(link.From) && family.Contains(link.To))
            .ToDictionary(link => link.To);
        return [.. family.Where(article => !debts.ContainsKey(article)).Select(article => Grow(article, null, debts))];
    }

    private static LineageTree Grow(int article, LineageLink? debt, Dictionary<int, LineageLink> debts) =>
        new(article, debt, [.. debts.Values.Where(link => link.From == article).OrderBy(link => link.To).Select(link => Grow(link.To, link, debts))]);
}
