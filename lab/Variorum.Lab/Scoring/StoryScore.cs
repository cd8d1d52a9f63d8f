using System.Collections.Immutable;
using Variorum.Clustering;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>How well articles are put into stories: B-cubed (Bagga and Baldwin, 1998) and the adjusted Rand index.</summary>
/// <remarks>Each set with the model as it is, with one fitted on the other sets alone (<c>unseen</c>), with those fitted on one
/// set (<c>by</c> its name), with one fitted on half of the stories and scored on the other half (<c>half</c>), taken apart
/// into small heaps (<c>small</c>), and as a stream that forgets (<c>stream</c>; <c>stream-as-batch</c> tells how far both
/// give the same stories).</remarks>
internal static class StoryScore
{
    /// <summary>A stream that forgets soon, so that it shows.</summary>
    private static readonly StoryWindow Narrow = new(Days: 30, Least: 500);

    private const int SettleEvery = 100;

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var words = WordTable.Read(Parts.Read("words", models));
        var likeness = StoryLikeness.Read(Parts.Read("stories", models));
        var sets = NewsStories.Read(data).Select(set => new Sketched(set, StoryTrainer.Sketches(set, words))).ToList();
        var pairs = sets.Select(set => StoryTrainer.Pairs(set.News, set.Sketches, words)).ToList();
        var halves = Enumerable.Range(0, 2).Select(half => StoryTrainer.Fit(pairs.SelectMany(p => p).Select(p => p with { Pairs = [.. p.Pairs.Where(x => x.Halves == 1 << half)] }))).ToList();
        var singles = pairs.ConvertAll(p => StoryTrainer.Fit(p));
        for (var i = 0; i < sets.Count; i++)
        {
            var set = sets[i];
            var batch = Numbers(StoryClusterer.Cluster(set.Sketches, likeness));
            var stream = Stream(set.Sketches, likeness);
            var unseen = StoryTrainer.Fit(pairs.Where((_, k) => k != i).SelectMany(p => p));
            foreach (var figure in Tell(set.Known(batch), set.News.Name)
                .Append(new Figure($"stories.false-merges-per-1000.{set.News.Name}", FalseMerges(set.Known(batch))))
                .Concat(Tell(set.Known(Numbers(StoryClusterer.Cluster(set.Sketches, unseen))), set.News.Name + ".unseen"))
                .Concat(singles.SelectMany((single, k) => k == i ? [] : Tell(set.Known(Numbers(StoryClusterer.Cluster(set.Sketches, single))), $"{set.News.Name}.by.{sets[k].News.Name}").Take(1)))
                .Concat(Half(set, halves))
                .Append(Small(set, likeness))
                .Concat(Tell(set.Known(stream), set.News.Name + ".stream").Take(1))
                .Append(new Figure($"stories.stream-as-batch.{set.News.Name}", Tell([.. stream.Zip(batch, (s, b) => (s, b.ToString(System.Globalization.CultureInfo.InvariantCulture)))], "").First().Value)))
            {
                yield return figure;
            }
        }

        foreach (var figure in DigestScore.Score(data, models, null))
        {
            yield return figure;
        }
    }

    /// <summary>B-cubed F1 and precision, and the adjusted Rand index.</summary>
    public static IEnumerable<Figure> Tell(List<(int Found, string True)> known, string name)
    {
        var (foundSizes, trueSizes, both) = (Sizes(known.Select(k => k.Found)), Sizes(known.Select(k => k.True)), Sizes(known));
        var precision = both.Sum(b => (double)b.Value * b.Value / foundSizes[b.Key.Found]) / known.Count;
        var recall = both.Sum(b => (double)b.Value * b.Value / trueSizes[b.Key.True]) / known.Count;
        var (index, foundPairs, truePairs) = (Pairs(both.Values), Pairs(foundSizes.Values), Pairs(trueSizes.Values));
        var chance = foundPairs * truePairs / ((double)known.Count * (known.Count - 1) / 2);
        yield return new Figure($"stories.b3.{name}", 2 * precision * recall / (precision + recall));
        yield return new Figure($"stories.precision.{name}", precision);
        yield return new Figure($"stories.ari.{name}", (index - chance) / (((foundPairs + truePairs) / 2) - chance));
    }

    /// <summary>How many events too many share a story with another, for a thousand articles: the only figure of which less is better.</summary>
    private static double FalseMerges(List<(int Found, string True)> known) =>
        1000.0 * known.GroupBy(k => k.Found).Sum(heap => heap.Select(k => k.True).Distinct(StringComparer.Ordinal).Count() - 1) / known.Count;

    private static IEnumerable<Figure> Half(Sketched set, List<StoryLikeness> halves)
    {
        var figures = halves.Select((likeness, half) => Tell(
            [.. set.Known(Numbers(StoryClusterer.Cluster(set.Sketches, likeness))).Where(k => StoryTrainer.Half(k.True) != half)], set.News.Name + ".half").ToList()).ToList();
        return figures[0].Zip(figures[1], (l, r) => l with { Value = (l.Value + r.Value) / 2 });
    }

    private static Figure Small(Sketched set, StoryLikeness likeness) => new(
        $"stories.b3.{set.News.Name}.small",
        set.News.SmallHeaps().Average(heap =>
        {
            var found = Numbers(StoryClusterer.Cluster(heap.Select(i => set.Sketches[i]), likeness));
            return Tell([.. heap.Select((i, at) => (found[at], set.News.Stories[i]!))], "").First().Value;
        }));

    private static int[] Stream(ImmutableArray<StorySketch> sketches, StoryLikeness likeness)
    {
        var stream = new StoryStream(likeness, Narrow);
        var nodes = new List<StoryNode>();
        foreach (var sketch in sketches)
        {
            nodes.Add(stream.Add(sketch));
            if (nodes.Count % SettleEvery == 0)
            {
                stream.Settle();
            }
        }

        stream.Settle();
        var sizes = StoryStream.Sizes(nodes);
        return [.. nodes.Select(node => stream.PlaceOf(node, sizes).Story)];
    }

    private static int[] Numbers(IEnumerable<List<int>> heaps)
    {
        var all = heaps.SelectMany((heap, number) => heap.Select(i => (i, number))).ToList();
        var numbers = new int[all.Count];
        all.ForEach(place => numbers[place.i] = place.number);
        return numbers;
    }

    private static Dictionary<T, int> Sizes<T>(IEnumerable<T> members)
        where T : notnull => members.CountBy(member => member).ToDictionary();

    private static double Pairs(IEnumerable<int> sizes) => sizes.Sum(size => size * (size - 1) / 2.0);

    private sealed record Sketched(NewsStories News, ImmutableArray<StorySketch> Sketches)
    {
        public List<(int Found, string True)> Known(int[] found) =>
            [.. Enumerable.Range(0, found.Length).Where(i => News.Stories[i] is not null).Select(i => (found[i], News.Stories[i]!))];
    }
}
