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
    private StorySketch sketch;

    public TermProbe(StorySketch sketch)
    {
        this.sketch = sketch;
        Lay();
    }

    /// <summary>Of no meaning: what is looked at must be used.</summary>
    public uint Looked { get; private set; }

    /// <summary>Takes another article in place of the one before.</summary>
    public void Fill(StorySketch next)
    {
        foreach (var term in sketch.Terms)
        {
            keys[term % Slots] = 0;
        }

        sketch = next;
        Lay();
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
        var terms = other.Terms;
        var count = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            found[count] = (ushort)i;
            count += keys[terms[i] % Slots] == terms[i] ? 1 : 0;
        }

        var (here, there) = (sketch.Weights, other.Weights);
        for (var i = 0; i < count; i++)
        {
            sum.Add(Weights(here, places[terms[found[i]] % Slots]), Weights(there, found[i]));
        }

        foreach (var place in displaced)
        {
            if (terms.IndexOf(sketch.Terms[place]) is var at and >= 0)
            {
                sum.Add(Weights(here, place), Weights(there, at));
            }
        }

        return sum.Whole;
    }

    private static ulong Weights(byte[] weights, int term) => BinaryPrimitives.ReadUInt64LittleEndian(weights.AsSpan(term * StorySketch.Width));

    private void Lay()
    {
        displaced.Clear();
        var terms = sketch.Terms;
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
