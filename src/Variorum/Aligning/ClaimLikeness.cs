using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>How likely two claims are the same, from what each tells that the other tells too.</summary>
/// <remarks>
/// <b>Method.</b> Logistic regression over a few measures of shared content. The weights were fitted on the pairs of
/// claims of seven stories in which a person had marked the facts told by several articles, and checked by leaving each
/// story out in turn (docs/decisions/5-likeness-of-claims.md).
/// </remarks>
internal sealed class ClaimLikeness(TermTable terms)
{
    public const int Count = 12;

    /// <summary>Of the claim last looked at, each term's place in it plus one; 0 for terms it has not.</summary>
    private readonly int[] places = new int[terms.Count];

    /// <summary>In the order of the measures.</summary>
    private static readonly float[] Weights = [-2.94f, 2.65f, 0.83f, -0.46f, 0.31f, 3.86f, 0.74f, 0, -2.24f, 2.68f, -0.55f, 1.38f];

    /// <summary>How likely the two are the same claim, 0 to 1.</summary>
    public float Of(ClaimProfile left, ClaimProfile right)
    {
        Span<float> measures = stackalloc float[Count];
        Measure(left, right, measures);
        var sum = 0f;
        for (var i = 0; i < Count; i++)
        {
            sum += measures[i] * Weights[i];
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>The measures of a pair, each about 0 to 1; see the body for their meaning.</summary>
    public void Measure(ClaimProfile left, ClaimProfile right, Span<float> measures)
    {
        var (there, back) = Told(left, right);
        var leftShare = there.All / left.Total;
        var rightShare = back.All / right.Total;
        measures[0] = 1;
        measures[1] = 2 * leftShare * rightShare / (leftShare + rightShare + 1e-6f);
        measures[2] = Math.Max(leftShare, rightShare);
        measures[3] = MathF.Log(1 + ((there.Words + back.Words) / 2)) / 3;
        measures[4] = MathF.Log(1 + ((there.Names + back.Names) / 2)) / 3;
        measures[5] = Math.Min(1, (there.Values + back.Values) / 8);
        measures[6] = there.HasValues && back.HasValues && there.Values + back.Values == 0 ? 1 : 0;
        measures[7] = left.IsNegated == right.IsNegated ? 0 : 1;
        measures[8] = MathF.Log(1 + Math.Min(left.Total, right.Total)) / 4;
        measures[9] = there.Exact + back.Exact == 0 ? 0 : MathF.Log(1 + ((there.Exact + back.Exact) / 2)) / 3;
        measures[11] = MathF.Log(1 + Common(left.Pairs, right.Pairs)) / 2;
        measures[10] = there.Words + back.Words == 0 ? 1 : 0;
    }

    /// <summary>How many numbers two ascending lists share.</summary>
    private static int Common(ImmutableArray<long> left, ImmutableArray<long> right)
    {
        int common = 0, l = 0, r = 0;
        while (l < left.Length && r < right.Length)
        {
            var order = left[l].CompareTo(right[r]);
            common += order == 0 ? 1 : 0;
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return common;
    }

    /// <summary>What each side tells that the other tells too, a term by its nearest one.</summary>
    private (Shared There, Shared Back) Told(ClaimProfile left, ClaimProfile right)
    {
        Span<float> best = right.Terms.Length <= 256 ? stackalloc float[right.Terms.Length] : new float[right.Terms.Length];
        best.Clear();
        Note(right, set: true);
        var there = default(Shared);
        for (var i = 0; i < left.Terms.Length; i++)
        {
            there.Add(terms.KindOf(left.Terms[i]), Nearest(left.Terms[i], best), left.Weights[i]);
        }

        Note(right, set: false);
        var back = default(Shared);
        for (var i = 0; i < right.Terms.Length; i++)
        {
            back.Add(terms.KindOf(right.Terms[i]), best[i], right.Weights[i]);
        }

        return (there, back);
    }

    private void Note(ClaimProfile claim, bool set)
    {
        for (var i = 0; i < claim.Terms.Length; i++)
        {
            places[claim.Terms[i]] = set ? i + 1 : 0;
        }
    }

    /// <summary>How near the noted claim comes to a term; raises what each of that claim's own terms has met so far.</summary>
    private float Nearest(int term, Span<float> best)
    {
        var nearest = 0f;
        if (places[term] > 0)
        {
            nearest = best[places[term] - 1] = 1;
        }

        foreach (var (other, nearness) in terms.Neighbours(term))
        {
            if (places[other] > 0)
            {
                nearest = Math.Max(nearest, nearness);
                best[places[other] - 1] = Math.Max(best[places[other] - 1], nearness);
            }
        }

        return nearest;
    }

    /// <summary>The weight of one claim's terms that the other has too.</summary>
    private struct Shared
    {
        public float All;
        public float Words;
        public float Exact;
        public float Names;
        public float Values;
        public bool HasValues;

        public void Add(TermKind kind, float nearness, float weight)
        {
            var told = nearness * weight;
            All += told;
            Words += kind == TermKind.Word ? told : 0;
            Exact += kind == TermKind.Word && nearness >= 1 ? told : 0;
            Names += kind == TermKind.Name ? told : 0;
            Values += kind == TermKind.Value ? told : 0;
            HasValues |= kind == TermKind.Value;
        }
    }
}
