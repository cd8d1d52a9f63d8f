namespace Variorum.Aligning;

/// <summary>Stub.</summary>
internal sealed class TollFinder(Story story, GroupIndex index)
{
    public IEnumerable<Conflict> Find(System.Collections.Immutable.ImmutableArray<ToldValue> told) => story is null || index is null || told.IsEmpty ? [] : [];
}
