using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Learning;

/// <summary>A small number for each of many words, kept as hashes.</summary>
/// <remarks>
/// <para><b>Shape.</b> Open addressing; a slot has half the word's hash and its value, so an unknown word is taken for a known
/// one about once in fifty thousand.</para>
/// <para><b>Cost.</b> Mostly one place of memory a look-up; read from a file with one copy.</para>
/// </remarks>
internal sealed class FormTable
{
    /// <summary>So many slots are looked at together.</summary>
    private const int Reach = 8;

    /// <summary>Value and half a hash; 0 for an empty slot. The first slots follow again behind the last.</summary>
    private readonly uint[] slots;
    private readonly int capacity;

    private FormTable(uint[] slots, int capacity) => (this.slots, this.capacity) = (slots, capacity);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="section">Its bytes.</param>
    /// <param name="values">Above every value.</param>
    /// <exception cref="InvalidDataException">The section is not of a table's length, or full, or holds a greater value.</exception>
    public static FormTable Read(ReadOnlySpan<byte> section, int values = ushort.MaxValue + 1)
    {
        var numbers = MemoryMarshal.Cast<byte, ushort>(section);
        var half = numbers.Length / 2;
        if (half < 16 || !BitOperations.IsPow2(half) || section.Length != half * 4 || !numbers[..half].Contains((ushort)0) || numbers[..half].ContainsAnyExceptInRange((ushort)0, (ushort)(values - 1)))
        {
            throw new InvalidDataException("A table of words is damaged.");
        }

        var table = new uint[half + Reach];
        for (var i = 0; i < table.Length; i++)
        {
            var (value, print) = (numbers[i % half], numbers[half + (i % half)]);
            table[i] = value == 0 ? 0 : (uint)value << 16 | print;
        }

        return new FormTable(table, half);
    }

    /// <summary>A table's bytes; the first of two values of one key stands.</summary>
    /// <param name="entries">Hash and value of each word; values are above 0.</param>
    public static byte[] Write(IReadOnlyCollection<(uint Key, ushort Value)> entries)
    {
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Count * 3 / 2));
        var numbers = new ushort[2 * length];
        foreach (var (key, value) in entries.DistinctBy(entry => entry.Key))
        {
            var (slot, print) = PlaceOf(key, length);
            while (numbers[slot] != 0)
            {
                slot = (slot + 1) & (length - 1);
            }

            (numbers[slot], numbers[length + slot]) = (value, print);
        }

        return MemoryMarshal.AsBytes<ushort>(numbers).ToArray();
    }

    /// <summary>A word's value; 0 for an unknown one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort Find(uint key)
    {
        var (slot, print) = PlaceOf(key, capacity);
        while (true)
        {
            var near = Vector256.Create<uint>(slots.AsSpan(slot, Reach));
            var empty = Vector256.Equals(near, Vector256<uint>.Zero).ExtractMostSignificantBits();
            var known = Vector256.Equals(near & Vector256.Create((uint)ushort.MaxValue), Vector256.Create((uint)print)).ExtractMostSignificantBits() & ~empty;

            // Of those before the first empty slot the first; both ways are worked out, since which it will be cannot be foretold.
            known &= empty ^ (empty - 1);
            var value = slots[slot + (BitOperations.TrailingZeroCount(known) & (Reach - 1))] >> 16;
            if ((known | empty) != 0)
            {
                return known == 0 ? (ushort)0 : (ushort)value;
            }

            slot = (slot + Reach) & (capacity - 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Slot, ushort Print) PlaceOf(uint key, int length)
    {
        var stirred = key * 0x9E3779B97F4A7C15UL;
        return ((int)((stirred >> 32) & (uint)(length - 1)), (ushort)(stirred >> 16));
    }
}
