using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Puts the reports of one event together and others apart.</summary>
/// <remarks><b>Method.</b> A <see cref="StoryStream"/> that is given all articles in the order of publication, and settled at the end.</remarks>
internal sealed class StoryClusterer(Models models)
{
    /// <returns>Heaps of readings by event. <b>Order.</b> Heaps by first publication, readings as in <see cref="Story.Readings"/>; the input's order plays no part.</returns>
    public ImmutableArray<ImmutableArray<Reading>> Cluster(IEnumerable<Reading> readings)
    {
        ImmutableArray<Reading> ordered = [.. readings.Order(ReadingOrder.Instance)];
        var sketcher = new StorySketcher(models.Words);
        return [.. Cluster(ordered.Select(reading => sketcher.Sketch(reading.Article)), models.Stories).Select(heap => heap.Select(i => ordered[i]).ToImmutableArray())];
    }

    /// <param name="sketches">In the order of <see cref="ReadingOrder"/>.</param>
    /// <param name="likeness">Tells the chances.</param>
    /// <returns>Indices by event, ascending; heaps by their first.</returns>
    public static IEnumerable<List<int>> Cluster(IEnumerable<StorySketch> sketches, StoryLikeness likeness)
    {
        var stream = new StoryStream(likeness, new StoryWindow(Least: int.MaxValue, Most: int.MaxValue));
        var nodes = sketches.Select(stream.Add).ToList();
        stream.Settle();
        var sizes = StoryStream.Sizes(nodes);
        return nodes.Select((node, i) => (Story: stream.PlaceOf(node, sizes).Story, i)).GroupBy(n => n.Story).Select(story => story.Select(n => n.i).ToList());
    }
}
