using System.Runtime.Intrinsics;

namespace Variorum.Lab.Training;

/// <summary>Weights in training, each moved by its own history alone: the order of rows plays no part.</summary>
/// <remarks><b>Method.</b> Adam (Kingma and Ba, 2015), at a rate that rises shortly, then falls to nothing.</remarks>
/// <param name="count">How many weights.</param>
/// <param name="rate">The greatest rate.</param>
/// <param name="warming">So many steps it rises.</param>
/// <param name="secondDecay">How much of the squares' mean stays.</param>
internal sealed class Adam(int count, float rate, int warming, float secondDecay)
{
    private const float FirstDecay = 0.9f;
    private const float LeastDivisor = 1e-8f;

    private readonly float[] first = new float[count + Vector256<float>.Count];
    private readonly float[] second = new float[count + Vector256<float>.Count];
    private float pace;

    /// <summary>The weights; what lies behind the end stays zero.</summary>
    public float[] Weights { get; } = new float[count + Vector256<float>.Count];

    /// <summary>Steps done.</summary>
    public int Step { get; private set; }

    /// <summary>Gives weights chance values around zero.</summary>
    public void Scatter(Dice dice, int from, int to, float size)
    {
        for (var i = from; i < to; i++)
        {
            // The sum of four even throws is near enough to normal.
            var sum = 0f;
            for (var j = 0; j < 4; j++)
            {
                sum += dice.Below(1 << 20) / (float)(1 << 20);
            }

            Weights[i] = (sum - 2) * 1.732f * size;
        }
    }

    /// <summary>Begins a step.</summary>
    /// <param name="steps">How many there will be.</param>
    public void Begin(int steps) => pace = Math.Min((Step + 1f) / warming, 1 - ((float)Step / (steps + 1))) * rate;

    public void End() => Step++;

    /// <summary>Moves some weights and clears their gradients.</summary>
    /// <param name="from">The first.</param>
    /// <param name="length">How many.</param>
    /// <param name="gradients">Their parts, added in this order.</param>
    /// <param name="divisor">The gradient is divided by it.</param>
    public void Descend(int from, int length, ReadOnlySpan<float[]> gradients, int divisor)
    {
        var (firstGrown, secondGrown) = (1 / (1 - MathF.Pow(FirstDecay, Step + 1)), 1 / (1 - MathF.Pow(secondDecay, Step + 1)));
        for (var i = from; i < from + length; i += Vector256<float>.Count)
        {
            var gradient = Vector256<float>.Zero;
            foreach (var part in gradients)
            {
                ref var cell = ref part[i];
                gradient += Vector256.LoadUnsafe(ref cell);
                Vector256<float>.Zero.StoreUnsafe(ref cell);
            }

            gradient /= divisor;
            var mean = (Vector256.LoadUnsafe(ref first[i]) * FirstDecay) + (gradient * (1 - FirstDecay));
            var square = (Vector256.LoadUnsafe(ref second[i]) * secondDecay) + (gradient * gradient * (1 - secondDecay));
            mean.StoreUnsafe(ref first[i]);
            square.StoreUnsafe(ref second[i]);
            var moved = mean * (pace * firstGrown) / (Vector256.Sqrt(square * secondGrown) + Vector256.Create(LeastDivisor));
            (Vector256.LoadUnsafe(ref Weights[i]) - moved).StoreUnsafe(ref Weights[i]);
        }
    }

    /// <summary>Turns a matrix over.</summary>
    public static void TurnOver(ReadOnlySpan<float> from, Span<float> to, int rows, int columns)
    {
        const int Block = 16;
        for (var blockColumn = 0; blockColumn < columns; blockColumn += Block)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var column = blockColumn; column < Math.Min(columns, blockColumn + Block); column++)
                {
                    to[(column * rows) + row] = from[(row * columns) + column];
                }
            }
        }
    }
}
