using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Variorum.Learning;

/// <summary>A trained linear classifier of three classes over hashed features, laid out for speed.</summary>
/// <remarks>
/// <para><b>Shape.</b> An open hash table; a place of eight bytes holds 16 bits of the feature's key and three weights. Before it
/// stands a sieve, eight bits a place, that turns most unknown features away without a look into the table. A feature that was
/// not kept says nothing; one unknown feature in some hundred thousand is taken for another.</para>
/// <para><b>Cost.</b> A look into the sieve a feature, and one into the table a known feature.</para>
/// </remarks>
internal sealed class ActionTable
{
    /// <summary>As many as can be scored at once.</summary>
    public const int MostFeatures = 256;

    private const int BytesAPlace = 9;

    /// <summary>What a weight of one is kept as.</summary>
    private const float Scale = 64;

    private readonly ulong[] places;
    private readonly byte[] sieve;
    private readonly int shift;

    private ActionTable(ulong[] places, byte[] sieve)
    {
        this.places = places;
        this.sieve = sieve;
        shift = 32 - BitOperations.Log2((uint)places.Length);
    }

    /// <summary>The sums of what the features say of each class.</summary>
    /// <param name="features">Hashed features, at most <see cref="MostFeatures"/>; overwritten.</param>
    public (int First, int Second, int Third) Score(Span<uint> features)
    {
        Span<ulong> found = stackalloc ulong[MostFeatures];
        var known = Sift(features, found);
        var (first, second, third) = (0, 0, 0);
        for (var i = 0; i < known; i++)
        {
            var place = found[i];
            if ((ushort)place != (ushort)features[i])
            {
                place = Probe(features[i]);
            }

            first += (short)(place >> 16);
            second += (short)(place >> 32);
            third += (short)(place >> 48);
        }

        return (first, second, third);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ActionTable Read(ReadOnlySpan<byte> section)
    {
        var count = section.Length / BytesAPlace;
        if (count < 16 || !BitOperations.IsPow2(count) || section.Length != count * BytesAPlace)
        {
            throw new InvalidDataException("A table of actions has an odd size.");
        }

        var table = new ulong[count];
        for (var plane = 0; plane < 8; plane++)
        {
            var bytes = section.Slice(plane * count, count);
            for (var i = 0; i < count; i++)
            {
                table[i] |= (ulong)bytes[i] << (plane * 8);
            }
        }

        return table.Contains(0UL) ? new ActionTable(table, section[(8 * count)..].ToArray()) : throw new InvalidDataException("A table of actions is full.");
    }

    /// <summary>Lays out weights.</summary>
    /// <remarks>
    /// <para><b>Shape.</b> The first bytes of all places, then all second ones and so on, because that packs better; then the sieve.</para>
    /// <para><b>Order.</b> By key. A feature that could be taken for another one that is kept is left out.</para>
    /// </remarks>
    public static byte[] Write(IReadOnlyCollection<(uint Key, float First, float Second, float Third)> rows)
    {
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows.Count * 5L / 4));
        var kept = rows.Select(row => (row.Key, Weights: Round(row.First) << 16 | Round(row.Second) << 32 | Round(row.Third) << 48))
            .Where(row => row.Weights != 0).OrderBy(row => row.Key).ToArray();
        var table = Lay(kept, count);
        while (kept.Where(row => table.Probe(row.Key) == (row.Weights | Mark(row.Key))).ToArray() is var clear && clear.Length < kept.Length)
        {
            kept = clear;
            table = Lay(kept, count);
        }

        var section = new byte[count * BytesAPlace];
        for (var i = 0; i < count * 8; i++)
        {
            section[i] = (byte)(table.places[i % count] >> (i / count * 8));
        }

        table.sieve.CopyTo(section.AsSpan(count * 8));
        return section;
    }

    private static ActionTable Lay(IEnumerable<(uint Key, ulong Weights)> rows, int count)
    {
        var table = new ActionTable(new ulong[count], new byte[count]);
        foreach (var (key, weights) in rows)
        {
            table.Insert(key, weights);
        }

        return table;
    }

    private static ulong Round(float weight) => (ushort)(short)Math.Clamp(Math.Round(weight * Scale), short.MinValue, short.MaxValue);

    /// <summary>Moves the features that may be known to the front, with what stands at their first places, and says how many they are.</summary>
    private int Sift(Span<uint> features, Span<ulong> found)
    {
        ref var bits = ref MemoryMarshal.GetArrayDataReference(sieve);
        ref var table = ref MemoryMarshal.GetArrayDataReference(places);
        var known = 0;
        for (var i = 0; i < features.Length; i++)
        {
            var feature = features[i];
            var at = (int)(feature >> shift);
            var bit = (Unsafe.Add(ref bits, at) >> (int)((feature >> (shift - 3)) & 7)) & 1;

            // Unknown features ask for the first place, which is near: no branch, so that the far ones are fetched side by side.
            (features[known], found[known]) = (feature, Unsafe.Add(ref table, at & -bit));
            known += bit;
        }

        return known;
    }

    /// <summary>What stands behind a feature's first place; 0 for an unknown one.</summary>
    private ulong Probe(uint feature)
    {
        var mark = Mark(feature);
        for (var at = (int)(feature >> shift); places[at] != 0; at = (at + 1) & (places.Length - 1))
        {
            if ((ushort)places[at] == mark)
            {
                return places[at];
            }
        }

        return 0;
    }

    private void Insert(uint key, ulong weights)
    {
        sieve[key >> shift] |= (byte)(1 << (int)((key >> (shift - 3)) & 7));
        var at = (int)(key >> shift);
        while (places[at] != 0)
        {
            at = (at + 1) & (places.Length - 1);
        }

        places[at] = weights | Mark(key);
    }

    /// <summary>The low bits of a key, never 0: 0 is an empty place.</summary>
    private static ushort Mark(uint key) => Math.Max((ushort)1, (ushort)key);
}
