using System.Collections.Immutable;
using Variorum.Clustering;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>How well articles are put into stories: B-cubed (Bagga and Baldwin, 1998) and the adjusted Rand index.</summary>
/// <remarks>Each set with the model as it is, and with one fitted on the other sets alone.</remarks>
internal static class StoryScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var words = WordTable.Read(Parts.Read("words", models));
        var likeness = StoryLikeness.Read(Parts.Read("stories", models));
        var sets = NewsStories.Read(data).ToList();
        var measured = sets.Select(set => StoryClusterer.Measure(set.Articles, words).ToList()).ToList();
        var pairs = sets.Zip(measured, (set, found) => found
            .Where(p => set.Stories[p.Pair.Left] is not null && set.Stories[p.Pair.Right] is not null)
            .Select(p => (p.Measures, IsOne: string.Equals(set.Stories[p.Pair.Left], set.Stories[p.Pair.Right], StringComparison.Ordinal))).ToImmutableArray()).ToList();
        for (var i = 0; i < sets.Count; i++)
        {
            var others = StoryLikeness.Of(StoryTrainer.Fit([.. pairs.Where((_, k) => k != i)]));
            foreach (var figure in Score(sets[i], measured[i], likeness, sets[i].Name).Concat(Score(sets[i], measured[i], others, sets[i].Name + ".unseen")))
            {
                yield return figure;
            }
        }
    }

    private static IEnumerable<Figure> Score(NewsStories set, List<(ArticlePair Pair, double[] Measures)> measured, StoryLikeness likeness, string name)
    {
        var heaps = StoryClusterer.Join(set.Articles.Length, measured, likeness).ToList();
        var found = new int[set.Articles.Length];
        for (var h = 0; h < heaps.Count; h++)
        {
            heaps[h].ForEach(i => found[i] = h);
        }

        var known = Enumerable.Range(0, found.Length).Where(i => set.Stories[i] is not null).Select(i => (Found: found[i], True: set.Stories[i]!)).ToList();
        var (foundSizes, trueSizes, both) = (Sizes(known.Select(k => k.Found)), Sizes(known.Select(k => k.True)), Sizes(known));
        var precision = both.Sum(b => (double)b.Value * b.Value / foundSizes[b.Key.Found]) / known.Count;
        var recall = both.Sum(b => (double)b.Value * b.Value / trueSizes[b.Key.True]) / known.Count;
        var (index, foundPairs, truePairs) = (Pairs(both.Values), Pairs(foundSizes.Values), Pairs(trueSizes.Values));
        var chance = foundPairs * truePairs / ((double)known.Count * (known.Count - 1) / 2);
        yield return new Figure($"stories.b3.{name}", 2 * precision * recall / (precision + recall));
        yield return new Figure($"stories.precision.{name}", precision);
        yield return new Figure($"stories.ari.{name}", (index - chance) / (((foundPairs + truePairs) / 2) - chance));
    }

    private static Dictionary<T, int> Sizes<T>(IEnumerable<T> members)
        where T : notnull => members.CountBy(member => member).ToDictionary();

    private static double Pairs(IEnumerable<int> sizes) => sizes.Sum(size => size * (size - 1) / 2.0);
}
