using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Which group of claims a claim is in.</summary>
internal sealed class GroupIndex
{
    private readonly ImmutableArray<ClaimGroup> groups;
    private readonly Dictionary<ClaimEvidence, int> groupOf = [];

    public GroupIndex(ImmutableArray<ClaimGroup> groups)
    {
        this.groups = groups;
        for (var g = 0; g < groups.Length; g++)
            foreach (var evidence in groups[g].Evidence)
                groupOf.TryAdd(evidence, g);
    }

    /// <summary>The group of a claim; null for none.</summary>
    public int? Of(int article, int? claim) => claim is { } c && groupOf.TryGetValue(new ClaimEvidence(article, c), out var group) ? group : null;

    /// <summary>Whether both values' claims were joined as one claim.</summary>
    public bool AreJoined(ToldValue left, ToldValue right) => Of(left.Article, left.Claim) is { } group && Of(right.Article, right.Claim) == group;

    /// <summary>The group that holds most of some values; null where none holds any.</summary>
    public int? Most(IEnumerable<ToldValue> values) => values
        .Select(value => Of(value.Article, value.Claim))
        .OfType<int>()
        .GroupBy(group => group)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
        .Select(group => (int?)group.Key)
        .FirstOrDefault();

    /// <summary>The groups, those a conflict concerns marked as conflicting.</summary>
    public ImmutableArray<ClaimGroup> Mark(ImmutableArray<Conflict> conflicts)
    {
        var contested = conflicts.Select(conflict => conflict.Group).OfType<int>().ToHashSet();
        return [.. groups.Select((group, g) => contested.Contains(g) ? group with { Agreement = Agreement.Conflicting } : group)];
    }
}
