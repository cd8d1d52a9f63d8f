using Variorum.Learning;

namespace Variorum.Aligning;

/// <summary>Tells how surely two values answer one question, by what stands around them.</summary>
/// <remarks><b>Method.</b> Share of the weight around both that stands around both, words near in meaning counted in part.</remarks>
internal sealed class SlotComparer(WordTable words)
{
    private const double LeastNearness = 0.6;

    /// <summary>From 0, nothing in common, to 1, the same words around both; with how many terms carry it.</summary>
    public (double Score, int Terms) Compare(ToldValue left, ToldValue right)
    {
        double shared = 0;
        var terms = 0;
        foreach (var (term, weight) in left.Context)
        {
            var best = 0.0;
            foreach (var (other, otherWeight) in right.Context)
                best = Math.Max(best, Nearness(term, other) * Math.Min(weight, otherWeight));

            shared += best;
            terms += best > 0 ? 1 : 0;
        }

        var all = Math.Min(left.Total, right.Total) + (Math.Max(left.Total, right.Total) / 2);
        return (all > 0 ? 1.5 * shared / all : 0, terms);
    }

    /// <summary>Whether two numbers count one kind of thing.</summary>
    public bool CountAlike(ToldValue left, ToldValue right) => (left.Quantity?.Counted, right.Quantity?.Counted) switch
    {
        ({ } a, { } b) => Nearness(a, b) >= LeastNearness,
        (null, null) => true,
        _ => left.Quantity?.Kind is not QuantityKind.Count,
    };

    private double Nearness(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
            return 1;

        if (left[0] is '#' or '@' || right[0] is '#' or '@')
            return 0;

        var cosine = words.Similarity(left, right);
        return cosine >= LeastNearness ? cosine : 0;
    }
}
