using System.Numerics;
using System.Runtime.InteropServices;

namespace Variorum.Learning;

/// <summary>A small number for each of many words, kept as hashes.</summary>
/// <remarks>
/// <para><b>Shape.</b> Open addressing; a slot has half the word's hash and its value, so an unknown word is taken for a known
/// one about once in fifty thousand.</para>
/// <para><b>Cost.</b> Mostly one place of memory a look-up; read from a file with one copy.</para>
/// </remarks>
internal sealed class FormTable
{
    private readonly ushort[] values;
    private readonly ushort[] prints;

    private FormTable(ushort[] values, ushort[] prints) => (this.values, this.prints) = (values, prints);

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

        return new FormTable(numbers[..half].ToArray(), numbers[half..].ToArray());
    }

    /// <summary>A table's bytes; the first of two values of one key stands.</summary>
    /// <param name="entries">Hash and value of each word; values are above 0.</param>
    public static byte[] Write(IReadOnlyCollection<(uint Key, ushort Value)> entries)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, entries.Count * 3 / 2));
        var numbers = new ushort[2 * capacity];
        foreach (var (key, value) in entries.DistinctBy(entry => entry.Key))
        {
            var (slot, print) = PlaceOf(key, capacity);
            while (numbers[slot] != 0)
            {
                slot = (slot + 1) & (capacity - 1);
            }

            (numbers[slot], numbers[capacity + slot]) = (value, print);
        }

        return MemoryMarshal.AsBytes<ushort>(numbers).ToArray();
    }

    /// <summary>A word's value; 0 for an unknown one.</summary>
    public ushort Find(uint key)
    {
        var (slot, print) = PlaceOf(key, values.Length);
        for (; values[slot] != 0; slot = (slot + 1) & (values.Length - 1))
        {
            if (prints[slot] == print)
            {
                return values[slot];
            }
        }

        return 0;
    }

    private static (int Slot, ushort Print) PlaceOf(uint key, int capacity)
    {
        var stirred = key * 0x9E3779B97F4A7C15UL;
        return ((int)((stirred >> 32) & (uint)(capacity - 1)), (ushort)(stirred >> 16));
    }
}
