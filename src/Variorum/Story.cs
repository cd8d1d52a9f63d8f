using System.Collections.Immutable;

namespace Variorum;

/// <summary>The articles about one event.</summary>
/// <param name="Readings">In order of publication, undated ones last; then by the hash of their pages. The order of input plays no part.</param>
/// <param name="Lineage">Who took text from whom.</param>
/// <param name="Entities">One thing behind many names.</param>
public sealed record Story(ImmutableArray<Reading> Readings, Lineage Lineage, ImmutableArray<Entity> Entities);
