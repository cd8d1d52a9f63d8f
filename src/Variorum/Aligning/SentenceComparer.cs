using Variorum.Annotating;

namespace Variorum.Aligning;

/// <summary>How near two sentences are in meaning.</summary>
/// <remarks><b>Method.</b> Cosine of the bags of lemmas weighted by inverse document frequency.</remarks>
internal sealed class SentenceComparer(Models models)
{
    /// <returns>From 0, nothing shared, to 1, the same words.</returns>
    public double Compare(string left, string right)
    {
        var (x, y) = (Weigh(left), Weigh(right));
        var dot = x.Sum(word => word.Value * y.GetValueOrDefault(word.Key));
        var norm = Math.Sqrt(x.Values.Sum(v => v * v)) * Math.Sqrt(y.Values.Sum(v => v * v));
        return norm > 0 ? Math.Clamp(dot / norm, 0, 1) : 0;
    }

    private SortedDictionary<string, double> Weigh(string text)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in new Annotator(models).Annotate(text).Tokens.Where(token => token.Tag != PartOfSpeech.Punct))
        {
            var lemma = (token.Lemma.Length > 0 ? token.Lemma : token.Span.Of(text)).ToLowerInvariant();
            weights[lemma] = weights.GetValueOrDefault(lemma) + models.Words.Idf(lemma);
        }

        return weights;
    }
}
