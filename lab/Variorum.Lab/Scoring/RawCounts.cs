namespace Variorum.Lab.Scoring;

/// <summary>What was counted where a text's treebank and what was made of the raw text were laid side by side.</summary>
/// <param name="AllWords">Words of both sides.</param>
/// <param name="Words">Words at the same place on both.</param>
/// <param name="AllSentences">Sentences of both sides.</param>
/// <param name="Sentences">Sentences with the same bounds on both.</param>
/// <param name="Tags">Words that also have the right universal tag.</param>
/// <param name="Lemmas">Words that also have the right lemma, capitals aside.</param>
/// <param name="Heads">Words that also have the right head.</param>
/// <param name="Relations">Those that also have the right relation to it, what stands after a colon left out.</param>
internal readonly record struct RawCounts(int AllWords, int Words, int AllSentences, int Sentences, int Tags, int Lemmas, int Heads, int Relations)
{
    public double WordsF1 => 2.0 * Words / AllWords;

    public double SentencesF1 => 2.0 * Sentences / AllSentences;

    public double TagsF1 => 2.0 * Tags / AllWords;

    public double LemmasF1 => 2.0 * Lemmas / AllWords;

    public double HeadsF1 => 2.0 * Heads / AllWords;

    public double RelationsF1 => 2.0 * Relations / AllWords;

    public static RawCounts operator +(RawCounts left, RawCounts right) => new(
        left.AllWords + right.AllWords,
        left.Words + right.Words,
        left.AllSentences + right.AllSentences,
        left.Sentences + right.Sentences,
        left.Tags + right.Tags,
        left.Lemmas + right.Lemmas,
        left.Heads + right.Heads,
        left.Relations + right.Relations);
}
