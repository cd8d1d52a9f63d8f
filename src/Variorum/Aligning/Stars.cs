using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Parts a group of claims so that each member is like the one claim that stands for all.</summary>
/// <remarks>What is like on average only may share nothing with the words that are printed for the group; it would be cited for what it does not say.</remarks>
internal static class Stars
{
    /// <summary>Least likeness to the centre. Swept from 0 to 0.35 on seven stories read by a person; see the decision on likeness.</summary>
    private const float Least = 0.25f;

    /// <param name="members">The group, ascending.</param>
    /// <param name="edges">The pairs inside it.</param>
    /// <returns>Its parts, the centre of each first, the others ascending.</returns>
    public static IEnumerable<ImmutableArray<int>> Part(ImmutableArray<int> members, List<ClaimPair> edges)
    {
        var near = members.ToDictionary(m => m, _ => new Dictionary<int, float>());
        foreach (var edge in edges)
        {
            near[edge.Left][edge.Right] = near[edge.Right][edge.Left] = Math.Max(edge.Score, near[edge.Left].GetValueOrDefault(edge.Right));
        }

        var left = members.ToHashSet();
        while (left.Count > 0)
        {
            var centre = members.Where(left.Contains).MaxBy(m => ((float)near[m].Where(o => left.Contains(o.Key)).Sum(o => (double)o.Value), -m));
            ImmutableArray<int> star = [centre, .. near[centre].Where(o => o.Value >= Least && left.Contains(o.Key)).Select(o => o.Key).Order()];
            left.ExceptWith(star);
            yield return star;
        }
    }
}
