using System.Collections.Immutable;
using Variorum.Clustering;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Fits the chance that two articles tell of one event.</summary>
/// <remarks><b>Method.</b> Logistic regression with a small ridge, by Newton's steps. Every set counts the same, a small one a tenth.</remarks>
internal static class StoryTrainer
{
    private const double Ridge = 0.01;
    private const int MostSteps = 20;
    private const int SmallSet = 5000;

    public static IEnumerable<(string Name, byte[] Content)> Train(DirectoryInfo data, DirectoryInfo models)
    {
        var words = WordTable.Read(Parts.Read("words", models));
        var weights = Fit([.. NewsStories.Read(data).Select(set => Pairs(set, words))]);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var (name, weight) in StoryLikeness.Measures.Zip(weights))
        {
            Console.WriteLine($"{weight,8:0.000} {name}");
            writer.Write(weight);
        }

        writer.Flush();
        return [("weights", stream.ToArray())];
    }

    /// <summary>A set's pairs with known stories: what is measured, and whether both tell of one event.</summary>
    public static ImmutableArray<(double[] Measures, bool IsOne)> Pairs(NewsStories set, WordTable words) =>
    [
        .. StoryClusterer.Measure(set.Articles, words)
            .Where(p => set.Stories[p.Pair.Left] is not null && set.Stories[p.Pair.Right] is not null)
            .Select(p => (p.Measures, string.Equals(set.Stories[p.Pair.Left], set.Stories[p.Pair.Right], StringComparison.Ordinal))),
    ];

    /// <summary>The weights that make the sets likeliest.</summary>
    public static ImmutableArray<double> Fit(IReadOnlyList<ImmutableArray<(double[] Measures, bool IsOne)>> sets)
    {
        var weights = new double[StoryLikeness.Measures.Length];
        for (var step = 0; step < MostSteps; step++)
        {
            if (Step(sets, weights) < 1e-6)
            {
                break;
            }
        }

        return [.. weights];
    }

    /// <summary>One of Newton's steps; tells how long it was.</summary>
    private static double Step(IReadOnlyList<ImmutableArray<(double[] Measures, bool IsOne)>> sets, double[] weights)
    {
        var size = weights.Length;
        var likeness = StoryLikeness.Of([.. weights]);
        var (gradient, curvature) = (new double[size], new double[size, size]);
        foreach (var set in sets)
        {
            var share = (set.Length < SmallSet ? 100.0 : 1000.0) / Math.Max(1, set.Length);
            foreach (var (measures, isOne) in set)
            {
                var chance = likeness.Chance(measures);
                for (var a = 0; a < size; a++)
                {
                    gradient[a] += share * ((isOne ? 1 : 0) - chance) * measures[a];
                    for (var b = 0; b <= a; b++)
                    {
                        curvature[a, b] += share * chance * (1 - chance) * measures[a] * measures[b];
                    }
                }
            }
        }

        for (var a = 0; a < size; a++)
        {
            gradient[a] -= Ridge * weights[a];
            curvature[a, a] += Ridge;
        }

        var change = Solve(curvature, gradient);
        for (var a = 0; a < size; a++)
        {
            weights[a] += change[a];
        }

        return change.Sum(Math.Abs);
    }

    /// <summary>Solves a symmetric positive system, of which the lower half is given, by Cholesky's way.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var lower = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[i, k] * lower[j, k];
                }

                lower[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[j, j];
            }
        }

        var solution = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                solution[i] -= lower[i, k] * solution[k];
            }

            solution[i] /= lower[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                solution[i] -= lower[k, i] * solution[k];
            }

            solution[i] /= lower[i, i];
        }

        return solution;
    }
}
