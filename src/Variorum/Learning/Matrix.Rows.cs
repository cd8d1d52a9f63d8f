using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Learning;

/// <summary>Sums and products of single rows.</summary>
internal static partial class Matrix
{
    /// <summary>Adds one row to another.</summary>
    public static void Add(ReadOnlySpan<float> added, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(added);
        ref var to = ref MemoryMarshal.GetReference(sums);
        for (nuint i = 0; i < (nuint)Math.Min(added.Length, sums.Length); i += Half)
        {
            (Vector256.LoadUnsafe(ref from, i) + Vector256.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>Adds several rows to one, in the order given.</summary>
    /// <param name="cells">Holds the rows.</param>
    /// <param name="starts">Where each begins.</param>
    /// <param name="sums">As long as a row; a multiple of <see cref="Lanes"/>.</param>
    public static void AddRows(ReadOnlySpan<float> cells, ReadOnlySpan<int> starts, Span<float> sums)
    {
        foreach (var start in starts)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)(cells.Length - sums.Length), nameof(starts));
        }

        ref var to = ref MemoryMarshal.GetReference(sums);
        for (var i = 0; i < sums.Length; i += Lanes)
        {
            ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(cells), i);
            var (first, second) = (Vector256.LoadUnsafe(ref to, (nuint)i), Vector256.LoadUnsafe(ref to, (nuint)i + Half));
            foreach (var start in starts)
            {
                first += Vector256.LoadUnsafe(ref from, (nuint)start);
                second += Vector256.LoadUnsafe(ref from, (nuint)start + Half);
            }

            first.StoreUnsafe(ref to, (nuint)i);
            second.StoreUnsafe(ref to, (nuint)i + Half);
        }
    }

    /// <summary>Adds the product of a row and a matrix of eight columns to a row of eight.</summary>
    /// <param name="left">A multiple of four cells.</param>
    /// <param name="right">Eight cells for each of them.</param>
    /// <param name="sums">Eight.</param>
    public static void AddEight(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> sums)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(left.Length * Half, right.Length, nameof(right));
        ref var b = ref MemoryMarshal.GetReference(right);
        var (s0, s1, s2, s3) = (Vector256.Create<float>(sums), Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i + 4 <= left.Length; i += 4)
        {
            var at = (nuint)(i * Half);
            s0 = Vector256.FusedMultiplyAdd(Vector256.Create(left[i]), Vector256.LoadUnsafe(ref b, at), s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.Create(left[i + 1]), Vector256.LoadUnsafe(ref b, at + Half), s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.Create(left[i + 2]), Vector256.LoadUnsafe(ref b, at + (2 * Half)), s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.Create(left[i + 3]), Vector256.LoadUnsafe(ref b, at + (3 * Half)), s3);
        }

        (s0 + s1 + (s2 + s3)).CopyTo(sums);
    }

    /// <summary>Adds a multiple of one row to another.</summary>
    public static void AddScaled(ReadOnlySpan<float> added, float factor, Span<float> sums)
    {
        ref var from = ref MemoryMarshal.GetReference(added);
        ref var to = ref MemoryMarshal.GetReference(sums);
        var by = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)Math.Min(added.Length, sums.Length); i += Half)
        {
            Vector256.FusedMultiplyAdd(by, Vector256.LoadUnsafe(ref from, i), Vector256.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>What is below zero becomes zero.</summary>
    public static void Rectify(Span<float> row)
    {
        ref var at = ref MemoryMarshal.GetReference(row);
        for (nuint i = 0; i < (nuint)row.Length; i += Half)
        {
            Vector256.Max(Vector256.LoadUnsafe(ref at, i), Vector256<float>.Zero).StoreUnsafe(ref at, i);
        }
    }

    /// <summary>The sum of two rows' products.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var sum = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)Math.Min(left.Length, right.Length); i += Half)
        {
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, i), Vector256.LoadUnsafe(ref b, i), sum);
        }

        return Sum(sum);
    }

    /// <summary>Always in the same order.</summary>
    private static float Sum(Vector256<float> sum)
    {
        var half = sum.GetLower() + sum.GetUpper();
        return half[0] + half[2] + (half[1] + half[3]);
    }
}
