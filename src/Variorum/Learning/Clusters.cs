using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Variorum.Learning;

/// <summary>Which word forms behave alike: each belongs to one of some hundred classes, and the classes form a tree.</summary>
/// <remarks>
/// <para><b>Shape.</b> Classes are numbered from 1 in the order of the tree's leaves; 0 stands for an unknown form. A class's
/// path leads down from the root, a bit a fork: classes that share its first bits are alike, the more bits the more so.</para>
/// <para><b>Method.</b> Exchange on a class bigram model (Martin, Liermann and Ney, 1998), then agglomeration to a tree as in
/// Brown et al. (1992); prefixes of paths as features after Koo, Carreras and Collins (2008).</para>
/// <para><b>Cost.</b> A hash and mostly one place of memory a look-up; nothing is allocated. Forms are kept as hashes: an
/// unknown form is taken for a known one about once in fifty thousand.</para>
/// </remarks>
internal sealed class Clusters
{
    private const int LongestForm = 40;
    private const int PathBytes = 5;

    private readonly uint[] slots;
    private readonly uint[] paths;
    private readonly byte[] lengths;

    private Clusters(ReadOnlySpan<ushort> classes, ReadOnlySpan<ushort> prints, ReadOnlySpan<byte> tree)
    {
        Check(classes.Length > 0 && (classes.Length & (classes.Length - 1)) == 0 && tree.Length % PathBytes == 0);
        (paths, lengths) = (new uint[1 + (tree.Length / PathBytes)], new byte[1 + (tree.Length / PathBytes)]);
        for (var i = 1; i < paths.Length; i++)
        {
            var entry = tree.Slice((i - 1) * PathBytes, PathBytes);
            (lengths[i], paths[i]) = (entry[0], MemoryMarshal.Read<uint>(entry[1..]));
        }

        slots = new uint[classes.Length];
        var used = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            Check(classes[i] < paths.Length);
            if (classes[i] > 0)
            {
                Check(used < prints.Length);
                slots[i] = ((uint)prints[used++] << 16) | classes[i];
            }
        }

        Check(used == prints.Length && used < slots.Length);
    }

    /// <summary>How many classes there are; their numbers go from 1 up to this.</summary>
    public int Count => paths.Length - 1;

    /// <summary>The names of the model's sections.</summary>
    public static ImmutableArray<string> Sections { get; } = ["classes", "prints", "paths"];

    /// <summary>Reads the model, or another one that holds its sections.</summary>
    public static Clusters Read(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new Clusters(
            MemoryMarshal.Cast<byte, ushort>(file.Section("classes")),
            MemoryMarshal.Cast<byte, ushort>(file.Section("prints")),
            file.Section("paths"));
    }

    /// <summary>The class of a form as the tokeniser cuts it; failing that, of its small letters, then, for one in capitals, of the form with only its first; 0 for an unknown one.</summary>
    public int Find(ReadOnlySpan<char> form)
    {
        Span<char> room = stackalloc char[LongestForm];
        var folded = Fold(form, room);
        var found = Look(FeatureHash.Of(folded));
        return found > 0 || folded.IsEmpty ? found : FindRecased(folded);
    }

    /// <summary>A class's path down the tree, at most its first <paramref name="bits"/> forks, told apart from paths of other lengths; 0 for class 0.</summary>
    public uint Path(int @class, int bits = 31)
    {
        var length = Math.Min(bits, lengths[@class]);
        return @class == 0 ? 0 : (1u << length) | (paths[@class] >> (lengths[@class] - length));
    }

    /// <summary>The key of a form: digits are zeros, one shape for each kind of quotation mark and dash; capitals count.</summary>
    public static uint KeyOf(ReadOnlySpan<char> form) => FeatureHash.Of(Fold(form, stackalloc char[LongestForm]));

    /// <summary>A form as it is kept.</summary>
    /// <param name="form">As printed.</param>
    /// <param name="room">Receives it; what does not fit is cut off.</param>
    public static Span<char> Fold(ReadOnlySpan<char> form, Span<char> room)
    {
        var length = Math.Min(form.Length, Math.Min(room.Length, LongestForm));
        for (var i = 0; i < length; i++)
        {
            room[i] = Fold(form[i]);
        }

        return room[..length];
    }

    /// <summary>Makes the model's sections.</summary>
    /// <param name="members">Key and class of each form.</param>
    /// <param name="paths">The path of class 1, 2 and so on: its bits, and how many there are (at most 31).</param>
    public static IEnumerable<(string Name, byte[] Content)> Write(IEnumerable<(uint Key, ushort Class)> members, IReadOnlyList<(uint Bits, int Length)> paths)
    {
        var ordered = members.DistinctBy(member => member.Key).ToArray();
        var table = new uint[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, ordered.Length * 3 / 2))];
        foreach (var (key, number) in ordered)
        {
            var (slot, print) = PlaceOf(key, table.Length);
            while (table[slot] != 0)
            {
                slot = (slot + 1) & (table.Length - 1);
            }

            table[slot] = (print << 16) | number;
        }

        yield return ("classes", Bytes([.. table.Select(slot => (ushort)slot)]));
        yield return ("prints", Bytes([.. table.Where(slot => slot != 0).Select(slot => (ushort)(slot >> 16))]));
        yield return ("paths", [.. paths.SelectMany(path => (byte[])[(byte)path.Length, .. BitConverter.GetBytes(path.Bits)])]);
    }

    private static byte[] Bytes(ushort[] numbers) => MemoryMarshal.AsBytes<ushort>(numbers).ToArray();

    private int FindRecased(Span<char> folded)
    {
        var first = folded[0];
        var capitals = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            var small = char.ToLowerInvariant(folded[i]);
            capitals += small == folded[i] ? 0 : 1;
            folded[i] = small;
        }

        var found = capitals == 0 ? 0 : Look(FeatureHash.Of(folded));
        if (found > 0 || capitals < 2)
        {
            return found;
        }

        folded[0] = first;
        return Look(FeatureHash.Of(folded));
    }

    private int Look(uint key)
    {
        var (slot, print) = PlaceOf(key, slots.Length);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot] >> 16 == print)
            {
                return (int)(slots[slot] & 0xFFFF);
            }
        }

        return 0;
    }

    /// <summary>The hash, stirred so that both its ends are good: the low end says where, the high end what.</summary>
    private static (int Slot, uint Print) PlaceOf(uint key, int capacity)
    {
        var stirred = (ulong)key * 0x9E3779B97F4A7C15UL;
        return ((int)((stirred >> 32) & (uint)(capacity - 1)), (uint)(stirred >> 16) & 0xFFFF);
    }

    private static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        >= '0' and <= '9' => '0',
        '‘' or '’' or '`' or 'ʼ' => '\'',
        '“' or '”' or '«' or '»' => '"',
        '–' or '—' or '‐' or '‑' => '-',
        _ => c,
    };

    private static void Check(bool holds)
    {
        if (!holds)
        {
            throw ModelFile.Unusable("clusters.model", "is damaged (its parts do not fit each other)");
        }
    }
}
