using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Variorum.Clustering;

/// <summary>An article's terms laid out so that those which others share are found fast. One instance is filled again and again.</summary>
/// <remarks><b>Method.</b> A table of one place a term. Its few terms whose place is taken are looked for among the other's one by
/// one, so that every other look-up is a single comparison without a branch.</remarks>
internal sealed class TermProbe
{
    private const uint Slots = 4096;

    /// <summary>How many terms stand in what a machine reads from memory at once.</summary>
    private const int TermsALine = 16;

    private readonly uint[] keys = new uint[Slots];
    private readonly short[] places = new short[Slots];
    private readonly List<int> displaced = [];
    private readonly ushort[] found = new ushort[StorySketch.MostTerms];
    private uint[] terms = [];
    private byte[] weights = [];

    /// <summary>Of no meaning: what is looked at must be used.</summary>
    public uint Looked { get; private set; }

    /// <summary>Takes an article in place of the one before.</summary>
    public void Fill(StorySketch next)
    {
        foreach (var term in terms)
        {
            keys[term % Slots] = 0;
        }

        (terms, weights) = (next.Terms, next.Weights);
        displaced.Clear();
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
    public void Share(ReadOnlySpan<StorySketch> others, Span<SharedTerms> shared)
    {
        foreach (var other in others)
        {
            for (var i = 0; i < other.Terms.Length; i += TermsALine)
            {
                Looked ^= other.Terms[i];
            }
        }

        for (var i = 0; i < others.Length; i++)
        {
            shared[i] = Share(others[i]);
        }
    }

    /// <summary>What the article shares with another.</summary>
    public SharedTerms Share(StorySketch other)
    {
        var sum = default(Sum);
        var (others, there) = (other.Terms, other.Weights);
        var count = 0;
        for (var i = 0; i < others.Length; i++)
        {
            found[count] = (ushort)i;
            count += keys[others[i] % Slots] == others[i] ? 1 : 0;
        }

        for (var i = 0; i < count; i++)
        {
            sum.Add(Weights(weights, places[others[found[i]] % Slots]), Weights(there, found[i]));
        }

        foreach (var place in displaced)
        {
            if (Array.IndexOf(others, terms[place]) is var at and >= 0)
            {
                sum.Add(Weights(weights, place), Weights(there, at));
            }
        }

        return sum.Whole;
    }

    private static ulong Weights(byte[] weights, int term) => BinaryPrimitives.ReadUInt64LittleEndian(weights.AsSpan(term * StorySketch.Width));

    private struct Sum
    {
        private const int PairsAt = 8 * (int)TermFace.NamePairs;
        private const int RarityAt = 8 * StorySketch.Rarity;

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
