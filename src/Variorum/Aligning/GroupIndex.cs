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

    /// <summary>The group of the first claim that shares words with a citation; null for none.</summary>
    public int? Around(Story story, Citation citation)
    {
        var claims = story.Readings[citation.Article].Claims;
        for (var c = 0; c < claims.Length; c++)
            if (claims[c].Span.Overlaps(citation.Span))
                return Of(citation.Article, c);

        return null;
    }

    /// <summary>The groups, those a conflict concerns marked as conflicting; other words for one saying leave its claim agreed.</summary>
    public ImmutableArray<ClaimGroup> Mark(ImmutableArray<Conflict> conflicts)
    {
        var contested = conflicts.Where(conflict => conflict.Kind != ConflictKind.Wording).Select(conflict => conflict.Group).OfType<int>().ToHashSet();
        return [.. groups.Select((group, g) => contested.Contains(g) ? group with { Agreement = Agreement.Conflicting } : group)];
    }
}
