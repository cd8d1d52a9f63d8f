using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>How likely two articles tell of one event.</summary>
/// <remarks><b>Method.</b> Boosted symmetric trees (Friedman, 2001; Prokhorenkova et al., 2018) over <see cref="PairMeasures"/>:
/// each asks a few questions, whose answers together name a leaf. Most pairs are hopeless after a few trees, and given up
/// (Bourdev and Brandt, 2005).</remarks>
internal sealed class StoryLikeness
{
    /// <summary>Questions a tree.</summary>
    public const int Depth = 4;

    /// <summary>So many pairs are judged at once.</summary>
    public const int Width = 8;

    /// <summary>After so many trees, and again so many, a pair may be given up.</summary>
    public const int Stage = 8;

    /// <summary>After so many stages most pairs are given up.</summary>
    private const int Screening = 10;

    private readonly byte[] measures;
    private readonly float[] borders;
    private readonly float[] leaves;
    private readonly float[] least;

    /// <summary>From trees in order.</summary>
    /// <param name="measures">What each question looks at, <see cref="Depth"/> a tree.</param>
    /// <param name="borders">Above what the answer is yes.</param>
    /// <param name="leaves">What each set of answers adds to the log odds, the first question counting one.</param>
    /// <param name="least">The log odds after each <see cref="Stage"/> of trees below which a pair is given up.</param>
    public StoryLikeness(byte[] measures, float[] borders, float[] leaves, float[] least) =>
        (this.measures, this.borders, this.leaves, this.least) = (measures, borders, leaves, least);

    /// <summary>Without trees: every chance is even.</summary>
    public static StoryLikeness None { get; } = new([], [], [], []);

    /// <summary>Reads the trees.</summary>
    public static StoryLikeness Read(ModelFile file)
    {
        using var reader = file.Reader("trees");
        var trees = reader.ReadInt32();
        var asked = reader.ReadBytes(trees * Depth);
        if (trees < 1 || trees % Stage != 0 || asked.Length != trees * Depth || asked.Max() >= PairMeasures.Names.Length)
        {
            throw ModelFile.Unusable("stories.model", "is damaged (its trees ask for what is not measured)");
        }

        return new StoryLikeness(asked, Read(reader, trees * Depth), Read(reader, trees << Depth), Read(reader, trees / Stage));
    }

    /// <summary>As <see cref="Read(ModelFile)"/> wants it.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(measures.Length / Depth);
        writer.Write(measures);
        foreach (var value in borders.Concat(leaves).Concat(least))
        {
            writer.Write(value);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>A chance, 0 to 1, from the sum of all trees.</summary>
    public static float Chance(float sum) => 1 / (1 + MathF.Exp(-sum));

    /// <summary>Adds up what the first trees give <see cref="Width"/> pairs.</summary>
    /// <param name="values">As <see cref="PairMeasures"/> gives them: each measure of all pairs, then the next one's.</param>
    /// <param name="sums">What they are added to.</param>
    /// <returns>A bit for each pair, the first one's the lowest: whether it is not given up.</returns>
    public uint Screen(ReadOnlySpan<float> values, Span<float> sums) => Add(values, sums, 0, Math.Min(Screening, least.Length));

    /// <summary>The same with all other trees.</summary>
    public uint Finish(ReadOnlySpan<float> values, Span<float> sums) => Add(values, sums, Math.Min(Screening, least.Length), least.Length);

    private uint Add(ReadOnlySpan<float> values, Span<float> sums, int stage, int end)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (sum, hopeful) = (Vector256.Create<float>(sums), uint.MaxValue);
        for (; stage < end && hopeful != 0; stage++)
        {
            for (var tree = stage * Stage; tree < (stage + 1) * Stage; tree++)
            {
                sum += Leaves(ref first, tree);
            }

            hopeful &= Vector256.GreaterThanOrEqual(sum, Vector256.Create(least[stage])).ExtractMostSignificantBits();
        }

        sum.CopyTo(sums);
        return hopeful;
    }

    /// <summary>What a tree gives each pair.</summary>
    private Vector256<float> Leaves(ref float first, int tree)
    {
        var question = tree * Depth;
        var answers = Ask(ref first, question) & Vector256.Create(1);
        answers |= Ask(ref first, question + 1) & Vector256.Create(2);
        answers |= Ask(ref first, question + 2) & Vector256.Create(4);
        var (no, yes) = (Vector256.Create(leaves.AsSpan(tree << Depth)), Vector256.Create(leaves.AsSpan((tree << Depth) + Width)));
        return Vector256.ConditionalSelect(Ask(ref first, question + 3).AsSingle(), Vector256.ShuffleNative(yes, answers), Vector256.ShuffleNative(no, answers));
    }

    /// <summary>Of each pair whether the answer is yes: all bits or none.</summary>
    private Vector256<int> Ask(ref float first, int question) => Vector256.GreaterThan(
        Vector256.LoadUnsafe(ref first, (nuint)(measures[question] * Width)), Vector256.Create(borders[question])).AsInt32();

    private static float[] Read(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return values;
    }
}
