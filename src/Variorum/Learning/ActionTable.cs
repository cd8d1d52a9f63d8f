using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Learning;

/// <summary>A trained linear classifier of three classes over hashed features, laid out for speed.</summary>
/// <remarks>
/// <para><b>Shape.</b> An open hash table; a place of eight bytes holds 16 bits of the feature's key and three weights, so that a look-up
/// touches one line of memory. A feature that was not kept says nothing; one in some 50,000 unknown ones is taken for another.</para>
/// </remarks>
internal sealed class ActionTable
{
    private readonly ulong[] places;
    private readonly int shift;

    private ActionTable(ulong[] places)
    {
        this.places = places;
        shift = 32 - BitOperations.Log2((uint)places.Length);
    }

    /// <summary>The sum of what the features say of each class, in the second to fourth number.</summary>
    public Vector128<int> Score(ReadOnlySpan<uint> features)
    {
        var sum = Vector128<int>.Zero;
        ref var start = ref MemoryMarshal.GetArrayDataReference(places);
        var mask = places.Length - 1;
        foreach (var feature in features)
        {
            var mark = Mark(feature);
            for (var at = (int)(feature >> shift); ; at = (at + 1) & mask)
            {
                var place = System.Runtime.CompilerServices.Unsafe.Add(ref start, at);
                if (place == 0)
                {
                    break;
                }

                if ((ushort)place == mark)
                {
                    sum += Vector128.WidenLower(Vector128.CreateScalar(place).AsInt16());
                    break;
                }
            }
        }

        return sum;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ActionTable Read(ReadOnlySpan<byte> section)
    {
        var count = section.Length / 8;
        if (count < 16 || !BitOperations.IsPow2(count) || section.Length != count * 8)
        {
            throw new InvalidDataException("A table of actions has an odd size.");
        }

        var table = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            table[i] = section[i] | (ulong)section[count + i] << 8
                | (ulong)section[(2 * count) + i] << 16 | (ulong)section[(3 * count) + i] << 24
                | (ulong)section[(4 * count) + i] << 32 | (ulong)section[(5 * count) + i] << 40
                | (ulong)section[(6 * count) + i] << 48 | (ulong)section[(7 * count) + i] << 56;
        }

        return table.Contains(0UL) ? new ActionTable(table) : throw new InvalidDataException("A table of actions is full.");
    }

    /// <summary>Lays out weights.</summary>
    /// <remarks><b>Order.</b> By key; the bytes of a place stand far apart, the firsts of all places first, because that packs better.</remarks>
    public static byte[] Write(IReadOnlyCollection<(uint Key, short First, short Second, short Third)> rows)
    {
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows.Count * 5L / 4));
        var table = new ActionTable(new ulong[count]);
        foreach (var row in rows.OrderBy(row => row.Key))
        {
            table.Insert(row.Key, (ulong)(ushort)row.First << 16 | (ulong)(ushort)row.Second << 32 | (ulong)(ushort)row.Third << 48);
        }

        var section = new byte[count * 8];
        for (var i = 0; i < section.Length; i++)
        {
            section[i] = (byte)(table.places[i % count] >> (i / count * 8));
        }

        return section;
    }

    private void Insert(uint key, ulong weights)
    {
        var at = (int)(key >> shift);
        while (places[at] != 0)
        {
            at = (at + 1) & (places.Length - 1);
        }

        places[at] = weights | Mark(key);
    }

    /// <summary>The low bits of a key, never 0: 0 is an empty place.</summary>
    private static ushort Mark(uint key) => (ushort)((key & 0xFFFF) == 0 ? 1 : key);
}
