using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Clustering;

/// <summary>An article's terms laid out so that those which others share are found fast. One instance is filled again and again.</summary>
/// <remarks><b>Method.</b> A table of one place a term. Its few terms whose place is taken are looked for among the other's one by
/// one, so that every other look-up is a single comparison without a branch.</remarks>
internal sealed class TermProbe
{
    private const uint Slots = 4096;

    private readonly uint[] keys = new uint[Slots];
    private readonly short[] places = new short[Slots];
    private readonly List<int> displaced = [];
    private readonly ushort[] found = new ushort[StorySketch.MostTerms];
    private TermSet own = new([], []);

    /// <summary>Of no meaning: what is looked at must be used.</summary>
    public uint Looked { get; private set; }

    /// <summary>Takes an article's terms in place of those of the one before.</summary>
    public void Fill(TermSet next)
    {
        foreach (var term in own.Hashes)
        {
            keys[term % Slots] = 0;
        }

        own = next;
        displaced.Clear();
        var terms = own.Hashes;
        for (var i = 0; i < terms.Length; i++)
        {
            ref var key = ref keys[terms[i] % Slots];
            if (key == 0)
            {
                (key, places[terms[i] % Slots]) = (terms[i], (short)i);
            }
            else
            {
                displaced.Add(i);
            }
        }
    }

    /// <summary>What the article shares with each of others.</summary>
    /// <remarks>Their terms are looked at before any is used: waiting for many places of memory takes as long as for one.</remarks>
    public void Share(ReadOnlySpan<TermSet> others, Span<SharedTerms> shared)
    {
        var looked = 0u;
        foreach (var other in others)
        {
            looked ^= other.Look();
        }

        Looked ^= looked;
        for (var i = 0; i < others.Length; i++)
        {
            shared[i] = Share(in others[i]);
        }
    }

    /// <summary>What the article shares with another.</summary>
    public SharedTerms Share(in TermSet other)
    {
        var sum = default(Sum);
        var there = other.Hashes;
        var weights = own.Weights;
        var theirs = other.Weights;
        var count = Find(there);

        foreach (var at in found.AsSpan(0, count))
        {
            sum.Add(Bytes(weights, places[there[at] % Slots]), Bytes(theirs, at));
        }

        foreach (var place in displaced)
        {
            if (there.IndexOf(own.Hashes[place]) is var at and >= 0)
            {
                sum.Add(Bytes(weights, place), Bytes(theirs, at));
            }
        }

        return sum.Whole;
    }

    /// <summary>Which of another's terms stand in the table, and how many they are.</summary>
    /// <remarks>Neither a slot nor a count can be outside, so that nothing is checked: the loop is most of the work.</remarks>
    private int Find(ReadOnlySpan<uint> others)
    {
        ref var key = ref MemoryMarshal.GetArrayDataReference(keys);
        ref var place = ref MemoryMarshal.GetReference(found.AsSpan(0, others.Length));
        var count = 0;
        for (var i = 0; i < others.Length; i++)
        {
            var term = others[i];
            Unsafe.Add(ref place, count) = (ushort)i;
            count += Unsafe.Add(ref key, term % Slots) == term ? 1 : 0;
        }

        return count;
    }

    private static ulong Bytes(ReadOnlySpan<byte> weights, int term) => BinaryPrimitives.ReadUInt64LittleEndian(weights[(term * TermSet.Width)..]);

    private struct Sum
    {
        private const int PairsAt = 8 * (int)TermFace.NamePairs;
        private const int RarityAt = 8 * TermSet.Rarity;

        private Vector256<uint> dots;
        private int rarest;
        private int rarity;
        private int pairs;

        public readonly SharedTerms Whole => new(dots, rarest, rarity, pairs);

        public void Add(ulong here, ulong there)
        {
            // A product of two bytes fits sixteen bits.
            var product = Vector128.WidenLower(Vector128.CreateScalar(here).AsByte()) * Vector128.WidenLower(Vector128.CreateScalar(there).AsByte());
            var (low, high) = Vector128.Widen(product);
            dots += Vector256.Create(low, high);
            // Weights that are not 0 have a bit: no branch.
            var isWord = (here >> PairsAt & 0xFF) * (there >> PairsAt & 0xFF) == 0 ? -1 : 0;
            var own = (int)(here >> RarityAt) & isWord;
            pairs += isWord + 1;
            rarest = Math.Max(rarest, own);
            rarity += own;
        }
    }
}
