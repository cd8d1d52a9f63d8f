using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Learning;

/// <summary>A trained linear classifier of up to 48 classes over hashed features, laid out for speed.</summary>
/// <remarks><b>Shape.</b> An open hash table of marks and row numbers; a row holds a small whole number for every class, so that
/// a feature adds all its weights at once. A feature that was not kept says nothing.</remarks>
internal sealed class RowTable
{
    /// <summary>Numbers in a row.</summary>
    public const int Width = 48;

    /// <summary>As many rows as a place has bits to number.</summary>
    public const int MostRows = (1 << RowBits) - 1;

    private const int RowBits = 18;

    private readonly uint[] places;
    private readonly sbyte[] rows;
    private readonly int shift;

    private RowTable(uint[] places, sbyte[] rows)
    {
        this.places = places;
        this.rows = rows;
        shift = 32 - BitOperations.Log2((uint)places.Length);
    }

    /// <summary>The class with the greatest sum, the first of equals.</summary>
    public int Best(ReadOnlySpan<uint> features)
    {
        var (first, second, third) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row >= 0)
            {
                ref var start = ref System.Runtime.CompilerServices.Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), row * Width);
                first += Widen(ref start, 0);
                second += Widen(ref start, 16);
                third += Widen(ref start, 32);
            }
        }

        Span<short> sums = stackalloc short[Width];
        first.CopyTo(sums);
        second.CopyTo(sums[16..]);
        third.CopyTo(sums[32..]);
        var best = 0;
        for (var i = 1; i < Width; i++)
        {
            best = sums[i] > sums[best] ? i : best;
        }

        return best;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RowTable Read(ReadOnlySpan<byte> section)
    {
        var header = MemoryMarshal.Cast<byte, int>(section[..8]);
        var (count, rowCount) = (header[0], header[1]);
        if (count < 16 || !BitOperations.IsPow2(count) || rowCount is < 0 or > MostRows || rowCount >= count || section.Length != 8 + (count * 4L) + ((long)rowCount * Width))
        {
            throw new InvalidDataException("A table of rows has an odd size.");
        }

        var table = MemoryMarshal.Cast<byte, uint>(section.Slice(8, count * 4)).ToArray();
        foreach (var place in table)
        {
            if ((place & MostRows) > rowCount)
            {
                throw new InvalidDataException("A table of rows names a row that it has not.");
            }
        }

        return table.Contains(0u)
            ? new RowTable(table, MemoryMarshal.Cast<byte, sbyte>(section[(8 + (count * 4))..]).ToArray())
            : throw new InvalidDataException("A table of rows is full.");
    }

    /// <summary>Lays out weights.</summary>
    /// <remarks><b>Order.</b> By key.</remarks>
    public static byte[] Write(IReadOnlyCollection<(uint Key, sbyte[] Weights)> weights)
    {
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, weights.Count * 5L / 4));
        var table = new RowTable(new uint[count], new sbyte[weights.Count * Width]);
        var number = 0;
        foreach (var (key, row) in weights.OrderBy(row => row.Key))
        {
            row.CopyTo(table.rows.AsSpan(number++ * Width));
            table.Insert(key, number);
        }

        ReadOnlySpan<int> header = [count, number];
        return [.. MemoryMarshal.AsBytes(header), .. MemoryMarshal.AsBytes(table.places.AsSpan()), .. MemoryMarshal.AsBytes(table.rows.AsSpan())];
    }

    private static Vector256<short> Widen(ref sbyte start, nuint at)
    {
        var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref start, at));
        return Vector256.Create(low, high);
    }

    private int Find(uint key)
    {
        var mark = Mark(key);
        for (var at = (int)(key >> shift); ; at = (at + 1) & (places.Length - 1))
        {
            var place = places[at];
            if (place == 0)
            {
                return -1;
            }

            if (place >> RowBits == mark)
            {
                return (int)(place & MostRows) - 1;
            }
        }
    }

    private void Insert(uint key, int number)
    {
        var at = (int)(key >> shift);
        while (places[at] != 0)
        {
            at = (at + 1) & (places.Length - 1);
        }

        places[at] = (Mark(key) << RowBits) | (uint)number;
    }

    private static uint Mark(uint key) => key & ((1u << (32 - RowBits)) - 1);
}
