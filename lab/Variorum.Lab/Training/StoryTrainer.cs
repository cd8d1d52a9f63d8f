using System.Collections.Immutable;
using Variorum.Clustering;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Two articles of known stories.</summary>
/// <param name="Measures">As <see cref="PairMeasures"/> takes them.</param>
/// <param name="IsOne">Whether both tell of one event.</param>
/// <param name="Halves">In which half of the stories each lies: a bit for the first, one for the second.</param>
internal sealed record StoryPair(float[] Measures, bool IsOne, int Halves);

/// <summary>Pairs that count together.</summary>
/// <param name="Pairs">All of them.</param>
/// <param name="Share">How much, whatever their number.</param>
internal sealed record StoryPairs(ImmutableArray<StoryPair> Pairs, float Share);

/// <summary>Fits the chance that two articles tell of one event.</summary>
/// <remarks>Each set counts the same, whole and taken apart into small heaps, so that what is learnt holds for a stream of
/// thousands as for a handful of files; the smallest counts less.</remarks>
internal static class StoryTrainer
{
    private const float WholeShare = 10_000;
    private const int FewArticles = 500;
    private const float FewShare = 1_500;
    private const int SomeDay = 735_000;
    private const float HeapShare = 1_000;

    /// <summary>A story's half, by its name.</summary>
    public static int Half(string story) => (int)(FeatureHash.Of(story) >> 7 & 1);

    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var words = WordTable.Read(Parts.Read("words", models));
        return [("trees", Fit([.. NewsStories.Read(data).SelectMany(set => Pairs(set, Sketches(set, words), words))]).ToBytes())];
    }

    public static ImmutableArray<StorySketch> Sketches(NewsStories set, WordTable words)
    {
        var sketcher = new StorySketcher(words);
        return [.. set.Articles.Select(sketcher.Sketch)];
    }

    /// <summary>Pairs of a set: of the whole, of its small heaps, and of the same with short texts.</summary>
    public static ImmutableArray<StoryPairs> Pairs(NewsStories set, ImmutableArray<StorySketch> sketches, WordTable words) =>
    [
        new StoryPairs([.. Pairs([.. Enumerable.Range(0, sketches.Length)], i => sketches[i], set.Stories)], sketches.Length < FewArticles ? FewShare : WholeShare),
        .. HeapPairs(set, sketches),
        .. HeapPairs(set, Sketches(set.Brief(), words)),
    ];

    public static StoryLikeness Fit(IEnumerable<StoryPairs> sets) =>
        TreeBooster.Fit([.. sets.SelectMany(set => set.Pairs.Select(pair => (pair.Measures, pair.IsOne, set.Share / set.Pairs.Length)))]);

    /// <summary>Pairs of a set's small heaps, the days as they are and moved to one.</summary>
    private static IEnumerable<StoryPairs> HeapPairs(NewsStories set, ImmutableArray<StorySketch> sketches)
    {
        yield return new([.. set.SmallHeaps().SelectMany(heap => Pairs(heap, i => sketches[i], set.Stories))], HeapShare);
        yield return new([.. set.SmallHeaps().SelectMany(heap =>
        {
            var moved = OneDay(heap, sketches, set.Stories);
            return Pairs(heap, i => moved[i], set.Stories);
        })], HeapShare);
    }

    /// <summary>The same heap with every story beginning on one day: stories drawn by chance lie years apart, a person's files do not.</summary>
    private static Dictionary<int, StorySketch> OneDay(ImmutableArray<int> heap, ImmutableArray<StorySketch> sketches, ImmutableArray<string?> stories)
    {
        var first = heap.GroupBy(i => stories[i]!).ToDictionary(story => story.Key, story => story.Min(i => sketches[i].Day));
        var moved = new Dictionary<int, StorySketch>();
        foreach (var i in heap)
        {
            moved[i] = sketches[i].On(sketches[i].Day - first[stories[i]!] + SomeDay);
        }

        return moved;
    }

    private static IEnumerable<StoryPair> Pairs(ImmutableArray<int> heap, Func<int, StorySketch> sketch, ImmutableArray<string?> stories)
    {
        var stream = new StoryStream(StoryLikeness.None, StoryWindow.Unbounded);
        foreach (var i in heap)
        {
            stream.Add(sketch(i).InParts([]));
        }

        foreach (var edge in stream.Edges)
        {
            if (stories[heap[edge.Earlier.Number]] is { } l && stories[heap[edge.Later.Number]] is { } r && edge.Shared.Overlap >= StoryStream.LeastOverlap)
            {
                var measures = new float[PairMeasures.Names.Length];
                stream.Measure(edge, measures);
                yield return new StoryPair(measures, string.Equals(l, r, StringComparison.Ordinal), (1 << Half(l)) | (1 << Half(r)));
            }
        }
    }
}
