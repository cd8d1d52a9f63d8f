using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Puts articles of one origin together and asks whether families are independent of one another.</summary>
internal static class FamilyFinder
{
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

    /// <summary>What shows whose reporting each article is.</summary>
    /// <remarks><b>Method.</b> An agency that is named as author; a person's byline over the outlet's own dateline; words that
    /// were said to the outlet. An article that took its text from another shows nothing of its own.</remarks>
    public static ImmutableArray<OriginSign> FindSigns(IReadOnlyList<Origin> origins, IReadOnlySet<int> takers)
    {
        var signs = ImmutableArray.CreateBuilder<OriginSign>();
        for (var i = 0; i < origins.Count; i++)
        {
            var origin = origins[i];
            signs.AddRange(origin.Authors.Select(author => new OriginSign(i, author, origin.Article.Dateline?.Span, "text-of-wire")));
            if (takers.Contains(i) || origin.Outlet is not { } outlet)
            {
                continue;
            }

            if (origin.IsOwnReport)
            {
                signs.Add(new OriginSign(i, outlet, origin.Article.Dateline?.Span, "own-byline-and-dateline"));
            }

            if (origin.Authors.IsEmpty && OutletCitation.FindToldTo(origin.Article.Text, outlet) is { } told)
            {
                signs.Add(new OriginSign(i, outlet, told, "told-to-outlet"));
            }
        }

        return signs.ToImmutable();
    }

    /// <summary>Whether two families show reporting of different origin.</summary>
    public static bool IsEstablished(ImmutableArray<ImmutableArray<int>> families, ImmutableArray<OriginSign> signs)
    {
        var shown = families.Select(f => signs.Where(s => f.Contains(s.Article)).Select(s => s.Origin).ToHashSet(StringComparer.OrdinalIgnoreCase))
            .Where(o => o.Count > 0).ToList();
        return shown.Where((left, i) => shown.Skip(i + 1).Any(right => !left.Overlaps(right))).Any();
    }
}
