using System.Numerics;
using System.Runtime.InteropServices;
using Variorum.Learning;

namespace Variorum.Lexicons;

/// <summary>A list of names or of words that stand in names. Several may hold one phrase.</summary>
[Flags]
internal enum NameList : uint
{
    /// <summary>On no list.</summary>
    None = 0,

    /// <summary>A country's name.</summary>
    Country = 1 << 0,

    /// <summary>"Russian", "Russians".</summary>
    Nationality = 1 << 1,

    /// <summary>A people, a faith, a party's followers.</summary>
    People = 1 << 2,

    /// <summary>A capital or another city that everybody knows.</summary>
    City = 1 << 3,

    /// <summary>A city.</summary>
    Town = 1 << 4,

    /// <summary>A region, a state of a federation, a sea.</summary>
    Region = 1 << 5,

    /// <summary>A kind of place that stands in its name ("Street").</summary>
    PlaceWord = 1 << 6,

    /// <summary>A given name.</summary>
    Given = 1 << 7,

    /// <summary>A given name that is usual in English.</summary>
    UsualGiven = 1 << 8,

    /// <summary>A surname.</summary>
    Surname = 1 << 9,

    /// <summary>A known person's full name.</summary>
    Person = 1 << 10,

    /// <summary>A title that stands before names.</summary>
    Title = 1 << 11,

    /// <summary>A job.</summary>
    Job = 1 << 12,

    /// <summary>Closes a company's name ("Inc").</summary>
    FirmWord = 1 << 13,

    /// <summary>A kind of organisation that stands in its name ("Ministry").</summary>
    OrganisationWord = 1 << 14,

    /// <summary>A known organisation.</summary>
    Organisation = 1 << 15,

    /// <summary>An outlet.</summary>
    Outlet = 1 << 16,

    /// <summary>A news agency.</summary>
    Agency = 1 << 17,

    /// <summary>An armed group, a party.</summary>
    Faction = 1 << 18,

    /// <summary>A kind of event that stands in its name ("Hurricane").</summary>
    EventWord = 1 << 19,

    /// <summary>A month, a day.</summary>
    Calendar = 1 << 20,

    /// <summary>An English word.</summary>
    Word = 1 << 21,

    /// <summary>No phrase, but the beginning of a longer one.</summary>
    Opening = 1u << 31,
}

/// <summary>Phrases that lists of names hold, small letters and capitals alike.</summary>
/// <remarks>
/// <para><b>Shape.</b> A phrase is the hash of its words one after another; about one unknown phrase in five thousand is taken for a known one.</para>
/// <para><b>Cost.</b> One look-up a phrase; nothing is decoded when the table is read.</para>
/// </remarks>
internal sealed class NameLists
{
    private const int LongestWord = 40;

    private readonly ushort[] checks;
    private readonly byte[] kinds;
    private readonly NameList[] lists;
    private readonly int shift;

    private NameLists(ReadOnlySpan<byte> section)
    {
        var head = MemoryMarshal.Cast<byte, int>(section[..8]);
        shift = 32 - head[0];
        lists = MemoryMarshal.Cast<byte, NameList>(section.Slice(8, head[1] * sizeof(uint))).ToArray();
        section = section[(8 + (head[1] * sizeof(uint)))..];
        checks = MemoryMarshal.Cast<byte, ushort>(section[..(2 << head[0])]).ToArray();
        kinds = section.Slice(2 << head[0], 1 << head[0]).ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static NameLists Read(ReadOnlySpan<byte> section) => new(section);

    /// <summary>The hash of a word, whatever its case.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = Math.Min(word.Length, LongestWord);
        for (var i = 0; i < length; i++)
        {
            folded[i] = word[i] is '’' or '‘' ? '\'' : char.ToLowerInvariant(word[i]);
        }

        return FeatureHash.Of(folded[..length]);
    }

    /// <summary>The hash of a phrase: that of its words but the last (0 for none), and that of the last.</summary>
    public static uint Join(uint before, uint word) => FeatureHash.Of(97, before, word);

    /// <summary>The lists that hold a phrase.</summary>
    public NameList Find(uint phrase)
    {
        var (slot, check) = Place(phrase, shift);
        for (; checks[slot] != 0; slot = (slot + 1) & (checks.Length - 1))
        {
            if (checks[slot] == check)
            {
                return lists[kinds[slot]];
            }
        }

        return NameList.None;
    }

    /// <summary>Writes a table; the rarest combinations of lists beyond the 256th lose their last lists.</summary>
    public static byte[] Write(IReadOnlyDictionary<uint, NameList> phrases)
    {
        var known = phrases.Values.CountBy(lists => lists).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(256).Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => (byte)pair.i);
        var bits = Math.Max(4, BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)(phrases.Count * 8L / 5) + 1)));
        var (marks, values) = (new ushort[1 << bits], new byte[1 << bits]);
        foreach (var (phrase, lists) in phrases.OrderBy(pair => pair.Key))
        {
            var kept = lists;
            while (!known.ContainsKey(kept) && kept != NameList.None)
            {
                kept &= ~(NameList)BitOperations.RoundUpToPowerOf2(((uint)(kept & ~NameList.Opening) / 2) + 1);
            }

            var (slot, check) = Place(phrase, 32 - bits);
            while (marks[slot] != 0)
            {
                slot = (slot + 1) & (marks.Length - 1);
            }

            (marks[slot], values[slot]) = (check, known.GetValueOrDefault(kept));
        }

        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(bits);
        writer.Write(known.Count);
        writer.Write(MemoryMarshal.AsBytes(known.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray().AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(marks.AsSpan()));
        writer.Write(values);
        writer.Flush();
        return memory.ToArray();
    }

    private static (int Slot, ushort Check) Place(uint phrase, int shift)
    {
        var mixed = phrase * 2654435769u;
        return ((int)(mixed >> shift), (ushort)Math.Max(1, mixed & 0xFFFF));
    }
}
