using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>Finds the different names that accounts give to one thing.</summary>
internal sealed class LabelFinder(Models models)
{
    public ImmutableArray<LabelSet> Find(Story story, ImmutableArray<ClaimGroup> claims) => models is null || story is null || claims.IsDefault ? throw new InvalidOperationException() : [];
}
