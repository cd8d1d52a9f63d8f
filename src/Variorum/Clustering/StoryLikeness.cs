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
        if (trees < 1 || asked.Length != trees * Depth || asked.Max() >= PairMeasures.Names.Length)
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

    /// <summary>The chances of <see cref="Width"/> pairs, 0 to 1; 0 for a pair given up.</summary>
    /// <param name="values">As <see cref="PairMeasures"/> gives them: each measure of all pairs, then the next one's.</param>
    /// <param name="chances">Receives them.</param>
    public void Chances(ReadOnlySpan<float> values, Span<float> chances)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (sums, hopeful) = (Vector256<float>.Zero, Vector256<float>.AllBitsSet);
        for (var (question, tree) = (0, 0); question < measures.Length; question += Depth)
        {
            var answers = Ask(ref first, question) & Vector256.Create(1);
            answers |= Ask(ref first, question + 1) & Vector256.Create(2);
            answers |= Ask(ref first, question + 2) & Vector256.Create(4);
            var (no, yes) = (Vector256.Create(leaves.AsSpan(tree << Depth)), Vector256.Create(leaves.AsSpan((tree << Depth) + Width)));
            sums += Vector256.ConditionalSelect(
                Ask(ref first, question + 3).AsSingle(), Vector256.ShuffleNative(yes, answers), Vector256.ShuffleNative(no, answers));
            tree++;
            if (tree % Stage == 0)
            {
                hopeful &= Vector256.GreaterThanOrEqual(sums, Vector256.Create(least[(tree / Stage) - 1]));
                if (hopeful.ExtractMostSignificantBits() == 0)
                {
                    break;
                }
            }
        }

        for (var pair = 0; pair < Width; pair++)
        {
            chances[pair] = hopeful.AsInt32()[pair] == 0 ? 0 : 1 / (1 + MathF.Exp(-sums[pair]));
        }
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
