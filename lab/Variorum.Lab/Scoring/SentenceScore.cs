using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>Measures words, sentences, tags and lemmas from raw text.</summary>
internal static class SentenceScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var splitter = SentenceSplitter.Read(Parts.Read("sentences", models));
        var annotator = new Annotator(Tagger.Read(Parts.Read("tagger", models)), Lemmatizer.Read(Parts.Read("lemmas", models)), splitter: splitter);
        return [.. new RawTreebank(Treebank.EwtDev(data)).ScoreWords(annotator, "ewt-dev"), .. new RawTreebank(Treebank.GumDev(data)).ScoreWords(annotator, "gum-dev")];
    }
}
