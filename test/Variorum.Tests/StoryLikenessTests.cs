using FsCheck;
using FsCheck.Fluent;
using Variorum.Clustering;

namespace Variorum.Tests;

public sealed class StoryLikenessTests
{
    private const int Trees = 160;
    private const float Least = -1;

    [Fact]
    public void Pairs_judged_together_get_what_each_gets_alone() => Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var state = (uint)seed;
        var measures = PairMeasures.Names.Length;
        byte[] asked = [.. Enumerable.Range(0, Trees * StoryLikeness.Depth).Select(_ => (byte)(Next(ref state) % measures))];
        float[] borders = [.. asked.Select(_ => Real(ref state))];
        float[] leaves = [.. Enumerable.Range(0, Trees << StoryLikeness.Depth).Select(_ => Real(ref state) / 16)];
        float[] values = [.. Enumerable.Range(0, measures * StoryLikeness.Width).Select(_ => Real(ref state))];
        var likeness = new StoryLikeness(asked, borders, leaves, [.. Enumerable.Repeat(Least, Trees / StoryLikeness.Stage)]);
        var sums = new float[StoryLikeness.Width];
        var hopeful = likeness.Screen(values, sums) & likeness.Finish(values, sums);
        return Enumerable.Range(0, StoryLikeness.Width).All(pair => ((hopeful >> pair & 1) == 0 ? 0 : StoryLikeness.Chance(sums[pair])) == Alone(asked, borders, leaves, [.. Enumerable.Range(0, measures).Select(m => values[(m * StoryLikeness.Width) + pair])]));
    }).QuickCheckThrowOnFailure();

    private static float Alone(byte[] asked, float[] borders, float[] leaves, float[] values)
    {
        var sum = 0f;
        for (var tree = 0; tree < Trees; tree++)
        {
            var leaf = Enumerable.Range(0, StoryLikeness.Depth).Sum(q => values[asked[(tree * StoryLikeness.Depth) + q]] > borders[(tree * StoryLikeness.Depth) + q] ? 1 << q : 0);
            sum += leaves[(tree << StoryLikeness.Depth) + leaf];
            if ((tree + 1) % StoryLikeness.Stage == 0 && sum < Least)
            {
                return 0;
            }
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    /// <summary>From -1 to 1.</summary>
    private static float Real(ref uint state) => (Next(ref state) / (float)(1 << 23)) - 1;

    private static uint Next(ref uint state)
    {
        state = (state * 1664525) + 1013904223;
        return state >> 8;
    }
}
