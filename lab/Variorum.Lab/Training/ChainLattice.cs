namespace Variorum.Lab.Training;

/// <summary>All labellings of one row of words at once: how probable each label and each move is.</summary>
/// <remarks><b>Method.</b> Forward and backward sums (Rabiner, 1989), made one word at a time to add up to one.</remarks>
/// <param name="width">Labels, filled up.</param>
internal sealed class ChainLattice(int width)
{
    private float[] local = [];
    private float[] forward = [];
    private float[] backward = [];
    private readonly float[] ahead = new float[width];

    /// <summary>Each word's labels' probabilities after <see cref="Run"/>.</summary>
    public float[] Posterior { get; private set; } = [];

    /// <summary>Sums over all labellings that a mask allows.</summary>
    /// <param name="scores">Each word's labels' scores.</param>
    /// <param name="allowed">Each word's allowed labels, a bit each.</param>
    /// <param name="moves">Exponentials of the moves' weights, from each label to each.</param>
    /// <param name="first">The same from the start to each.</param>
    /// <param name="last">The same from each to the end.</param>
    public void Run(ReadOnlySpan<float> scores, ReadOnlySpan<ulong> allowed, float[] moves, float[] first, float[] last)
    {
        var length = allowed.Length;
        Grow(length * width);
        for (var word = 0; word < length; word++)
        {
            Exponentiate(scores.Slice(word * width, width), allowed[word], At(local, word));
        }

        Lanes.Multiply(At(local, 0), first, At(forward, 0));
        Normalize(At(forward, 0));
        for (var word = 1; word < length; word++)
        {
            Forward(word, moves);
        }

        last.CopyTo(At(backward, length - 1));
        for (var word = length - 2; word >= 0; word--)
        {
            Backward(word, moves);
        }

        for (var word = 0; word < length; word++)
        {
            Lanes.Multiply(At(forward, word), At(backward, word), At(Posterior, word));
            Normalize(At(Posterior, word));
        }
    }

    /// <summary>Adds <paramref name="factor"/> times each move's expected number.</summary>
    public void AddMoves(int length, float factor, float[] moves, float[] sums)
    {
        for (var word = 1; word < length; word++)
        {
            Lanes.Multiply(At(local, word), At(backward, word), ahead);
            var before = At(forward, word - 1);
            var total = 0f;
            for (var from = 0; from < width; from++)
            {
                total += before[from] == 0 ? 0 : before[from] * Lanes.Dot(moves.AsSpan(from * width, width), ahead);
            }

            for (var from = 0; from < width; from++)
            {
                var weight = before[from] * factor / total;
                if (weight != 0)
                {
                    Lanes.AddProduct(moves.AsSpan(from * width, width), ahead, weight, sums.AsSpan(from * width, width));
                }
            }
        }
    }

    private void Forward(int word, float[] moves)
    {
        var before = At(forward, word - 1);
        var sums = At(forward, word);
        sums.Clear();
        for (var from = 0; from < width; from++)
        {
            if (before[from] != 0)
            {
                Lanes.AddScaled(moves.AsSpan(from * width, width), before[from], sums);
            }
        }

        Lanes.Multiply(sums, At(local, word), sums);
        Normalize(sums);
    }

    private void Backward(int word, float[] moves)
    {
        Lanes.Multiply(At(local, word + 1), At(backward, word + 1), ahead);
        var sums = At(backward, word);
        for (var from = 0; from < width; from++)
        {
            sums[from] = Lanes.Dot(moves.AsSpan(from * width, width), ahead);
        }

        Normalize(sums);
    }

    /// <summary>Exponentials of the allowed labels' scores, the greatest taken as zero; 0 for the others.</summary>
    private static void Exponentiate(ReadOnlySpan<float> scores, ulong allowed, Span<float> local)
    {
        var highest = float.NegativeInfinity;
        for (var label = 0; label < scores.Length; label++)
        {
            highest = (allowed >> label & 1) != 0 ? Math.Max(highest, scores[label]) : highest;
        }

        for (var label = 0; label < scores.Length; label++)
        {
            local[label] = (allowed >> label & 1) != 0 ? MathF.Exp(scores[label] - highest) : 0;
        }
    }

    private static void Normalize(Span<float> values)
    {
        var sum = Lanes.Sum(values);
        Lanes.Scale(values, 1 / Math.Max(sum, 1e-30f));
    }

    private Span<float> At(float[] table, int word) => table.AsSpan(word * width, width);

    private void Grow(int size)
    {
        if (local.Length < size)
        {
            (local, forward, backward, Posterior) = (new float[size], new float[size], new float[size], new float[size]);
        }
    }
}
