using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Joins pairs of differing values into questions, and the values of a question into sides.</summary>
internal sealed class ValueClusters(ImmutableArray<ToldValue> told, List<(int Left, int Right, double Score)> pairs)
{
    /// <summary>Each question's sides, the most widely told first; the values of a side in the order of the articles.</summary>
    public IEnumerable<ImmutableArray<ImmutableArray<ToldValue>>> Questions()
    {
        var parent = Enumerable.Range(0, told.Length).ToArray();
        foreach (var (left, right, _) in pairs)
            parent[Root(parent, left)] = Root(parent, right);

        return pairs.SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct().Order()
            .GroupBy(member => Root(parent, member))
            .Select(members => Sides([.. members.Select(m => told[m])]));
    }

    private static ImmutableArray<ImmutableArray<ToldValue>> Sides(ImmutableArray<ToldValue> values)
    {
        var sides = new List<List<ToldValue>>();
        foreach (var value in values)
        {
            var side = sides.Find(s => s.TrueForAll(v => ValueComparer.Compare(v, value) == Match.Compatible));
            if (side is null)
                sides.Add([value]);
            else
                side.Add(value);
        }

        return [.. sides.OrderByDescending(side => side.Select(v => v.Article).Distinct().Count()).Select(side => side.ToImmutableArray())];
    }

    private static int Root(int[] parent, int member)
    {
        while (parent[member] != member)
            member = parent[member] = parent[parent[member]];

        return member;
    }
}
