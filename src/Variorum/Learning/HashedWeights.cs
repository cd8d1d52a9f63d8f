using System.Runtime.InteropServices;

namespace Variorum.Learning;

/// <summary>Weights of a linear model in a table that features index by their hash.</summary>
/// <remarks>
/// <para><b>Shape.</b> A power of two of rows, a byte a class in each. Features that fall on one row share it (Weinberger et
/// al., 2009); a feature that was not learnt adds what its row holds, mostly nothing.</para>
/// <para><b>Cost.</b> One look-up a feature. Loading is one copy.</para>
/// </remarks>
internal sealed class HashedWeights
{
    private readonly sbyte[] cells;
    private readonly int classes;
    private readonly int shift;

    private HashedWeights(sbyte[] cells, int classes, int bits, float step) => (this.cells, this.classes, shift, Step) = (cells, classes, 32 - bits, step);

    /// <summary>What one unit of a sum is worth: the learnt weight is this many times the whole number kept.</summary>
    public float Step { get; }

    /// <summary>Adds to each class what the features say of it.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        var width = classes;
        foreach (var feature in features)
        {
            var at = (int)(feature >> shift) * width;
            for (var i = 0; i < width; i++)
            {
                scores[i] += cells[at + i];
            }
        }
    }

    /// <summary>What the features say of the one class of a table with one.</summary>
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
    /// <exception cref="InvalidDataException">It has another number of classes or is cut short.</exception>
    public static HashedWeights Read(BinaryReader reader, int classes)
    {
        var (bits, width, step) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle());
        if (width != classes || bits is < 4 or > 26)
        {
            throw new InvalidDataException($"A table of {width} classes and 2^{bits} rows is not one of {classes} classes.");
        }

        var table = new sbyte[classes << bits];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(table.AsSpan()));
        return new HashedWeights(table, classes, bits, step);
    }

    /// <summary>Writes learnt weights: rows one after another, each rounded to a byte; what exceeds a byte is cut to its greatest value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="weights">A power of two of rows.</param>
    /// <param name="classes">How many in a row.</param>
    /// <param name="step">What one unit is worth.</param>
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> weights, int classes, float step)
    {
        writer.Write(System.Numerics.BitOperations.Log2((uint)(weights.Length / classes)));
        writer.Write(classes);
        writer.Write(step);
        foreach (var weight in weights)
        {
            writer.Write((sbyte)Math.Clamp((int)MathF.Round(weight / step), -127, 127));
        }
    }
}
