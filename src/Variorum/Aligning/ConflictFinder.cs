using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>Finds where accounts give different values for one thing.</summary>
/// <remarks><b>Method.</b> Sieves in order: tolls, values in one slot, denials, wordings; precision before reach, since a conflict that is none costs a reader's trust.</remarks>
internal sealed class ConflictFinder(Models models)
{
    /// <returns>The conflicts, and the groups with <see cref="ClaimGroup.Agreement"/> set to what was found.</returns>
    public (ImmutableArray<Conflict> Conflicts, ImmutableArray<ClaimGroup> Groups) Find(Story story, ImmutableArray<Utterance> utterances, ImmutableArray<ClaimGroup> groups)
    {
        var told = new ValueCollector(models, story).Collect();
        var index = new GroupIndex(groups);
        var tolls = new TollFinder(story, index).Find(told).ToImmutableArray();
        var counted = tolls.SelectMany(EvidenceOf).ToHashSet();
        ImmutableArray<Conflict> conflicts =
        [
            .. tolls,
            .. new SlotConflicts(models, story, index).Find(told).Where(conflict => !EvidenceOf(conflict).All(counted.Contains)),
            .. new DenialConflicts(models, story, index).Find(),
            .. new WordingConflicts(story, index).Find(utterances),
        ];
        return (conflicts, index.Mark(conflicts));
    }

    private static IEnumerable<Citation> EvidenceOf(Conflict conflict) => conflict.Values.SelectMany(value => value.Evidence);
}
