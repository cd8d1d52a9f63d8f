namespace Variorum.Aligning;

/// <summary>How likely two claims are the same, from what each tells that the other tells too.</summary>
/// <remarks>
/// <b>Method.</b> Logistic regression over a few measures of shared content. The weights were fitted on the pairs of
/// claims of seven stories in which a person had marked the facts told by several articles, and checked by leaving each
/// story out in turn.
/// </remarks>
internal sealed class ClaimLikeness(TermTable terms)
{
    public const int Count = 11;

    /// <summary>Vectors nearer than this count as one meaning in part; below, chance nearness is all there is.</summary>
    private const float LeastNearness = 0.5f;

    /// <summary>In the order of the measures.</summary>
    private static readonly float[] Weights = [-3.22f, 3.18f, 1.04f, -0.81f, 0.83f, 3.39f, 0.76f, 0, -2.41f, 3.79f, 0];

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
        var there = Told(left, right);
        var back = Told(right, left);
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
        measures[10] = there.Words + back.Words == 0 ? 1 : 0;
    }

    private Shared Told(ClaimProfile from, ClaimProfile to)
    {
        var shared = default(Shared);
        for (var i = 0; i < from.Terms.Length; i++)
        {
            var term = from.Terms[i];
            var best = 0f;
            foreach (var other in to.Terms)
            {
                best = Math.Max(best, terms.Nearness(term, other));
                if (best >= 1)
                {
                    break;
                }
            }

            shared.Add(terms.KindOf(term), best < LeastNearness ? 0 : best, from.Weights[i]);
        }

        return shared;
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
