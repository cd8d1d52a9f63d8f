using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the word table by the likeness of sentence pairs: Pearson's r with people's judgement.</summary>
/// <remarks>
/// The likeness is a soft overlap: each word counts by its rarity and is matched with the nearest word of the other
/// sentence, a match short of equality by how far it lies above <see cref="Floor"/>. "exact" lets only equal words match:
/// what the vectors add is the difference.
/// </remarks>
internal static class WordTableScore
{
    /// <summary>Cosines below say nothing. With <see cref="Gain"/> the best of a sweep (0.3 to 0.7, 0.3 to 1) over the four sets.</summary>
    private const double Floor = 0.4;

    private const double Gain = 0.7;

    private static readonly (string Name, string Path)[] Sets =
    [
        ("stsb-dev", "similarity/stsb.dev.tsv.gz"), ("mrpc-val", "similarity/mrpc.val.tsv.gz"),
        ("headlines-2013", "similarity/semeval-headlines.2013.tsv.gz"), ("headlines-2015", "similarity/semeval-headlines.2015.tsv.gz"),
    ];

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var annotator = new Annotator(Tagger.Read(Parts.Read("tagger", models)), Lemmatizer.Read(Parts.Read("lemmas", models)));
        var table = WordTable.Read(Parts.Read("words", models));
        foreach (var (name, path) in Sets)
        {
            var rows = DataFile.Rows(data, path).ToArray();
            var gold = rows.Select(row => double.Parse(row[0])).ToArray();
            var pairs = rows.Select(row => (Words(annotator, row[1]), Words(annotator, row[2]))).ToArray();
            yield return new Figure($"words.{name}", Pearson(gold, [.. pairs.Select(pair => Likeness(table, pair.Item1, pair.Item2, Gain))]));
            Console.WriteLine(new Figure($"words.{name} exact", Pearson(gold, [.. pairs.Select(pair => Likeness(table, pair.Item1, pair.Item2, 0))])));
        }
    }

    private static string[] Words(Annotator annotator, string text) =>
        [.. annotator.Annotate(text).Tokens.Where(token => token.Tag is not (PartOfSpeech.Punct or PartOfSpeech.Det or PartOfSpeech.Adp or PartOfSpeech.Part)).Select(token => token.Lemma)];

    private static double Likeness(WordTable table, string[] left, string[] right, double gain) =>
        (Covered(table, left, right, gain) + Covered(table, right, left, gain)) / 2;

    private static double Covered(WordTable table, string[] words, string[] others, double gain)
    {
        var (sum, all) = (0.0, 0.0);
        foreach (var word in words)
        {
            var best = others.Length == 0 ? 0 : others.Max(other => table.Similarity(word, other));
            sum += table.Idf(word) * (best >= 1 ? 1 : gain * Math.Max(0, best - Floor) / (1 - Floor));
            all += table.Idf(word);
        }

        return all == 0 ? 0 : sum / all;
    }

    private static double Pearson(double[] left, double[] right)
    {
        var (a, b) = (left.Average(), right.Average());
        var together = left.Zip(right, (x, y) => (x - a) * (y - b)).Sum();
        return together / Math.Sqrt(left.Sum(x => (x - a) * (x - a)) * right.Sum(y => (y - b) * (y - b)));
    }
}
