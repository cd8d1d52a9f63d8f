using System.Numerics;

namespace Variorum.Learning;

/// <summary>A trained linear classifier over hashed features.</summary>
/// <remarks>
/// <para><b>Shape.</b> For each feature that was kept, the classes it speaks for or against, with whole-number weights.
/// A feature that was not kept says nothing.</para>
/// <para><b>Cost.</b> One look-up a feature, and one addition a class that the feature speaks of.</para>
/// </remarks>
internal sealed class LinearModel
{
    private const int Batch = 32;
    private const int LastEntry = (1 << 24) - 1;

    /// <summary>A feature, where its entries begin (24 bits) and how many they are (8): side by side, so that a look-up is mostly one place of memory.</summary>
    private readonly ulong[] slots;
    private readonly int[] entries;
    private readonly int shift;

    private LinearModel(int features, int entryCount)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 2));
        shift = 32 - BitOperations.Log2((uint)capacity);
        slots = new ulong[capacity];
        entries = new int[entryCount];
    }

    /// <summary>Adds to each class what the features say of it.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        Span<ulong> found = stackalloc ulong[Batch];
        for (; features.Length > Batch; features = features[Batch..])
        {
            ScoreBatch(features[..Batch], found, scores);
        }

        ScoreBatch(features, found, scores);
    }

    /// <summary>Many places of memory are asked for before the first answer is looked at: they are far, and come together.</summary>
    private void ScoreBatch(ReadOnlySpan<uint> features, Span<ulong> found, Span<int> scores)
    {
        for (var i = 0; i < features.Length; i++)
        {
            found[i] = slots[(int)(features[i] * 2654435769u >> shift)];
        }

        for (var i = 0; i < features.Length; i++)
        {
            var row = found[i];
            if (row != 0 && (uint)row != features[i])
            {
                row = FindNext(features[i]);
            }

            foreach (var entry in entries.AsSpan((int)(row >> 32) & LastEntry, (int)(row >> 56)))
            {
                scores[entry & 0xFF] += entry >> 8;
            }
        }
    }

    /// <summary>The class with the greatest score, the first of equals.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">At the model's first byte.</param>
    /// <param name="classes">How many classes the caller knows.</param>
    /// <exception cref="InvalidDataException">An entry speaks of an unknown class.</exception>
    public static LinearModel Read(BinaryReader reader, int classes)
    {
        var features = reader.ReadInt32();
        var entryCount = reader.ReadInt32();
        if (entryCount is < 0 or > LastEntry)
        {
            throw new InvalidDataException($"A model has {entryCount} entries.");
        }

        var model = new LinearModel(features, entryCount);
        var (key, at) = (0u, 0);
        for (var row = 0; row < features; row++)
        {
            key += (uint)reader.Read7BitEncodedInt();
            var count = reader.ReadByte();
            model.Insert(key, at, count);
            for (var left = count; left > 0; left--)
            {
                var entry = (int)reader.ReadByte();
                if (entry >= classes)
                {
                    throw new InvalidDataException($"A model speaks of class {entry} of {classes}.");
                }

                var weight = reader.Read7BitEncodedInt();
                model.entries[at++] = entry | (weight >> 1 ^ -(weight & 1)) << 8;
            }
        }

        return model;
    }

    /// <summary>Writes weights in the order of their features.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyDictionary<uint, (byte Class, int Weight)[]> weights)
    {
        writer.Write(weights.Count);
        writer.Write(weights.Values.Sum(row => row.Length));
        var last = 0u;
        foreach (var (key, row) in weights.OrderBy(pair => pair.Key))
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
            writer.Write((byte)row.Length);
            foreach (var (@class, weight) in row)
            {
                writer.Write(@class);
                writer.Write7BitEncodedInt(weight << 1 ^ weight >> 31);
            }
        }
    }

    /// <summary>The slot of a feature whose first slot is another's; 0 for none.</summary>
    private ulong FindNext(uint key)
    {
        var mask = slots.Length - 1;
        for (var slot = ((int)(key * 2654435769u >> shift) + 1) & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == 0 || (uint)slots[slot] == key)
            {
                return slots[slot];
            }
        }
    }

    private void Insert(uint key, int start, byte count)
    {
        var mask = slots.Length - 1;
        var slot = (int)(key * 2654435769u >> shift);
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = count == 0 ? 0 : key | (ulong)start << 32 | (ulong)count << 56;
    }
}
