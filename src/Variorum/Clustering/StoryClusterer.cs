using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>Puts the reports of one event together and others apart.</summary>
/// <remarks><b>Method.</b> Pairs that share rare words (<see cref="PairFinder"/>), each with the chance that both tell of one
/// event (<see cref="StoryLikeness"/>), joined by <see cref="AverageLinkage"/>.</remarks>
internal sealed class StoryClusterer(Models models)
{
    /// <summary>Least mean chance within a story.</summary>
    internal const double Threshold = 0.25;

    /// <summary>Pairs below it are left out of the graph.</summary>
    private const double Negligible = Threshold / 5;

    /// <returns>Heaps of readings by event. <b>Order.</b> Heaps by first publication, readings as in <see cref="Story.Readings"/>; the input's order plays no part.</returns>
    public ImmutableArray<ImmutableArray<Reading>> Cluster(IEnumerable<Reading> readings)
    {
        ImmutableArray<Reading> ordered = [.. readings.Order(ReadingOrder.Instance)];
        return [.. Cluster([.. ordered.Select(reading => reading.Article)]).Select(heap => heap.Select(i => ordered[i]).ToImmutableArray())];
    }

    /// <param name="articles">In the order of <see cref="ReadingOrder"/>.</param>
    /// <returns>Indices by event, ascending; heaps by their first.</returns>
    public IEnumerable<List<int>> Cluster(ImmutableArray<Article> articles) => Join(articles.Length, Measure(articles, models.Words), models.Stories);

    /// <summary>Joins articles by the chances of their pairs.</summary>
    public static IEnumerable<List<int>> Join(int articles, IEnumerable<(ArticlePair Pair, double[] Measures)> pairs, StoryLikeness likeness) =>
        AverageLinkage.Cluster(
            articles,
            pairs.Select(p => (p.Pair.Left, p.Pair.Right, Chance: likeness.Chance(p.Measures))).Where(p => p.Chance > Negligible),
            Threshold);

    /// <summary>The pairs that may tell of one event, with what is measured of each.</summary>
    public static IEnumerable<(ArticlePair Pair, double[] Measures)> Measure(ImmutableArray<Article> articles, WordTable words)
    {
        var vectors = TermVectors.Build(articles, words);
        ImmutableArray<int?> days = [.. articles.Select(Day)];
        var (pairs, background) = PairFinder.Find(vectors, days);
        foreach (var pair in pairs)
        {
            var measures = new double[StoryLikeness.Measures.Length];
            var apart = days[pair.Left] is { } left && days[pair.Right] is { } right ? Math.Abs(left - right) : (int?)null;
            StoryLikeness.Measure(vectors[pair.Left], vectors[pair.Right], apart, pair.Overlap, (background[pair.Left], background[pair.Right]), measures);
            yield return (pair, measures);
        }
    }

    private static int? Day(Article article) => (article.Dateline?.Date ?? article.Published?.Date)?.DayNumber;
}
