using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>How likely two articles tell of one event.</summary>
/// <remarks><b>Method.</b> Logistic regression over what they share in each view, the days between them, and how alike
/// articles of their subject are anyway (after the local scaling of Zelnik-Manor and Perona, 2004).</remarks>
internal sealed class StoryLikeness
{
    /// <summary>Two reports of which one is undated count as this many days apart.</summary>
    private const int UnknownDays = 1;

    private readonly ImmutableArray<double> weights;

    private StoryLikeness(ImmutableArray<double> weights) => this.weights = weights;

    /// <summary>What is measured of a pair, in the order of the weights.</summary>
    public static ImmutableArray<string> Measures { get; } =
    [
        "whole", "names", "lead", "headline", "name pairs",
        "days apart", "one day", "days apart > 2", "days apart > 7",
        "overlap", "overlap above background", "background", "above background by days apart", "background by days apart",
        "bias",
    ];

    /// <summary>Reads the weights.</summary>
    public static StoryLikeness Read(ModelFile file)
    {
        using var reader = file.Reader("weights");
        var read = ImmutableArray.CreateBuilder<double>(Measures.Length);
        for (var i = 0; i < Measures.Length; i++)
        {
            read.Add(reader.ReadDouble());
        }

        return new StoryLikeness(read.MoveToImmutable());
    }

    /// <summary>From weights in the order of <see cref="Measures"/>.</summary>
    public static StoryLikeness Of(ImmutableArray<double> weights) => new(weights);

    /// <summary>The chance, 0 to 1.</summary>
    /// <param name="measures">As <see cref="Measure"/> fills them.</param>
    public double Chance(ReadOnlySpan<double> measures)
    {
        var sum = 0.0;
        for (var i = 0; i < measures.Length; i++)
        {
            sum += measures[i] * weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Measures a pair.</summary>
    /// <param name="left">One article's vectors, by view.</param>
    /// <param name="right">The other's.</param>
    /// <param name="days">The days between them; null where one is undated.</param>
    /// <param name="overlap">As <see cref="ArticlePair.Overlap"/>.</param>
    /// <param name="background">What the two articles share with those of other days.</param>
    /// <param name="measures">Receives them: as many as <see cref="Measures"/>.</param>
    public static void Measure(
        ImmutableArray<(int Term, float Weight)>[] left,
        ImmutableArray<(int Term, float Weight)>[] right,
        int? days,
        float overlap,
        (double Left, double Right) background,
        Span<double> measures)
    {
        for (var face = 0; face < TermVectors.Faces; face++)
        {
            measures[face] = Math.Sqrt(Dot(left[face], right[face]));
        }

        var gap = days ?? UnknownDays;
        var apart = Math.Log(1 + gap);
        var shared = Math.Sqrt(overlap);
        var above = shared - ((background.Left + background.Right) / 2);
        var subject = Math.Max(background.Left, background.Right);
        ReadOnlySpan<double> rest =
        [
            apart, gap == 0 ? 1 : 0, gap > 2 ? 1 : 0, gap > 7 ? 1 : 0,
            shared, above, subject, apart * above, apart * subject,
            1,
        ];
        rest.CopyTo(measures[TermVectors.Faces..]);
    }

    private static float Dot(ImmutableArray<(int Term, float Weight)> left, ImmutableArray<(int Term, float Weight)> right)
    {
        var sum = 0f;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            var order = left[l].Term.CompareTo(right[r].Term);
            sum += order == 0 ? left[l].Weight * right[r].Weight : 0;
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return sum;
    }
}
