using System.Collections.Immutable;
using System.Numerics;

namespace Variorum.Clustering;

/// <summary>What two articles share, and what lies between them.</summary>
internal static class PairMeasures
{
    /// <summary>Two reports of which one is undated count as this many days apart.</summary>
    private const int UnknownDays = 1;

    /// <summary>A heap of so many doublings is like any greater one.</summary>
    private const int MostDoublings = 6;

    private const float Unit = 1 / (255f * 255f);

    /// <summary>Their names, in the order in which they are filled in.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "whole", "names", "lead", "headline", "name pairs", "figures", "lead names",
        "overlap", "above background", "greater background", "lesser background",
        "days apart", "undated", "shorter", "longer", "rarest shared", "contained",
        "lesser rank", "greater rank", "figures in both", "shared name pairs", "rarity shared",
        "lesser place", "greater place", "support", "window",
    ];

    /// <summary>How far two articles' words are the same, 0 to 1: of all words, of names, of lead.</summary>
    public static float Overlap(ReadOnlySpan<int> dots) => Unit * ((0.5f * dots[(int)TermFace.Whole]) + (0.25f * dots[(int)TermFace.Names]) + (0.25f * dots[(int)TermFace.Lead]));

    /// <summary>Measures a pair. Left and right may be exchanged.</summary>
    /// <param name="left">One article.</param>
    /// <param name="right">Another.</param>
    /// <param name="window">How many articles are looked at together; a handful is not like a stream.</param>
    /// <param name="measures">Receives them: as many as <see cref="Names"/>.</param>
    public static void Fill(StoryNode left, StoryNode right, int window, Span<float> measures)
    {
        Span<int> dots = stackalloc int[TermTable.Faces];
        Fill(left, right, window, dots, Share(left.Sketch, right.Sketch, dots), measures);
    }

    /// <summary>Measures a pair of which it is known what both share.</summary>
    public static void Fill(StoryNode left, StoryNode right, int window, ReadOnlySpan<int> dots, (int Rarest, int Rarity, int Pairs) shared, Span<float> measures)
    {
        for (var face = 0; face < TermTable.Faces; face++)
        {
            measures[face] = MathF.Sqrt(dots[face] * Unit);
        }

        var overlap = Overlap(dots);
        var root = MathF.Sqrt(overlap);
        var (l, r) = (left.Sketch, right.Sketch);
        var gap = left.Day.Number is { } here && right.Day.Number is { } there ? Math.Abs(here - there) : UnknownDays;
        var (leftRank, rightRank) = (Rank(overlap, left), Rank(overlap, right));
        var (leftPlace, rightPlace) = (left.Place(overlap), right.Place(overlap));
        ReadOnlySpan<float> rest =
        [
            root,
            root - ((left.Background + right.Background) / 2),
            Math.Max(left.Background, right.Background),
            Math.Min(left.Background, right.Background),
            MathF.Log(1 + gap),
            (l.Day is null ? 1 : 0) + (r.Day is null ? 1 : 0),
            MathF.Log(1 + Math.Min(l.Length, r.Length)),
            MathF.Log(1 + Math.Max(l.Length, r.Length)),
            shared.Rarest / StorySketch.RarityScale,
            shared.Rarity / (float)Math.Max(1, Math.Min(l.Rarities, r.Rarities)),
            Math.Min(leftRank, rightRank),
            Math.Max(leftRank, rightRank),
            Math.Min(l.FigureCount, r.FigureCount),
            shared.Pairs,
            MathF.Log(1 + (shared.Rarity / StorySketch.RarityScale)),
            Math.Min(leftPlace, rightPlace),
            Math.Max(leftPlace, rightPlace),
            Math.Min(left.Day.SupportFor(l, right.Day.Number), right.Day.SupportFor(r, left.Day.Number)),
            Math.Min(MostDoublings, BitOperations.Log2((uint)window)),
        ];
        rest.CopyTo(measures[TermTable.Faces..]);
    }

    private static float Rank(float overlap, StoryNode node) => overlap / Math.Max(1e-6f, Math.Max(overlap, node.Overlaps[0]));

    /// <summary>Adds up what two articles share under each view.</summary>
    public static (int Rarest, int Rarity, int Pairs) Share(StorySketch left, StorySketch right, Span<int> dots)
    {
        dots.Clear();
        var (l, r, rarest, rarity, pairs) = (0, 0, 0, 0, 0);
        var (leftTerms, rightTerms) = (left.Terms, right.Terms);
        while (l < leftTerms.Length && r < rightTerms.Length)
        {
            var (a, b) = (leftTerms[l], rightTerms[r]);
            if (a == b)
            {
                var x = left.Weights.AsSpan(l * StorySketch.Width, StorySketch.Width);
                var y = right.Weights.AsSpan(r * StorySketch.Width, StorySketch.Width);
                for (var face = 0; face < TermTable.Faces; face++)
                {
                    dots[face] += x[face] * y[face];
                }

                if (x[(int)TermFace.NamePairs] > 0 && y[(int)TermFace.NamePairs] > 0)
                {
                    pairs++;
                }
                else
                {
                    rarest = Math.Max(rarest, x[StorySketch.Rarity]);
                    rarity += x[StorySketch.Rarity];
                }
            }

            l += a <= b ? 1 : 0;
            r += b <= a ? 1 : 0;
        }

        return (rarest, rarity, pairs);
    }
}
