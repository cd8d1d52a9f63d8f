using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Finds numbers with their bounds and units.</summary>
internal sealed class QuantityFinder
{
    public ImmutableArray<Quantity> Find(Document document) => document is null ? throw new InvalidOperationException() : [];
}
