using System.Runtime.InteropServices;

namespace Variorum.Learning;

/// <summary>Weights as they lie in a file: rows of bytes with a scale each, or halves.</summary>
internal static class PackedRows
{
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
