using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Puts the reports of one event together and others apart.</summary>
/// <remarks><b>Method.</b> <see cref="TermVectors"/>, discounted by the days between two publications, joined by
/// <see cref="AverageLinkage"/>. <b>Cost.</b> Pairs are met through an index of the words they share.</remarks>
internal sealed class StoryClusterer(Models models)
{
    /// <summary>Least mean similarity within a story. From 0.10 to 0.12 all of mixed events, look-alike incidents and single
    /// stories come out well; below, incidents of one kind run together, above, follow-ups fall off.</summary>
    internal const double Threshold = 0.11;

    /// <summary>Pairs below it are left out of the graph.</summary>
    private const double Negligible = Threshold / 5;

    /// <returns>Heaps of readings by event. <b>Order.</b> Heaps by first publication, readings as in <see cref="Story.Readings"/>; the input's order plays no part.</returns>
    public ImmutableArray<ImmutableArray<Reading>> Cluster(IEnumerable<Reading> readings)
    {
        ImmutableArray<Reading> ordered = [.. readings.Order(ReadingOrder.Instance)];
        var vectors = TermVectors.Build(ordered, models.Words);
        return [.. AverageLinkage.Cluster(ordered.Length, Edges(ordered, vectors), Threshold)
            .Select(heap => heap.Select(i => ordered[i]).ToImmutableArray())];
    }

    private static IEnumerable<(int Left, int Right, double Similarity)> Edges(
        ImmutableArray<Reading> readings,
        ImmutableArray<ImmutableArray<(int Term, double Weight)>> vectors)
    {
        var postings = new Dictionary<int, List<(int Article, double Weight)>>();
        var sums = new double[readings.Length];
        for (var i = 0; i < vectors.Length; i++)
        {
            Array.Clear(sums, 0, i);
            foreach (var (term, weight) in vectors[i])
            {
                if (!postings.TryGetValue(term, out var earlier))
                {
                    postings.Add(term, earlier = []);
                }

                foreach (var (article, other) in earlier)
                {
                    sums[article] += weight * other;
                }

                earlier.Add((i, weight));
            }

            for (var j = 0; j < i; j++)
            {
                if (sums[j] * Nearness(readings[j], readings[i]) is > Negligible and var similarity)
                {
                    yield return (j, i, similarity);
                }
            }
        }
    }

    /// <summary>1 for articles of the same days or of unknown date, falling to 0.6 over weeks: follow-ups and wrong dates stay possible.</summary>
    private static double Nearness(Reading left, Reading right) => (Day(left), Day(right)) switch
    {
        ({ } l, { } r) => 0.6 + (0.4 * Math.Exp(-Math.Max(0, Math.Abs(l.DayNumber - r.DayNumber) - 2) / 14.0)),
        _ => 1,
    };

    private static DateOnly? Day(Reading reading) => reading.Article.Dateline?.Date ?? reading.Article.Published?.Date;
}
