using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>What two articles share, and what lies between them.</summary>
internal static class PairMeasures
{
    /// <summary>Two reports of which one is undated count as this many days apart.</summary>
    private const int UnknownDays = 1;

    /// <summary>Their names, in the order in which they are filled in.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "whole", "names", "lead", "headline", "name pairs", "figures", "lead names",
        "overlap", "above background", "greater background", "lesser background",
        "days apart", "undated", "shorter", "longer", "rarest shared", "contained",
        "lesser rank", "greater rank", "figures in both", "shared name pairs", "rarity shared",
        "lesser place", "greater place", "support", "articles between",
    ];

    /// <summary>Measures a pair. Left and right may be exchanged.</summary>
    /// <param name="left">One article.</param>
    /// <param name="right">Another.</param>
    /// <param name="shared">What both share.</param>
    /// <param name="days">The days of all articles that are looked at together: a month is long where a hundred come a day, and short where one does.</param>
    /// <param name="measures">Receives them: as many as <see cref="Names"/>.</param>
    public static void Fill(StoryNode left, StoryNode right, in SharedTerms shared, DayCounts days, Span<float> measures)
    {
        for (var face = 0; face < TermTable.Faces; face++)
        {
            measures[face] = shared.Of(face);
        }

        var overlap = shared.Overlap;
        var root = MathF.Sqrt(overlap);
        var (gap, between) = left.Day.Number is { } here && right.Day.Number is { } there ? (Math.Abs(here - there), days.Between(here, there)) : (UnknownDays, 0);
        var (leftRank, rightRank) = (Rank(overlap, left), Rank(overlap, right));
        var (leftPlace, rightPlace) = (left.CountAbove(overlap), right.CountAbove(overlap));
        ReadOnlySpan<float> rest =
        [
            root,
            root - ((left.Background + right.Background) / 2),
            Math.Max(left.Background, right.Background),
            Math.Min(left.Background, right.Background),
            MathF.Log(1 + gap),
            (left.IsUndated ? 1 : 0) + (right.IsUndated ? 1 : 0),
            Math.Min(left.LogLength, right.LogLength),
            Math.Max(left.LogLength, right.LogLength),
            shared.Rarest / StorySketch.RarityScale,
            shared.Rarity / (float)Math.Max(1, Math.Min(left.Rarities, right.Rarities)),
            Math.Min(leftRank, rightRank),
            Math.Max(leftRank, rightRank),
            Math.Min(left.FigureCount, right.FigureCount),
            shared.Pairs,
            MathF.Log(1 + (shared.Rarity / StorySketch.RarityScale)),
            Math.Min(leftPlace, rightPlace),
            Math.Max(leftPlace, rightPlace),
            Math.Min(left.Day.SupportFor(left.Sketch, right.Day.Number), right.Day.SupportFor(right.Sketch, left.Day.Number)),
            MathF.Log(1 + between),
        ];
        rest.CopyTo(measures[TermTable.Faces..]);
    }

    private static float Rank(float overlap, StoryNode node) => overlap / Math.Max(1e-6f, Math.Max(overlap, node.Nearest));
}
