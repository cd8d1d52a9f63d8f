using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Learning;

/// <summary>Rows of weights: bytes with a scale each in a file, whole numbers of one step in memory.</summary>
/// <remarks><b>Order.</b> Whole numbers add up to the same in any order.</remarks>
internal sealed class PackedRows
{
    /// <summary>Fewer rows than this are added up without overflow.</summary>
    private const int TooMany = 32;

    private readonly short[] cells;
    private readonly float step;
    private readonly int width;

    private PackedRows(short[] cells, float step, int width) => (this.cells, this.step, this.width) = (cells, step, width);

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    /// <param name="file">Named where it is damaged.</param>
    /// <param name="packed">The section.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="width">Cells in one; a multiple of <see cref="Matrix.Lanes"/>.</param>
    /// <exception cref="InvalidDataException">There are more or fewer rows.</exception>
    public static PackedRows Read(string file, ReadOnlySpan<byte> packed, int count, int width)
    {
        if (packed.Length != (long)count * (width + sizeof(float)))
        {
            throw ModelFile.Unusable(file, "is damaged (its rows)");
        }

        var (numbers, cells) = (new float[count * width], new short[count * width]);
        Unpack(file, packed, numbers, width);
        var unit = Math.Max(numbers.Max(), -numbers.Min()) * TooMany / short.MaxValue;
        for (var i = 0; i < cells.Length && unit > 0; i++)
        {
            cells[i] = (short)MathF.Round(numbers[i] / unit);
        }

        return new PackedRows(cells, unit, width);
    }

    /// <summary>Adds several rows to one. The first row of all is nothing, and is passed over.</summary>
    /// <param name="rows">Which; fewer than thirty-two.</param>
    /// <param name="sums">As long as a row.</param>
    public void Add(ReadOnlySpan<int> rows, Span<float> sums)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rows.Length, TooMany, nameof(rows));
        Span<int> starts = stackalloc int[TooMany];
        var (count, most) = (0, 0u);
        foreach (var row in rows)
        {
            starts[count] = row * width;
            count += row == 0 ? 0 : 1;
            most = Math.Max(most, (uint)row);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan((most + 1L) * width, cells.Length, nameof(rows));
        starts = starts[..count];
        var at = 0;
        for (; at + (2 * Matrix.Lanes) <= width; at += 2 * Matrix.Lanes)
        {
            ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cells), at);
            var (left, right) = (Vector256<short>.Zero, Vector256<short>.Zero);
            foreach (var start in starts)
            {
                left += Vector256.LoadUnsafe(ref from, (nuint)start);
                right += Vector256.LoadUnsafe(ref from, (nuint)start + Matrix.Lanes);
            }

            AddNumbers(left, sums.Slice(at, Matrix.Lanes));
            AddNumbers(right, sums.Slice(at + Matrix.Lanes, Matrix.Lanes));
        }

        if (at < width)
        {
            ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cells), at);
            var sum = Vector256<short>.Zero;
            foreach (var start in starts)
            {
                sum += Vector256.LoadUnsafe(ref from, (nuint)start);
            }

            AddNumbers(sum, sums.Slice(at, Matrix.Lanes));
        }
    }

    private void AddNumbers(Vector256<short> numbers, Span<float> sums)
    {
        var by = Vector256.Create(step);
        var (low, high) = Vector256.Widen(numbers);
        (Vector256.Create<float>(sums) + (Vector256.ConvertToSingle(low) * by)).CopyTo(sums);
        sums = sums[Vector256<float>.Count..];
        (Vector256.Create<float>(sums) + (Vector256.ConvertToSingle(high) * by)).CopyTo(sums);
    }

    /// <summary>Rows as bytes, each behind its scale.</summary>
    /// <param name="cells">The rows.</param>
    /// <param name="width">Cells in one.</param>
    public static byte[] Pack(ReadOnlySpan<float> cells, int width)
    {
        var packed = new List<byte>(cells.Length);
        for (var at = 0; at < cells.Length; at += width)
        {
            var row = cells.Slice(at, width);
            var scale = 0f;
            foreach (var cell in row)
            {
                scale = Math.Max(scale, Math.Abs(cell) / 127);
            }

            packed.AddRange(BitConverter.GetBytes(scale));
            foreach (var cell in row)
            {
                packed.Add((byte)(sbyte)(scale > 0 ? MathF.Round(cell / scale) : 0));
            }
        }

        return [.. packed];
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer rows.</exception>
    public static void Unpack(string file, ReadOnlySpan<byte> packed, Span<float> cells, int width)
    {
        if (packed.Length != cells.Length / width * (width + sizeof(float)))
        {
            throw ModelFile.Unusable(file, "is damaged (its rows)");
        }

        for (int at = 0, from = 0; at < cells.Length; at += width, from += width + sizeof(float))
        {
            var scale = BitConverter.ToSingle(packed[from..]);
            var row = MemoryMarshal.Cast<byte, sbyte>(packed.Slice(from + sizeof(float), width));
            for (var i = 0; i < width; i++)
            {
                cells[at + i] = row[i] * scale;
            }
        }
    }

    /// <summary>Weights as halves.</summary>
    public static byte[] Halves(float[] cells) => MemoryMarshal.AsBytes<Half>(Array.ConvertAll(cells, cell => (Half)cell)).ToArray();

    /// <summary>Reads what <see cref="Halves"/> wrote.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer weights.</exception>
    public static void Unpack(string file, ReadOnlySpan<byte> halves, Span<float> cells)
    {
        var dense = MemoryMarshal.Cast<byte, Half>(halves);
        if (dense.Length != cells.Length)
        {
            throw ModelFile.Unusable(file, "is damaged (its parts do not fit its sizes)");
        }

        for (var i = 0; i < dense.Length; i++)
        {
            cells[i] = (float)dense[i];
        }
    }
}
