using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>The table of a <see cref="HashedWeights"/> in training, each weight with a rate of its own (AdaGrad; Duchi, Hazan and Singer, 2011).</summary>
internal sealed class HashedLearner(int bits, float rate)
{
    private const int SieveBits = 24;

    private readonly float[] weights = new float[1 << bits];
    private readonly float[] squares = new float[1 << bits];
    private readonly byte[] seen = new byte[1 << SieveBits];
    private readonly int shift = 32 - bits;
    private int least = 1;
    private int moments;
    private float[]? average;

    public float Decay { get; init; }

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

    public float Score(ReadOnlySpan<uint> features)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            sum += feature != 0 ? weights[feature >> shift] : 0;
        }

        return sum;
    }

    /// <summary>One step against a gradient, the same for all features.</summary>
    public void Learn(ReadOnlySpan<uint> features, float gradient)
    {
        if (Math.Abs(gradient) < 0.004f)
        {
            return;
        }

        foreach (var feature in features)
        {
            if (feature != 0 && seen[feature >> (32 - SieveBits)] >= least)
            {
                var at = feature >> shift;
                var g = gradient + (Decay * weights[at]);
                squares[at] += g * g;
                weights[at] -= rate * g / MathF.Sqrt(squares[at] + 1);
            }
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
        HashedWeights.Write(writer, average ?? weights, step);
        writer.Flush();
        return memory.ToArray();
    }
}
