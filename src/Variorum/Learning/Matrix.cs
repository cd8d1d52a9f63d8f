using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Learning;

/// <summary>Products of small matrices of numbers.</summary>
/// <remarks>
/// <para><b>Shape.</b> Row after row; the columns of the right matrix are a multiple of sixteen.</para>
/// <para><b>Order.</b> Each cell is summed in the order of the inner dimension, one fused step each, whatever the machine: the same bits
/// everywhere.</para>
/// </remarks>
internal static partial class Matrix
{
    /// <summary>Columns that are worked on at once.</summary>
    public const int Lanes = 16;

    private const int Half = Lanes / 2;
    private const int PanelWidth = 2 * Lanes;

    /// <summary>Adds the product of two matrices to a third: <paramref name="left"/> times <paramref name="right"/>.</summary>
    /// <param name="left">Its cell (row, inner) lies at row × <paramref name="rowStep"/> + inner × <paramref name="innerStep"/>.</param>
    /// <param name="rowStep">From one row of the left matrix to the next.</param>
    /// <param name="innerStep">From one of its columns to the next.</param>
    /// <param name="right">Inner rows of <paramref name="columns"/> cells.</param>
    /// <param name="sums">Rows of <paramref name="columns"/> cells.</param>
    /// <param name="rows">Of the left matrix and the sums.</param>
    /// <param name="inner">Columns of the left matrix, rows of the right one.</param>
    /// <param name="columns">Of the right matrix and the sums.</param>
    public static void AddProduct(ReadOnlySpan<float> left, int rowStep, int innerStep, ReadOnlySpan<float> right, Span<float> sums, int rows, int inner, int columns)
    {
        if (rows == 0 || inner == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(((rows - 1) * rowStep) + ((inner - 1) * innerStep), left.Length - 1, nameof(left));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inner * columns, right.Length, nameof(right));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows * columns, sums.Length, nameof(sums));
        for (var column = 0; column < columns; column += PanelWidth)
        {
            AddPanel(left, rowStep, innerStep, right[column..], columns, sums[column..], columns, rows, inner, Math.Min(PanelWidth, columns - column));
        }
    }

    /// <summary>Adds the product of two matrices to a third, the right one laid out by <see cref="Panels"/>: quicker where it serves often.</summary>
    /// <param name="left">Its rows begin <paramref name="rowStep"/> after each other.</param>
    /// <param name="rowStep">From one row of the left matrix to the next.</param>
    /// <param name="panels">The right matrix.</param>
    /// <param name="sums">Rows of <paramref name="columns"/> cells.</param>
    /// <param name="rows">Of the left matrix and the sums.</param>
    /// <param name="inner">Columns of the left matrix, rows of the right one.</param>
    /// <param name="columns">Of the right matrix and the sums.</param>
    public static void AddPanels(ReadOnlySpan<float> left, int rowStep, ReadOnlySpan<float> panels, Span<float> sums, int rows, int inner, int columns)
    {
        if (rows == 0 || inner == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(((rows - 1) * rowStep) + inner, left.Length, nameof(left));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inner * columns, panels.Length, nameof(panels));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows * columns, sums.Length, nameof(sums));
        for (var column = 0; column < columns; column += PanelWidth)
        {
            var width = Math.Min(PanelWidth, columns - column);
            AddPanel(left, rowStep, 1, panels[(column * inner)..], width, sums[column..], columns, rows, inner, width);
        }
    }

    /// <summary>Lays a matrix out in panels of columns, each of which lies together.</summary>
    /// <param name="matrix">Row after row.</param>
    /// <param name="columns">Of the matrix; a multiple of <see cref="Lanes"/>.</param>
    public static float[] Panels(ReadOnlySpan<float> matrix, int columns)
    {
        var panels = new float[matrix.Length];
        var rows = matrix.Length / columns;
        for (var column = 0; column < columns; column += PanelWidth)
        {
            var width = Math.Min(PanelWidth, columns - column);
            for (var row = 0; row < rows; row++)
            {
                matrix.Slice((row * columns) + column, width).CopyTo(panels.AsSpan((column * rows) + (row * width)));
            }
        }

        return panels;
    }

    /// <summary>Some columns of a product.</summary>
    private static void AddPanel(ReadOnlySpan<float> left, int rowStep, int innerStep, ReadOnlySpan<float> right, int across, Span<float> sums, int down, int rows, int inner, int columns)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(sums);
        if (Vector512.IsHardwareAccelerated && columns == PanelWidth)
        {
            for (var row = 0; row < rows; row += 4)
            {
                FourWide(ref Unsafe.Add(ref a, row * rowStep), rowStep, innerStep, ref b, across, ref Unsafe.Add(ref c, row * down), down, inner, Math.Min(4, rows - row));
            }

            return;
        }

        for (var column = 0; column < columns; column += Lanes)
        {
            var row = 0;
            for (; row + 4 <= rows; row += 4)
            {
                Four(ref Unsafe.Add(ref a, row * rowStep), rowStep, innerStep, ref Unsafe.Add(ref b, column), across, ref Unsafe.Add(ref c, (row * down) + column), down, inner);
            }

            for (; row < rows; row++)
            {
                One(ref Unsafe.Add(ref a, row * rowStep), innerStep, ref Unsafe.Add(ref b, column), across, ref Unsafe.Add(ref c, (row * down) + column), inner);
            }
        }
    }

    /// <summary>The same with vectors of twice the width: each cell's sum is the same.</summary>
    private static void FourWide(ref float a, nint rowStep, nint innerStep, ref float b, nint across, ref float c, nint down, int inner, int rows)
    {
        // Rows beyond the last are worked out as the last again, and not kept.
        var step1 = rows > 1 ? rowStep : 0;
        var step2 = rows > 2 ? 2 * rowStep : step1;
        var step3 = rows > 3 ? 3 * rowStep : step2;
        ref var c1 = ref Unsafe.Add(ref c, rows > 1 ? down : 0);
        ref var c2 = ref Unsafe.Add(ref c, rows > 2 ? 2 * down : 0);
        ref var c3 = ref Unsafe.Add(ref c, rows > 3 ? 3 * down : 0);
        var (s00, s01) = (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, Lanes));
        var (s10, s11) = (Vector512.LoadUnsafe(ref c1), Vector512.LoadUnsafe(ref c1, Lanes));
        var (s20, s21) = (Vector512.LoadUnsafe(ref c2), Vector512.LoadUnsafe(ref c2, Lanes));
        var (s30, s31) = (Vector512.LoadUnsafe(ref c3), Vector512.LoadUnsafe(ref c3, Lanes));
        for (var k = 0; k < inner; k++)
        {
            var (b0, b1) = (Vector512.LoadUnsafe(ref b), Vector512.LoadUnsafe(ref b, Lanes));
            var a0 = Vector512.Create(a);
            (s00, s01) = (Vector512.FusedMultiplyAdd(a0, b0, s00), Vector512.FusedMultiplyAdd(a0, b1, s01));
            var a1 = Vector512.Create(Unsafe.Add(ref a, step1));
            (s10, s11) = (Vector512.FusedMultiplyAdd(a1, b0, s10), Vector512.FusedMultiplyAdd(a1, b1, s11));
            var a2 = Vector512.Create(Unsafe.Add(ref a, step2));
            (s20, s21) = (Vector512.FusedMultiplyAdd(a2, b0, s20), Vector512.FusedMultiplyAdd(a2, b1, s21));
            var a3 = Vector512.Create(Unsafe.Add(ref a, step3));
            (s30, s31) = (Vector512.FusedMultiplyAdd(a3, b0, s30), Vector512.FusedMultiplyAdd(a3, b1, s31));
            a = ref Unsafe.Add(ref a, innerStep);
            b = ref Unsafe.Add(ref b, across);
        }

        Store(s00, s01, ref c);
        if (rows > 1)
        {
            Store(s10, s11, ref c1);
        }

        if (rows > 2)
        {
            Store(s20, s21, ref c2);
        }

        if (rows > 3)
        {
            Store(s30, s31, ref c3);
        }
    }

    private static void Four(ref float a, nint rowStep, nint innerStep, ref float b, nint across, ref float c, nint down, int inner)
    {
        ref var c1 = ref Unsafe.Add(ref c, down);
        ref var c2 = ref Unsafe.Add(ref c1, down);
        ref var c3 = ref Unsafe.Add(ref c2, down);
        var (s00, s01) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, Half));
        var (s10, s11) = (Vector256.LoadUnsafe(ref c1), Vector256.LoadUnsafe(ref c1, Half));
        var (s20, s21) = (Vector256.LoadUnsafe(ref c2), Vector256.LoadUnsafe(ref c2, Half));
        var (s30, s31) = (Vector256.LoadUnsafe(ref c3), Vector256.LoadUnsafe(ref c3, Half));
        for (var k = 0; k < inner; k++)
        {
            var (b0, b1) = (Vector256.LoadUnsafe(ref b), Vector256.LoadUnsafe(ref b, Half));
            var a0 = Vector256.Create(a);
            (s00, s01) = (Vector256.FusedMultiplyAdd(a0, b0, s00), Vector256.FusedMultiplyAdd(a0, b1, s01));
            var a1 = Vector256.Create(Unsafe.Add(ref a, rowStep));
            (s10, s11) = (Vector256.FusedMultiplyAdd(a1, b0, s10), Vector256.FusedMultiplyAdd(a1, b1, s11));
            var a2 = Vector256.Create(Unsafe.Add(ref a, 2 * rowStep));
            (s20, s21) = (Vector256.FusedMultiplyAdd(a2, b0, s20), Vector256.FusedMultiplyAdd(a2, b1, s21));
            var a3 = Vector256.Create(Unsafe.Add(ref a, 3 * rowStep));
            (s30, s31) = (Vector256.FusedMultiplyAdd(a3, b0, s30), Vector256.FusedMultiplyAdd(a3, b1, s31));
            a = ref Unsafe.Add(ref a, innerStep);
            b = ref Unsafe.Add(ref b, across);
        }

        Store(s00, s01, ref c);
        Store(s10, s11, ref c1);
        Store(s20, s21, ref c2);
        Store(s30, s31, ref c3);
    }

    private static void One(ref float a, nint innerStep, ref float b, nint across, ref float c, int inner)
    {
        var (s0, s1) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, Half));
        for (var k = 0; k < inner; k++)
        {
            var a0 = Vector256.Create(a);
            (s0, s1) = (Vector256.FusedMultiplyAdd(a0, Vector256.LoadUnsafe(ref b), s0), Vector256.FusedMultiplyAdd(a0, Vector256.LoadUnsafe(ref b, Half), s1));
            a = ref Unsafe.Add(ref a, innerStep);
            b = ref Unsafe.Add(ref b, across);
        }

        Store(s0, s1, ref c);
    }

    private static void Store(Vector512<float> first, Vector512<float> second, ref float at)
    {
        first.StoreUnsafe(ref at);
        second.StoreUnsafe(ref at, Lanes);
    }

    private static void Store(Vector256<float> first, Vector256<float> second, ref float at)
    {
        first.StoreUnsafe(ref at);
        second.StoreUnsafe(ref at, Half);
    }
}
