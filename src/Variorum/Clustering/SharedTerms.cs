using System.Runtime.Intrinsics;

namespace Variorum.Clustering;

/// <summary>What two articles share.</summary>
/// <param name="Dots">The product of both articles' weights under each <see cref="TermFace"/>; the last is not used.</param>
/// <param name="Rarest">The rarity of the rarest word shared.</param>
/// <param name="Rarity">The rarities of all words shared together.</param>
/// <param name="Pairs">How many pairs of capitalised words are shared.</param>
internal readonly record struct SharedTerms(Vector256<uint> Dots, int Rarest, int Rarity, int Pairs)
{
    private const float Unit = 1 / (255f * 255f);

    /// <summary>How far two articles' words are the same, 0 to 1: of all words, of names, of lead.</summary>
    public float Overlap => Unit * ((0.5f * Dots[(int)TermFace.Whole]) + (0.25f * Dots[(int)TermFace.Names]) + (0.25f * Dots[(int)TermFace.Lead]));

    /// <summary>How far the words of a view are the same, 0 to 1.</summary>
    public float Of(int face) => MathF.Sqrt(Dots[face] * Unit);
}
