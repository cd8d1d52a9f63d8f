using System.Runtime.InteropServices;

namespace Variorum.Learning;

/// <summary>Weights of a linear model in a table that features index by their hash.</summary>
/// <remarks>
/// <para><b>Shape.</b> A power of two of rows, a byte in each. Features that fall on one row share it (Weinberger et al., 2009); a
/// feature that was not learnt adds what its row holds, mostly nothing.</para>
/// <para><b>Cost.</b> One look-up a feature. Loading is one copy.</para>
/// </remarks>
internal sealed class HashedWeights
{
    private readonly sbyte[] cells;
    private readonly int shift;

    private HashedWeights(sbyte[] cells, int bits, float step) => (this.cells, shift, Step) = (cells, 32 - bits, step);

    /// <summary>What one unit of a sum is worth: the learnt weight is this many times the whole number kept.</summary>
    public float Step { get; }

    /// <summary>What the features say together.</summary>
    public int Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        foreach (var feature in features)
        {
            sum += cells[(int)(feature >> shift)];
        }

        return sum;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such table.</exception>
    /// <exception cref="EndOfStreamException">It is cut short.</exception>
    public static HashedWeights Read(BinaryReader reader)
    {
        var (bits, width, step) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle());
        if (width != 1 || bits is < 4 or > 26)
        {
            throw new InvalidDataException($"A table of 2^{bits} rows of {width} bytes is none of hashed weights.");
        }

        var table = new sbyte[1 << bits];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(table.AsSpan()));
        return new HashedWeights(table, bits, step);
    }

    /// <summary>Writes learnt weights, each rounded to a byte; what exceeds a byte is cut to its greatest value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="weights">A power of two of rows.</param>
    /// <param name="step">What one unit is worth.</param>
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> weights, float step)
    {
        writer.Write(System.Numerics.BitOperations.Log2((uint)weights.Length));
        writer.Write(1);
        writer.Write(step);
        foreach (var weight in weights)
        {
            writer.Write((sbyte)Math.Clamp((int)MathF.Round(weight / step), -127, 127));
        }
    }
}
