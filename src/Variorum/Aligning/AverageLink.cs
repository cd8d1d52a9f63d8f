using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Joins items pair by pair, best first, while the two groups are alike on average.</summary>
internal sealed class AverageLink
{
    /// <summary>
    /// Least mean likeness of two groups that are joined. Swept from 0.15 to 0.35 on seven stories read by a person: lower joins
    /// more true pairs, and false ones faster.
    /// </summary>
    private const float Least = 0.2f;

    private readonly List<ClaimPair> edges;
    private readonly int[] group;
    private readonly List<int>?[] members;

    /// <summary>Of each group, the sum of likenesses to every other group it touches.</summary>
    private readonly Dictionary<int, float>[] sums;

    /// <param name="count">How many items there are.</param>
    /// <param name="edges">What is alike; a pair given twice counts with its greatest likeness.</param>
    public AverageLink(int count, List<ClaimPair> edges)
    {
        this.edges = [.. edges.OrderByDescending(e => e.Score).ThenBy(e => e.Left).ThenBy(e => e.Right)];
        group = [.. Enumerable.Range(0, count)];
        members = [.. Enumerable.Range(0, count).Select(i => new List<int> { i })];
        sums = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, float>())];
        foreach (var edge in this.edges)
        {
            sums[edge.Left].TryAdd(edge.Right, edge.Score);
            sums[edge.Right].TryAdd(edge.Left, edge.Score);
        }
    }

    /// <summary>The groups, each ascending, in the order of their first member.</summary>
    public ImmutableArray<ImmutableArray<int>> Join()
    {
        foreach (var edge in edges)
        {
            int left = group[edge.Left], right = group[edge.Right];
            if (left != right && sums[left][right] >= Least * members[left]!.Count * members[right]!.Count)
            {
                // the smaller group's books are moved, so that no item is moved often
                Merge(sums[left].Count >= sums[right].Count ? (left, right) : (right, left));
            }
        }

        return [.. members.Where(m => m is not null).Select(m => m!.Order().ToImmutableArray()).OrderBy(m => m[0])];
    }

    private void Merge((int Kept, int Gone) pair)
    {
        foreach (var member in members[pair.Gone]!)
        {
            group[member] = pair.Kept;
        }

        members[pair.Kept]!.AddRange(members[pair.Gone]!);
        members[pair.Gone] = null;
        sums[pair.Kept].Remove(pair.Gone);
        foreach (var (other, sum) in sums[pair.Gone].Where(s => s.Key != pair.Kept))
        {
            sums[pair.Kept][other] = sums[pair.Kept].GetValueOrDefault(other) + sum;
            sums[other].Remove(pair.Gone);
            sums[other][pair.Kept] = sums[other].GetValueOrDefault(pair.Kept) + sum;
        }

        sums[pair.Gone].Clear();
    }
}
