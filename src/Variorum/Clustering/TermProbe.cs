using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Variorum.Clustering;

/// <summary>An article's terms laid out so that those which others share are found fast. One instance is filled again and again.</summary>
internal sealed class TermProbe
{
    /// <summary>Twice as many as a sketch may have terms, and more: most terms of others meet an empty one at once.</summary>
    private const uint Slots = 2048;

    private readonly short[] places = new short[Slots];
    private StorySketch sketch;

    public TermProbe(StorySketch sketch)
    {
        this.sketch = sketch;
        Lay();
    }

    /// <summary>Takes another article in place of the one before.</summary>
    public void Fill(StorySketch next)
    {
        sketch = next;
        Array.Clear(places);
        Lay();
    }

    /// <summary>What the article shares with another.</summary>
    public SharedTerms Share(StorySketch other)
    {
        var (rarest, rarity, pairs) = (0, 0, 0);
        var dots = Vector256<uint>.Zero;
        var terms = other.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            var at = Find(terms[i]);
            if (at < 0)
            {
                continue;
            }

            var (here, there) = (Weights(sketch, at), Weights(other, i));
            // A product of two bytes fits sixteen bits.
            var (low, high) = Vector128.Widen(Vector128.WidenLower(here) * Vector128.WidenLower(there));
            dots += Vector256.Create(low, high);
            if (here[(int)TermFace.NamePairs] > 0 && there[(int)TermFace.NamePairs] > 0)
            {
                pairs++;
            }
            else
            {
                rarest = Math.Max(rarest, here[StorySketch.Rarity]);
                rarity += here[StorySketch.Rarity];
            }
        }

        return new SharedTerms(dots, rarest, rarity, pairs);
    }

    private static Vector128<byte> Weights(StorySketch sketch, int term) =>
        Vector128.CreateScalar(BinaryPrimitives.ReadUInt64LittleEndian(sketch.Weights.AsSpan(term * StorySketch.Width))).AsByte();

    private void Lay()
    {
        for (var i = 0; i < sketch.Terms.Length; i++)
        {
            var slot = sketch.Terms[i] % Slots;
            while (places[slot] != 0)
            {
                slot = (slot + 1) % Slots;
            }

            places[slot] = (short)(i + 1);
        }
    }

    private int Find(uint term)
    {
        for (var slot = term % Slots; places[slot] != 0; slot = (slot + 1) % Slots)
        {
            if (sketch.Terms[places[slot] - 1] == term)
            {
                return places[slot] - 1;
            }
        }

        return -1;
    }
}
