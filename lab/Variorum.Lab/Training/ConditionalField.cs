namespace Variorum.Lab.Training;

/// <summary>A sequence to learn from: the hashed features of each place and of each step onto a place, and the right labels.</summary>
internal sealed record FieldExample(uint[] Places, uint[] Steps, byte[] Labels);

/// <summary>A linear-chain conditional random field in training (Lafferty, McCallum and Pereira, 2001), by AdaGrad (Duchi, Hazan and Singer, 2011).</summary>
internal sealed class ConditionalField
{
    private const float Barred = -1e6f;

    private readonly int labels;
    private readonly bool[] moves;
    private readonly bool[] opens;
    private readonly bool[] closes;
    private readonly int perPlace;
    private readonly int perStep;
    private readonly HashedLearner places;
    private readonly HashedLearner steps;
    private readonly Dice dice = new(7);
    private float[] node = [];
    private float[] step = [];
    private float[] forward = [];
    private float[] backward = [];

    /// <param name="labels">How many labels there are.</param>
    /// <param name="moves">Whether one label may follow another, row by row.</param>
    /// <param name="opens">Whether a sequence may begin with a label.</param>
    /// <param name="closes">Whether it may end with one.</param>
    /// <param name="perPlace">Features a place.</param>
    /// <param name="perStep">Features a step.</param>
    /// <param name="places">Learns a weight for each feature and label.</param>
    /// <param name="steps">Learns a weight for each feature and pair of labels.</param>
    public ConditionalField(int labels, bool[] moves, bool[] opens, bool[] closes, int perPlace, int perStep, HashedLearner places, HashedLearner steps) =>
        (this.labels, this.moves, this.opens, this.closes, this.perPlace, this.perStep, this.places, this.steps) = (labels, moves, opens, closes, perPlace, perStep, places, steps);

    /// <summary>One step of learning from one example.</summary>
    /// <returns>Minus the log of the probability of the right labels.</returns>
    public double Learn(FieldExample example)
    {
        var count = example.Labels.Length;
        if (places.Drop > 0)
        {
            var limit = (ulong)(places.Drop * ulong.MaxValue);
            example = example with { Places = Array.ConvertAll(example.Places, feature => dice.Next() < limit ? 0 : feature) };
        }

        Score(example, count);
        var norm = Sum(count);
        var loss = norm - Truth(example, count);
        Span<float> gradient = stackalloc float[labels];
        Span<float> pair = stackalloc float[labels * labels];
        for (var i = 0; i < count; i++)
        {
            gradient.Clear();
            for (var k = 0; k < labels; k++)
            {
                gradient[k] += MathF.Exp(forward[(i * labels) + k] + backward[(i * labels) + k] - norm);
            }

            gradient[example.Labels[i]] -= 1;
            places.Learn(example.Places.AsSpan(i * perPlace, perPlace), gradient);
            if (i > 0)
            {
                PairGradient(example, i, norm, pair);
                steps.Learn(example.Steps.AsSpan(i * perStep, perStep), pair);
            }
        }

        return loss;
    }

    private void PairGradient(FieldExample example, int i, float norm, Span<float> pair)
    {
        for (var from = 0; from < labels; from++)
        {
            for (var to = 0; to < labels; to++)
            {
                var at = (from * labels) + to;
                pair[at] = !moves[at] ? 0 : MathF.Exp(forward[((i - 1) * labels) + from] + step[(i * labels * labels) + at] + node[(i * labels) + to] + backward[(i * labels) + to] - norm);
            }
        }

        var right = (example.Labels[i - 1] * labels) + example.Labels[i];
        pair[right] -= 1;
    }

    private void Score(FieldExample example, int count)
    {
        if (node.Length < count * labels)
        {
            (node, forward, backward, step) = (new float[count * labels], new float[count * labels], new float[count * labels], new float[count * labels * labels]);
        }

        Span<float> role = stackalloc float[labels];
        for (var i = 0; i < count; i++)
        {
            places.Score(example.Places.AsSpan(i * perPlace, perPlace), role);
            for (var k = 0; k < labels; k++)
            {
                node[(i * labels) + k] = (i == 0 && !opens[k]) || (i == count - 1 && !closes[k]) ? Barred : role[k];
            }

            var move = step.AsSpan(i * labels * labels, labels * labels);
            steps.Score(example.Steps.AsSpan(i * perStep, perStep), move);
            for (var k = 0; k < moves.Length; k++)
            {
                move[k] = moves[k] ? move[k] : Barred;
            }
        }
    }

    private float Sum(int count)
    {
        Span<float> terms = stackalloc float[labels];
        node.AsSpan(0, labels).CopyTo(forward);
        for (var i = 1; i < count; i++)
        {
            for (var to = 0; to < labels; to++)
            {
                for (var from = 0; from < labels; from++)
                {
                    terms[from] = forward[((i - 1) * labels) + from] + step[(i * labels * labels) + (from * labels) + to];
                }

                forward[(i * labels) + to] = LogSum(terms) + node[(i * labels) + to];
            }
        }

        backward.AsSpan((count - 1) * labels, labels).Clear();
        for (var i = count - 2; i >= 0; i--)
        {
            for (var from = 0; from < labels; from++)
            {
                for (var to = 0; to < labels; to++)
                {
                    terms[to] = step[((i + 1) * labels * labels) + (from * labels) + to] + node[((i + 1) * labels) + to] + backward[((i + 1) * labels) + to];
                }

                backward[(i * labels) + from] = LogSum(terms);
            }
        }

        return LogSum(forward.AsSpan((count - 1) * labels, labels));
    }

    private float Truth(FieldExample example, int count)
    {
        var sum = node[example.Labels[0]];
        for (var i = 1; i < count; i++)
        {
            sum += node[(i * labels) + example.Labels[i]] + step[(i * labels * labels) + (example.Labels[i - 1] * labels) + example.Labels[i]];
        }

        return sum;
    }

    private static float LogSum(ReadOnlySpan<float> terms)
    {
        var top = terms[0];
        foreach (var term in terms)
        {
            top = Math.Max(top, term);
        }

        var sum = 0f;
        foreach (var term in terms)
        {
            sum += MathF.Exp(term - top);
        }

        return top + MathF.Log(sum);
    }
}
