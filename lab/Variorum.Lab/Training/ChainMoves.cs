namespace Variorum.Lab.Training;

/// <summary>The weights of moves from label to label in training.</summary>
internal sealed class ChainMoves
{
    private readonly int labels;
    private readonly int width;
    private readonly bool[] barred;
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly float[] steps;

    /// <param name="labels">How many labels.</param>
    /// <param name="width">The same, filled up.</param>
    /// <param name="canFollow">Which label may follow which; the start and the end are like label 0.</param>
    public ChainMoves(int labels, int width, Func<int, int, bool> canFollow)
    {
        (this.labels, this.width) = (labels, width);
        var size = (width + 2) * width;
        (barred, weights, squares, steps) = (new bool[size], new float[size], new float[size], new float[size]);
        squares.AsSpan().Fill(1);
        barred.AsSpan().Fill(true);
        for (var label = 0; label < labels; label++)
        {
            for (var after = 0; after < labels; after++)
            {
                barred[(label * width) + after] = !canFollow(label, after);
            }

            barred[(width * width) + label] = !canFollow(0, label);
            barred[((width + 1) * width) + label] = !canFollow(label, 0);
        }
    }

    /// <summary>Exponentials, from each label to each; 0 where barred.</summary>
    public float[] Moves { get; private set; } = [];

    /// <summary>From the start to each label.</summary>
    public float[] First { get; private set; } = [];

    /// <summary>From each label to the end.</summary>
    public float[] Last { get; private set; } = [];

    /// <summary>Takes up the weights as they are now.</summary>
    public void Refresh()
    {
        if (Moves.Length == 0)
        {
            (Moves, First, Last) = (new float[width * width], new float[width], new float[width]);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            var place = i < width * width ? Moves.AsSpan(i) : i < (width + 1) * width ? First.AsSpan(i - (width * width)) : Last.AsSpan(i - ((width + 1) * width));
            place[0] = barred[i] ? 0 : MathF.Exp(weights[i]);
        }
    }

    /// <summary>Moves the weights towards what the corpus allows.</summary>
    public void Learn(ChainLattice free, ChainLattice bound, int length, float rate)
    {
        steps.AsSpan().Clear();
        bound.AddMoves(length, 1, Moves, steps);
        free.AddMoves(length, -1, Moves, steps);
        for (var label = 0; label < labels; label++)
        {
            steps[(width * width) + label] = bound.Posterior[label] - free.Posterior[label];
            steps[((width + 1) * width) + label] = bound.Posterior[((length - 1) * width) + label] - free.Posterior[((length - 1) * width) + label];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            if (!barred[i] && steps[i] != 0)
            {
                squares[i] += steps[i] * steps[i];
                weights[i] += rate * steps[i] / MathF.Sqrt(squares[i]);
            }
        }
    }

    /// <summary>Whole numbers as the model keeps them.</summary>
    public IReadOnlyList<short?> Rounded(float scale)
    {
        var rounded = new List<short?>();
        for (var from = 0; from < labels + 2; from++)
        {
            for (var to = 0; to < labels; to++)
            {
                var at = ((from < labels ? from : width + from - labels) * width) + to;
                rounded.Add(barred[at] ? null : (short)Math.Clamp(MathF.Round(weights[at] * scale), -20000, 20000));
            }
        }

        return rounded;
    }
}
