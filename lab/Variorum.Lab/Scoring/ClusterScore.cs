using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the clusters by how well a word's class alone tells its part of speech.</summary>
/// <remarks>
/// "tags": the share of words that have the tag most frequent in their class in the treebanks' train parts (many-to-one
/// accuracy), unknown ones counting as wrong. "known": the share of words that have a class.
/// </remarks>
internal static class ClusterScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var clusters = Clusters.Read(Parts.Read("clusters", models));
        var tags = Treebank.Train(data).SelectMany(sentence => sentence.Words)
            .GroupBy(word => clusters.Find(word.Form))
            .ToDictionary(group => group.Key, group => group.CountBy(word => TaggerTrainer.PairOf(word).Universal).MaxBy(pair => (pair.Value, pair.Key)).Key);
        foreach (var (name, sentences) in new[] { ("ewt-dev", Treebank.EwtDev(data)), ("gum-dev", Treebank.GumDev(data)) })
        {
            var (words, known, right) = (0, 0, 0);
            foreach (var word in sentences.SelectMany(sentence => sentence.Words))
            {
                var @class = clusters.Find(word.Form);
                words++;
                known += @class > 0 ? 1 : 0;
                right += @class > 0 && tags.TryGetValue(@class, out var tag) && tag == TaggerTrainer.PairOf(word).Universal ? 1 : 0;
            }

            yield return new Figure($"clusters.known.{name}", (double)known / words);
            yield return new Figure($"clusters.tags.{name}", (double)right / words);
        }
    }
}
