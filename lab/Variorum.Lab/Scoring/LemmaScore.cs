using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the lemmatizer on words with gold tags; capitals are not counted, and names not at all.</summary>
internal static class LemmaScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var lemmatizer = Lemmatizer.Read(Parts.Read("lemmas", models));
        return [new Figure("lemmas.ewt-dev", Share(lemmatizer, Treebank.EwtDev(data))), new Figure("lemmas.gum-dev", Share(lemmatizer, Treebank.GumDev(data)))];
    }

    private static double Share(Lemmatizer lemmatizer, IEnumerable<TreebankSentence> sentences)
    {
        var words = sentences.SelectMany(sentence => sentence.Words).Where(word => char.IsLetter(word.Form[^1]) && !string.Equals(word.Xpos, "NNP", StringComparison.Ordinal)).ToArray();
        var right = words.Count(word => string.Equals(lemmatizer.Lemma(word.Form, TaggerTrainer.PairOf(word).Penn), word.Lemma, StringComparison.OrdinalIgnoreCase));
        return (double)right / words.Length;
    }
}
