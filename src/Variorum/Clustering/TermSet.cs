using System.Runtime.InteropServices;

namespace Variorum.Clustering;

/// <summary>An article's terms and what each weighs, in one piece of memory: much of a search's time is waiting for it.</summary>
/// <param name="terms">Hashes of the terms, ascending.</param>
/// <param name="weights"><see cref="Width"/> bytes a term, in the same order.</param>
internal readonly struct TermSet(ReadOnlySpan<uint> terms, ReadOnlySpan<byte> weights)
{
    /// <summary>Bytes a term: a weight for each <see cref="TermFace"/>, then its rarity.</summary>
    public const int Width = 8;

    /// <summary>Where a term's rarity stands among its bytes.</summary>
    public const int Rarity = 7;

    private const int Line = 64 / sizeof(uint);

    private const int Lanes = Width / sizeof(uint);

    private readonly uint[] packed = [.. terms, .. MemoryMarshal.Cast<byte, uint>(weights)];

    /// <summary>How many terms.</summary>
    public int Count => packed.Length / (1 + Lanes);

    /// <summary>Hashes of the terms, ascending.</summary>
    public ReadOnlySpan<uint> Hashes => packed.AsSpan(0, Count);

    /// <summary><see cref="Width"/> bytes a term, in the order of the terms. Weights of a view have unit length together, 255 standing for 1.</summary>
    public ReadOnlySpan<byte> Weights => MemoryMarshal.AsBytes(packed.AsSpan(Count));

    /// <summary>Looks at every place of memory that a machine reads at once; of no meaning, but to be used, or it is left out.</summary>
    public uint Look()
    {
        var looked = 0u;
        for (var i = 0; i < Count; i += Line)
        {
            looked ^= packed[i];
        }

        return looked;
    }
}
