using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Lab.Training;

/// <summary>Arithmetic on rows of numbers, eight at once; rows are multiples of eight long.</summary>
/// <remarks>Eight whatever the machine, so that sums round the same way everywhere.</remarks>
internal static class Lanes
{
    private const int Count = 8;

    public static void Add(ReadOnlySpan<float> added, Span<float> sums)
    {
        for (var i = 0; i < sums.Length; i += Count)
        {
            (Load(sums, i) + Load(added, i)).CopyTo(sums[i..]);
        }
    }

    public static void AddScaled(ReadOnlySpan<float> added, float factor, Span<float> sums)
    {
        for (var i = 0; i < sums.Length; i += Count)
        {
            (Load(sums, i) + (Load(added, i) * factor)).CopyTo(sums[i..]);
        }
    }

    public static void AddProduct(ReadOnlySpan<float> left, ReadOnlySpan<float> right, float factor, Span<float> sums)
    {
        for (var i = 0; i < sums.Length; i += Count)
        {
            (Load(sums, i) + (Load(left, i) * Load(right, i) * factor)).CopyTo(sums[i..]);
        }
    }

    public static void Subtract(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result)
    {
        for (var i = 0; i < result.Length; i += Count)
        {
            (Load(left, i) - Load(right, i)).CopyTo(result[i..]);
        }
    }

    public static void Multiply(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result)
    {
        for (var i = 0; i < result.Length; i += Count)
        {
            (Load(left, i) * Load(right, i)).CopyTo(result[i..]);
        }
    }

    public static void Scale(Span<float> values, float factor)
    {
        for (var i = 0; i < values.Length; i += Count)
        {
            (Load(values, i) * factor).CopyTo(values[i..]);
        }
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < left.Length; i += Count)
        {
            sum += Load(left, i) * Load(right, i);
        }

        return Vector256.Sum(sum);
    }

    public static float Sum(ReadOnlySpan<float> values)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < values.Length; i += Count)
        {
            sum += Load(values, i);
        }

        return Vector256.Sum(sum);
    }

    public static float SumOfMagnitudes(ReadOnlySpan<float> values)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < values.Length; i += Count)
        {
            sum += Vector256.Abs(Load(values, i));
        }

        return Vector256.Sum(sum);
    }

    /// <summary>Moves weights along a step, each at a rate that falls with the squares of its steps (Duchi, Hazan and Singer, 2011).</summary>
    public static void Descend(ReadOnlySpan<float> step, float rate, Span<float> squares, Span<float> weights)
    {
        for (var i = 0; i < step.Length; i += Count)
        {
            var along = Load(step, i);
            var square = Load(squares, i) + (along * along);
            square.CopyTo(squares[i..]);
            (Load(weights, i) + (along * rate / Vector256.Sqrt(square))).CopyTo(weights[i..]);
        }
    }

    private static Vector256<float> Load(ReadOnlySpan<float> values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);
}
