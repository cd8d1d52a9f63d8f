using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>How likely two articles tell of one event.</summary>
/// <remarks><b>Method.</b> Boosted symmetric trees (Friedman, 2001; Prokhorenkova et al., 2018) over <see cref="PairMeasures"/>:
/// each asks a few questions, whose answers together name a leaf.</remarks>
internal sealed class StoryLikeness
{
    /// <summary>Questions a tree.</summary>
    public const int Depth = 4;

    private readonly byte[] measures;
    private readonly float[] borders;
    private readonly float[] leaves;

    /// <summary>From trees in order.</summary>
    /// <param name="measures">What each question looks at, <see cref="Depth"/> a tree.</param>
    /// <param name="borders">Above what the answer is yes.</param>
    /// <param name="leaves">What each set of answers adds to the log odds, the first question counting one.</param>
    public StoryLikeness(byte[] measures, float[] borders, float[] leaves) => (this.measures, this.borders, this.leaves) = (measures, borders, leaves);

    /// <summary>Reads the trees.</summary>
    public static StoryLikeness Read(ModelFile file)
    {
        using var reader = file.Reader("trees");
        var trees = reader.ReadInt32();
        var asked = reader.ReadBytes(trees * Depth);
        if (trees < 1 || asked.Length != trees * Depth || asked.Max() >= PairMeasures.Names.Length)
        {
            throw ModelFile.Unusable("stories.model", "is damaged (its trees ask for what is not measured)");
        }

        var above = new float[trees * Depth];
        var added = new float[trees << Depth];
        for (var i = 0; i < above.Length; i++)
        {
            above[i] = reader.ReadSingle();
        }

        for (var i = 0; i < added.Length; i++)
        {
            added[i] = reader.ReadSingle();
        }

        return new StoryLikeness(asked, above, added);
    }

    /// <summary>As <see cref="Read"/> wants it.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(measures.Length / Depth);
        writer.Write(measures);
        foreach (var value in borders.Concat(leaves))
        {
            writer.Write(value);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The chance, 0 to 1.</summary>
    /// <param name="values">As <see cref="PairMeasures"/> gives them.</param>
    public float Chance(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        var question = 0;
        for (var tree = 0; question < measures.Length; tree++)
        {
            var leaf = 0;
            for (var level = 0; level < Depth; level++, question++)
            {
                leaf |= values[measures[question]] > borders[question] ? 1 << level : 0;
            }

            sum += leaves[(tree << Depth) + leaf];
        }

        return 1 / (1 + MathF.Exp(-sum));
    }
}
