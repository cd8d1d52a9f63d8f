using System.Collections.Immutable;
using System.Diagnostics;
using Variorum.Clustering;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>What an article costs a stream of stories, from the first ten thousand to a million.</summary>
/// <remarks>The first lap is real news; each later one is made from it: the rarer words of a lap are words of its own, so that
/// it tells other stories in the same proportions, and its days follow the lap before. Sketches are made beforehand or
/// outside the time.</remarks>
internal static class StreamScore
{
    private const float Common = 4;
    private const int SettleEvery = 2000;
    private const int BatchSize = 1000;

    private static readonly ImmutableArray<int> Points = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];
    private static readonly ImmutableArray<int> WidePoints = [100_000, 200_000, 300_000];

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        var words = WordTable.Read(Parts.Read("words", models));
        var likeness = StoryLikeness.Read(Parts.Read("stories", models));
        var set = NewsStories.Read(data).Last();
        var begun = Spent();
        var sketches = StoryTrainer.Sketches(set, words);
        yield return new Figure("stream.sketch-micros", (Spent() - begun) / sketches.Length);

        foreach (var figure in Score("stream", sketches, Points, new StoryStream(likeness, new StoryWindow()))
            .Concat(Score("stream.wide", sketches, WidePoints, new StoryStream(likeness, new StoryWindow(Least: WidePoints[0])))))
        {
            yield return figure;
        }
    }

    private static IEnumerable<Figure> Score(string name, ImmutableArray<StorySketch> sketches, ImmutableArray<int> points, StoryStream stream)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (last, spent, adding, point) = (0, 0.0, 0.0, 0);
        foreach (var batch in Laps(sketches, points[^1]).Chunk(BatchSize))
        {
            var begun = Spent();
            foreach (var sketch in batch)
            {
                stream.Add(sketch);
            }

            last += batch.Length;
            adding += Spent() - begun;
            if (last % SettleEvery == 0)
            {
                stream.Settle();
            }

            spent += Spent() - begun;
            if (points.Contains(last))
            {
                yield return new Figure($"{name}.micros.{last}", spent / (last - point));
                yield return new Figure($"{name}.adding-micros.{last}", adding / (last - point));
                (spent, adding, point) = (0, 0, last);
                yield return new Figure($"{name}.window.{last}", stream.Count);
                yield return new Figure($"{name}.bytes-an-article.{last}", (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)stream.Count);
            }
        }
    }

    /// <summary>Of all threads, the collector's too, so that others on the machine play no part.</summary>
    private static double Spent() => Process.GetCurrentProcess().TotalProcessorTime.TotalMicroseconds;

    private static IEnumerable<StorySketch> Laps(ImmutableArray<StorySketch> sketches, int most)
    {
        var dated = sketches.Where(sketch => sketch.Day is not null).ToList();
        var days = dated[^1].Day!.Value - dated[0].Day!.Value + 1;
        for (var i = 0; i < most; i++)
        {
            var lap = i / dated.Count;
            yield return Move(dated[i % dated.Count], lap, lap * days);
        }
    }

    private static StorySketch Move(StorySketch sketch, int lap, int days)
    {
        var (hashes, weights) = (sketch.Terms.Hashes.ToArray(), sketch.Terms.Weights.ToArray());
        var terms = hashes.Select((term, t) => (
            Term: lap > 0 && weights[(t * TermSet.Width) + TermSet.Rarity] > Common * StorySketch.RarityScale ? FeatureHash.Of((uint)lap, term) : term,
            Weights: weights.AsMemory(t * TermSet.Width, TermSet.Width))).DistinctBy(t => t.Term).OrderBy(t => t.Term).ToList();
        return new StorySketch
        {
            Id = (sketch.Id * 31) + (ulong)lap,
            Path = sketch.Path,
            Published = sketch.Published,
            Day = sketch.Day + days,
            Length = sketch.Length,
            Weekdays = sketch.Weekdays,
            Dates = sketch.Dates,
            Terms = new TermSet([.. terms.Select(t => t.Term)], [.. terms.SelectMany(t => t.Weights.ToArray())]),
            Words = sketch.Words,
        };
    }
}
