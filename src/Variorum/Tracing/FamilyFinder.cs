using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Two articles that count as one voice.</summary>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="Name">The agency, outlet or owner that they have in common; null for shared text.</param>
/// <param name="Rule">Why.</param>
internal readonly record struct Kin(int Left, int Right, string? Name, string Rule);

/// <summary>Puts articles of one origin together and asks whether families are independent of one another.</summary>
internal static class FamilyFinder
{
    private const string TextOfWire = "text-of-wire";

    private static readonly string[] Order = ["shared-text", "same-agency", "same-outlet", "same-owner"];

    /// <returns>Families, every article in one. <b>Order.</b> Ascending within, families by their first.</returns>
    /// <param name="articles">How many there are.</param>
    /// <param name="joined">Pairs of one origin.</param>
    public static ImmutableArray<ImmutableArray<int>> Find(int articles, IEnumerable<(int Left, int Right)> joined)
    {
        var parents = Enumerable.Range(0, articles).ToArray();
        int Root(int i)
        {
            while (parents[i] != i)
            {
                i = parents[i] = parents[parents[i]];
            }

            return i;
        }

        foreach (var (left, right) in joined)
        {
            var (l, r) = (Root(left), Root(right));
            parents[Math.Max(l, r)] = Math.Min(l, r);
        }

        return [.. Enumerable.Range(0, articles).GroupBy(Root).OrderBy(g => g.Key).Select(g => g.ToImmutableArray())];
    }

    /// <summary>Pairs of one outlet, or of one chain unless both show reporting of their own.</summary>
    public static IEnumerable<Kin> FindHouses(IReadOnlyList<Origin> origins, ImmutableArray<OriginSign> signs)
    {
        var shown = signs.Where(s => s.Rule != TextOfWire).Select(s => s.Article).ToHashSet();
        foreach (var house in Enumerable.Range(0, origins.Count).Where(i => origins[i].House is not null).GroupBy(i => origins[i].House!, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var (first, next) in house.Zip(house.Skip(1)))
            {
                yield return new Kin(first, next, origins[first].Outlet ?? house.Key, "same-outlet");
            }
        }

        foreach (var chain in Enumerable.Range(0, origins.Count).Where(i => OwnerTable.Find(origins[i].Article.Outlet) is { IsChain: true }).GroupBy(i => OwnerTable.Find(origins[i].Article.Outlet)!.Name, StringComparer.Ordinal))
        {
            var members = chain.ToArray();
            var plain = Array.FindIndex(members, i => !shown.Contains(i));
            for (var i = 0; plain >= 0 && i < members.Length; i++)
            {
                var (left, right) = (Math.Min(members[i], members[plain]), Math.Max(members[i], members[plain]));
                if (i != plain && !shown.Contains(members[i]) && !string.Equals(origins[left].House, origins[right].House, StringComparison.OrdinalIgnoreCase))
                {
                    yield return new Kin(left, right, chain.Key, "same-owner");
                }
            }
        }
    }

    /// <summary>Why each family is one.</summary>
    public static ImmutableArray<FamilyReason> Explain(ImmutableArray<ImmutableArray<int>> families, IReadOnlyList<Kin> kin)
    {
        var familyOf = families.SelectMany((family, i) => family.Select(article => (article, i))).ToDictionary(p => p.article, p => p.i);
        return [.. kin.GroupBy(k => (Family: familyOf[k.Left], k.Rule, k.Name))
            .Select(g => new FamilyReason(g.Key.Family, [.. g.SelectMany(k => new[] { k.Left, k.Right }).Distinct().Order()], g.Key.Name, g.Key.Rule))
            .OrderBy(r => r.Family).ThenBy(r => Array.IndexOf(Order, r.Rule)).ThenBy(r => r.Articles[0]).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <summary>What shows whose reporting each article is.</summary>
    /// <remarks><b>Method.</b> An agency that is named as author; a person's byline over the outlet's own dateline; words that
    /// were said to the outlet; its own correspondent on the spot. An article that took its text from another shows nothing of its own.</remarks>
    public static ImmutableArray<OriginSign> FindSigns(IReadOnlyList<Origin> origins, IReadOnlySet<int> takers)
    {
        var signs = ImmutableArray.CreateBuilder<OriginSign>();
        for (var i = 0; i < origins.Count; i++)
        {
            signs.AddRange(origins[i].Authors.Select(author => new OriginSign(i, author, origins[i].Article.Dateline?.Span, TextOfWire)));
            if (!takers.Contains(i) && OwnReport.Find(origins[i]) is var (span, rule))
            {
                signs.Add(new OriginSign(i, origins[i].Outlet!, span, rule));
            }
        }

        return signs.ToImmutable();
    }

    /// <summary>Whether two families show reporting of different origin; outlets of one owner are of one.</summary>
    public static bool IsEstablished(ImmutableArray<ImmutableArray<int>> families, ImmutableArray<OriginSign> signs)
    {
        var shown = families.Select(f => signs.Where(s => f.Contains(s.Article)).Select(s => OwnerTable.Find(s.Origin)?.Name ?? s.Origin).ToHashSet(StringComparer.OrdinalIgnoreCase))
            .Where(o => o.Count > 0).ToList();
        return shown.Where((left, i) => shown.Skip(i + 1).Any(right => !left.Overlaps(right))).Any();
    }
}
