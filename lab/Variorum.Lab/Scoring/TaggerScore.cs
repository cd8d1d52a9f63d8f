using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the tagger on gold words.</summary>
internal static class TaggerScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var tagger = Tagger.Read(Parts.Read("tagger", models));
        return [.. Score(tagger, Treebank.EwtDev(data), "ewt-dev"), .. Score(tagger, Treebank.GumDev(data), "gum-dev")];
    }

    private static IEnumerable<Figure> Score(Tagger tagger, IReadOnlyCollection<TreebankSentence> sentences, string corpus)
    {
        var (words, universal, penn) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            var (text, spans) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
            var tags = new TagPair[spans.Length];
            tagger.Tag(text, spans, tags);
            for (var i = 0; i < tags.Length; i++)
            {
                var gold = TaggerTrainer.PairOf(sentence.Words[i]);
                words++;
                universal += gold.Universal == tags[i].Universal ? 1 : 0;
                penn += gold.Penn == tags[i].Penn ? 1 : 0;
            }
        }

        return [new Figure($"tagger.upos.{corpus}", (double)universal / words), new Figure($"tagger.xpos.{corpus}", (double)penn / words)];
    }
}
