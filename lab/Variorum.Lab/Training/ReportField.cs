using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>The labels of a scene as a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001): their likelihood and its gradient.</summary>
internal sealed class ReportField
{
    private const int Labels = ReportLabels.Count;

    private float[] forward = [];
    private float[] backward = [];

    /// <summary>Turns scores into their gradient.</summary>
    /// <param name="node">The scores of each place's labels; receives their gradient.</param>
    /// <param name="one">The scene.</param>
    /// <param name="moves">The scores of moves, by kinds of steps.</param>
    /// <param name="gradient">Receives their gradient.</param>
    /// <returns>Minus the log of the likelihood of the right labels.</returns>
    public double Learn(Span<float> node, SceneExample one, ReadOnlySpan<float> moves, Span<float> gradient)
    {
        var count = one.Labels.Length;
        if (forward.Length < count * Labels)
        {
            (forward, backward) = (new float[count * Labels], new float[count * Labels]);
        }

        for (var label = 0; label < Labels; label++)
        {
            node[label] += ReportLabels.CostToOpen(label);
            node[((count - 1) * Labels) + label] += ReportLabels.CostToClose(label);
        }

        Forward(node, one, moves);
        Backward(node, one, moves);
        var norm = LogSum(forward.AsSpan((count - 1) * Labels, Labels));
        var truth = node[one.Labels[0]];
        for (var i = 1; i < count; i++)
        {
            truth += node[(i * Labels) + one.Labels[i]] + Move(moves, one.Steps[i], one.Labels[i - 1], one.Labels[i]);
            BlameMoves(node, one, i, moves, gradient, norm);
        }

        for (var i = 0; i < count * Labels; i++)
        {
            node[i] = MathF.Exp(forward[i] + backward[i] - norm) - (one.Labels[i / Labels] == i % Labels ? 1 : 0);
        }

        return norm - truth;
    }

    private void Forward(ReadOnlySpan<float> node, SceneExample one, ReadOnlySpan<float> moves)
    {
        Span<float> terms = stackalloc float[Labels];
        node[..Labels].CopyTo(forward);
        for (var i = 1; i < one.Labels.Length; i++)
        {
            for (var to = 0; to < Labels; to++)
            {
                for (var from = 0; from < Labels; from++)
                {
                    terms[from] = forward[((i - 1) * Labels) + from] + Move(moves, one.Steps[i], from, to);
                }

                forward[(i * Labels) + to] = LogSum(terms) + node[(i * Labels) + to];
            }
        }
    }

    private void Backward(ReadOnlySpan<float> node, SceneExample one, ReadOnlySpan<float> moves)
    {
        Span<float> terms = stackalloc float[Labels];
        var count = one.Labels.Length;
        backward.AsSpan((count - 1) * Labels, Labels).Clear();
        for (var i = count - 2; i >= 0; i--)
        {
            for (var from = 0; from < Labels; from++)
            {
                for (var to = 0; to < Labels; to++)
                {
                    terms[to] = Move(moves, one.Steps[i + 1], from, to) + node[((i + 1) * Labels) + to] + backward[((i + 1) * Labels) + to];
                }

                backward[(i * Labels) + from] = LogSum(terms);
            }
        }
    }

    private void BlameMoves(ReadOnlySpan<float> node, SceneExample one, int i, ReadOnlySpan<float> moves, Span<float> gradient, float norm)
    {
        var own = gradient.Slice(one.Steps[i] * ReportLabels.Moves, ReportLabels.Moves);
        for (var move = 0; move < own.Length; move++)
        {
            if (ReportLabels.CostOf(move) == 0)
            {
                var (from, to) = (move / Labels, move % Labels);
                own[move] += MathF.Exp(forward[((i - 1) * Labels) + from] + Move(moves, one.Steps[i], from, to) + node[(i * Labels) + to] + backward[(i * Labels) + to] - norm);
            }
        }

        own[(one.Labels[i - 1] * Labels) + one.Labels[i]] -= 1;
    }

    private static float Move(ReadOnlySpan<float> moves, int step, int from, int to) =>
        moves[(step * ReportLabels.Moves) + (from * Labels) + to] + ReportLabels.CostOf((from * Labels) + to);

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
