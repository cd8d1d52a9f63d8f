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
    /// <summary>A feature and, above it, the number of its row plus one: side by side, so that a look-up is mostly one place of memory.</summary>
    private readonly ulong[] slots;
    private readonly int[] starts;
    private readonly int[] entries;
    private readonly int shift;

    private LinearModel(int features, int entryCount)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features * 2));
        shift = 32 - BitOperations.Log2((uint)capacity);
        slots = new ulong[capacity];
        starts = new int[features + 1];
        entries = new int[entryCount];
    }

    /// <summary>Adds to each class what the features say of it.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row < 0)
            {
                continue;
            }

            foreach (var entry in entries.AsSpan(starts[row], starts[row + 1] - starts[row]))
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
        var model = new LinearModel(features, reader.ReadInt32());
        var (key, at) = (0u, 0);
        for (var row = 0; row < features; row++)
        {
            key += (uint)reader.Read7BitEncodedInt();
            model.Insert(key, row);
            model.starts[row] = at;
            for (var left = reader.ReadByte(); left > 0; left--)
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

        model.starts[features] = at;
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

    private int Find(uint key)
    {
        var mask = slots.Length - 1;
        for (var slot = (int)(key * 2654435769u >> shift); ; slot = (slot + 1) & mask)
        {
            var found = slots[slot];
            if (found == 0 || (uint)found == key)
            {
                return (int)(found >> 32) - 1;
            }
        }
    }

    private void Insert(uint key, int row)
    {
        var mask = slots.Length - 1;
        var slot = (int)(key * 2654435769u >> shift);
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = key | (ulong)(row + 1) << 32;
    }
}
