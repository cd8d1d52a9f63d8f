using Variorum.Clustering;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Fits boosted symmetric trees to examples with two outcomes.</summary>
/// <remarks><b>Method.</b> Gradient boosting of the log loss (Friedman, 2001) with Newton's leaves; a tree asks the same
/// question at every place of a level (Prokhorenkova et al., 2018). Borders are quantiles of what was measured. Each tree
/// sees half of the examples and each level half of the measures (Friedman, 2002), so that no set's habits settle in all of them.</remarks>
internal sealed class TreeBooster
{
    /// <summary>Chosen, with rate and ridge, by fitting on half of the stories and scoring the other half; half and twice as much change little.</summary>
    private const int Bins = 48;
    private const int Trees = 800;
    private const float Rate = 0.12f;
    private const double Ridge = 5;

    /// <summary>Numbers of the draws of measures, apart from those of examples.</summary>
    private const int MeasureDraws = 7777;
    private const int DrawsATree = 8;

    private readonly int examples;
    private readonly float[][] borders;
    private readonly byte[][] binned;
    private readonly bool[] outcomes;
    private readonly float[] weights;
    private readonly float[] sums;
    private readonly double[] gradients;
    private readonly double[] curvatures;
    private readonly int[] places;

    private TreeBooster(IReadOnlyList<(float[] Measures, bool IsOne, float Weight)> rows)
    {
        examples = rows.Count;
        var measures = rows[0].Measures.Length;
        borders = [.. Enumerable.Range(0, measures).Select(m => Borders([.. rows.Select(row => row.Measures[m])]))];
        binned = [.. Enumerable.Range(0, measures).Select(m => rows.Select(row => Bin(borders[m], row.Measures[m])).ToArray())];
        outcomes = [.. rows.Select(row => row.IsOne)];
        weights = [.. rows.Select(row => row.Weight)];
        sums = new float[examples];
        gradients = new double[examples];
        curvatures = new double[examples];
        places = new int[examples];
    }

    public static StoryLikeness Fit(IReadOnlyList<(float[] Measures, bool IsOne, float Weight)> rows)
    {
        var booster = new TreeBooster(rows);
        var (measures, asked, leaves, stages) = (new List<byte>(), new List<float>(), new List<float>(), new List<float[]>());
        for (var tree = 0; tree < Trees; tree++)
        {
            booster.Prepare(tree);
            for (var level = 0; level < StoryLikeness.Depth; level++)
            {
                var (measure, border) = booster.Ask(tree, level);
                measures.Add((byte)measure);
                asked.Add(booster.borders[measure][border]);
            }

            leaves.AddRange(booster.Close());
            if ((tree + 1) % StoryLikeness.Stage == 0)
            {
                stages.Add([.. booster.sums]);
            }
        }

        return new StoryLikeness([.. measures], [.. asked], [.. leaves], [.. stages.Select(booster.Least)]);
    }

    /// <summary>The least that a stage gave an example of which something became.</summary>
    private float Least(float[] stage) => stage.Where((_, i) => sums[i] > StoryStream.NegligibleOdds).DefaultIfEmpty(float.MinValue).Min();

    private static float[] Borders(float[] values)
    {
        Array.Sort(values);
        return [.. Enumerable.Range(1, Bins - 1).Select(b => values[(int)((long)b * (values.Length - 1) / Bins)]).Distinct()];
    }

    private static byte Bin(float[] borders, float value)
    {
        var at = Array.BinarySearch(borders, value);
        return (byte)(at >= 0 ? at : ~at);
    }

    private void Prepare(int tree)
    {
        Array.Clear(places);
        for (var i = 0; i < examples; i++)
        {
            var chance = 1 / (1 + Math.Exp(-sums[i]));
            var weight = IsDrawn(tree, i) ? weights[i] : 0;
            gradients[i] = weight * ((outcomes[i] ? 1 : 0) - chance);
            curvatures[i] = weight * chance * (1 - chance);
        }
    }

    /// <summary>The question that helps most, asked at every place of a level.</summary>
    private (int Measure, int Border) Ask(int tree, int level)
    {
        var size = 1 << level;
        var best = (Gain: double.MinValue, Measure: 0, Border: 0);
        var (gradient, curvature) = (new double[size * Bins], new double[size * Bins]);
        for (var m = 0; m < binned.Length; m++)
        {
            if (!IsDrawn(MeasureDraws + (tree * DrawsATree) + level, m))
            {
                continue;
            }

            Array.Clear(gradient);
            Array.Clear(curvature);
            var bins = binned[m];
            for (var i = 0; i < examples; i++)
            {
                var at = (places[i] * Bins) + bins[i];
                gradient[at] += gradients[i];
                curvature[at] += curvatures[i];
            }

            var gains = new double[borders[m].Length];
            for (var place = 0; place < size; place++)
            {
                AddGains(gains, gradient.AsSpan(place * Bins, Bins), curvature.AsSpan(place * Bins, Bins));
            }

            for (var b = 0; b < gains.Length; b++)
            {
                best = gains[b] > best.Gain ? (gains[b], m, b) : best;
            }
        }

        for (var i = 0; i < examples; i++)
        {
            places[i] |= binned[best.Measure][i] > best.Border ? 1 << level : 0;
        }

        return (best.Measure, best.Border);
    }

    /// <summary>Whether one of many is in a draw of half of them.</summary>
    private static bool IsDrawn(int draw, int item) => FeatureHash.Of((uint)draw, (uint)item) <= uint.MaxValue / 2;

    private static void AddGains(double[] gains, ReadOnlySpan<double> gradient, ReadOnlySpan<double> curvature)
    {
        var (allGradient, allCurvature) = (0.0, 0.0);
        for (var b = 0; b < gradient.Length; b++)
        {
            allGradient += gradient[b];
            allCurvature += curvature[b];
        }

        var (g, c) = (0.0, 0.0);
        for (var b = 0; b < gains.Length; b++)
        {
            g += gradient[b];
            c += curvature[b];
            gains[b] += (g * g / (c + Ridge)) + ((allGradient - g) * (allGradient - g) / (allCurvature - c + Ridge));
        }
    }

    /// <summary>What each place adds, and adds it.</summary>
    private float[] Close()
    {
        var (gradient, curvature) = (new double[1 << StoryLikeness.Depth], new double[1 << StoryLikeness.Depth]);
        for (var i = 0; i < examples; i++)
        {
            gradient[places[i]] += gradients[i];
            curvature[places[i]] += curvatures[i];
        }

        float[] leaves = [.. gradient.Zip(curvature, (g, c) => (float)(Rate * g / (c + Ridge)))];
        for (var i = 0; i < examples; i++)
        {
            sums[i] += leaves[places[i]];
        }

        return leaves;
    }
}
