using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Finds who took text from whom.</summary>
internal sealed class LineageTracer(Models models)
{
    public Lineage Trace(ImmutableArray<Reading> readings) =>
        models is null ? throw new ArgumentNullException(nameof(readings)) : new Lineage([], [.. Enumerable.Range(0, readings.Length).Select(i => ImmutableArray.Create(i))], false);
}
