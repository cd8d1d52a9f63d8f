using System.Runtime.InteropServices;

namespace Variorum.Clustering;

/// <summary>Counts an article's terms by view. One instance is filled and cleared again and again.</summary>
internal sealed class TermTable
{
    /// <summary>How many views there are.</summary>
    public const int Faces = 7;

    private const int Slots = 1 << 13;

    /// <summary>An article with more different terms than these has no use for the rest.</summary>
    private const int MostTerms = Slots * 3 / 4;

    private readonly uint[] terms = new uint[Slots];
    private readonly float[] rarities = new float[Slots];
    private readonly TextSpan[] places = new TextSpan[Slots];
    private readonly ushort[] counts = new ushort[Slots * Faces];
    private readonly short[] kept = new short[Slots];
    private readonly List<int> used = [];

    /// <summary>The slots in use, in the order of the terms' first counting.</summary>
    public ReadOnlySpan<int> Used => CollectionsMarshal.AsSpan(used);

    public uint Term(int slot) => terms[slot];

    public float RarityOf(int slot) => rarities[slot];

    /// <summary>Where the term was first met.</summary>
    public TextSpan Place(int slot) => places[slot];

    /// <summary>The number under which a term is kept, from 1; 0 for none.</summary>
    public ref short Kept(int slot) => ref kept[slot];

    public int Count(int slot, TermFace face) => counts[(slot * Faces) + (int)face];

    /// <summary>The slot of a term, met now for the first time or again; -1 where there is no room.</summary>
    public int Meet(uint term, float rarity, TextSpan place)
    {
        term = Math.Max(term, 1);
        var slot = (int)(term * 0x9E3779B1u >> (32 - 13));
        while (terms[slot] != 0)
        {
            if (terms[slot] == term)
            {
                return slot;
            }

            slot = (slot + 1) & (Slots - 1);
        }

        if (used.Count >= MostTerms)
        {
            return -1;
        }

        (terms[slot], rarities[slot], places[slot]) = (term, rarity, place);
        used.Add(slot);
        return slot;
    }

    /// <summary>Counts a term that was met.</summary>
    public void Add(int slot, TermFace face, int times)
    {
        if (slot >= 0)
        {
            ref var count = ref counts[(slot * Faces) + (int)face];
            count = (ushort)Math.Min(ushort.MaxValue, count + times);
        }
    }

    public void Clear()
    {
        foreach (var slot in used)
        {
            (terms[slot], kept[slot]) = (0, 0);
            counts.AsSpan(slot * Faces, Faces).Clear();
        }

        used.Clear();
    }
}
