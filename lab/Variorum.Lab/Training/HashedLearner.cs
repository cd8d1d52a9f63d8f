using System.Runtime.Intrinsics;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>The table of a <see cref="HashedWeights"/> in training, each weight with a rate of its own (AdaGrad; Duchi, Hazan and Singer, 2011).</summary>
internal sealed class HashedLearner(int bits, int classes, float rate)
{
    private const int SieveBits = 24;

    private readonly float[] weights = new float[classes << bits];
    private readonly float[] squares = new float[classes << bits];
    private readonly byte[] seen = new byte[1 << SieveBits];
    private readonly int shift = 32 - bits;
    private int least = 1;
    private int moments;
    private float[]? average;

    public float Decay { get; init; }

    public float Drop { get; init; }

    /// <summary>Counts features before learning, so that rare ones are left out.</summary>
    public void Count(ReadOnlySpan<uint> features)
    {
        foreach (var feature in features)
        {
            ref var count = ref seen[feature >> (32 - SieveBits)];
            count += count < 255 ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Leaves out features counted fewer times than this.</summary>
    public void KeepFrom(int count) => least = count;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            if (feature != 0)
            {
                Add(weights.AsSpan((int)(feature >> shift) * classes, classes), scores);
            }
        }
    }

    private static void Add(ReadOnlySpan<float> row, Span<float> scores)
    {
        var k = 0;
        for (; k + Vector128<float>.Count <= row.Length; k += Vector128<float>.Count)
        {
            (Vector128.Create(row[k..]) + Vector128.Create<float>(scores[k..])).CopyTo(scores[k..]);
        }

        for (; k < row.Length; k++)
        {
            scores[k] += row[k];
        }
    }

    /// <summary>One step against a gradient, the same for all features.</summary>
    public void Learn(ReadOnlySpan<uint> features, ReadOnlySpan<float> gradient)
    {
        var largest = 0f;
        foreach (var part in gradient)
        {
            largest = Math.Max(largest, Math.Abs(part));
        }

        if (largest < 0.004f)
        {
            return;
        }

        foreach (var feature in features)
        {
            if (feature != 0 && seen[feature >> (32 - SieveBits)] >= least)
            {
                var at = (int)(feature >> shift) * classes;
                Learn(weights.AsSpan(at, classes), squares.AsSpan(at, classes), gradient);
            }
        }
    }

    private void Learn(Span<float> row, Span<float> sums, ReadOnlySpan<float> gradient)
    {
        var k = 0;
        for (; k + Vector128<float>.Count <= row.Length; k += Vector128<float>.Count)
        {
            var weight = Vector128.Create<float>(row[k..]);
            var g = Vector128.Create(gradient[k..]) + (weight * Decay);
            var sum = Vector128.Create<float>(sums[k..]) + (g * g);
            sum.CopyTo(sums[k..]);
            (weight - (g * rate / Vector128.Sqrt(sum + Vector128<float>.One))).CopyTo(row[k..]);
        }

        for (; k < row.Length; k++)
        {
            var g = gradient[k] + (Decay * row[k]);
            sums[k] += g * g;
            row[k] -= rate * g / MathF.Sqrt(sums[k] + 1);
        }
    }

    /// <summary>Adds the weights of this moment to the average that is written.</summary>
    public void Remember()
    {
        average ??= new float[weights.Length];
        moments++;
        for (var i = 0; i < weights.Length; i++)
        {
            average[i] += (weights[i] - average[i]) / moments;
        }
    }

    /// <summary>The weights as a model's section: their average over the moments remembered, or as they are.</summary>
    public byte[] Write(float step)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        HashedWeights.Write(writer, average ?? weights, classes, step);
        writer.Flush();
        return memory.ToArray();
    }
}
