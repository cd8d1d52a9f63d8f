using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds where accounts give different values for one thing.</summary>
/// <remarks><b>Method.</b> Sieves in order: tolls, values in one slot, wordings; precision before reach, since a conflict that is none costs a reader's trust.</remarks>
internal sealed class ConflictFinder(Models models)
{
    /// <returns>The conflicts, and the groups with <see cref="ClaimGroup.Agreement"/> set to what was found.</returns>
    public (ImmutableArray<Conflict> Conflicts, ImmutableArray<ClaimGroup> Groups) Find(Story story, ImmutableArray<Utterance> utterances, ImmutableArray<ClaimGroup> groups)
    {
        var told = new ValueCollector(models, story).Collect();
        var index = new GroupIndex(groups);
        ImmutableArray<Conflict> conflicts =
        [
            .. new TollFinder(story, index).Find(told),
            .. new SlotConflicts(models, story, index).Find(told),
            .. new WordingConflicts(story, index).Find(utterances),
        ];
        return (conflicts, index.Mark(conflicts));
    }
}
