using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Variorum.Clustering;

/// <summary>An article in a <see cref="StoryStream"/>.</summary>
internal sealed class StoryNode(int number, StorySketch sketch)
{
    /// <summary>How many neighbours are remembered.</summary>
    public const int Neighbours = NearestSize + BackgroundSize;

    /// <summary>The nearest neighbours are likely of the same event; those after them are the background.</summary>
    private const int NearestSize = 5;

    private const int BackgroundSize = 10;

    /// <summary>Articles that share more are of one event however many there are: a great story is not its own background.</summary>
    private const float MostBackground = 0.35f;

    /// <summary>So much any two articles share: a small heap is no proof that its articles are of one event.</summary>
    private const float LeastBackground = 0.25f;

    private Overlapping neighbours;
    private float background;

    /// <summary>Its place in the order of arrival.</summary>
    public int Number { get; } = number;

    public StorySketch Sketch { get; private set; } = sketch;

    /// <summary>As <see cref="StorySketch.Terms"/>, here for speed.</summary>
    public TermSet Terms { get; private set; } = sketch.Terms;

    /// <summary>Its day, or where it has none that of the articles most like it; null where those do not tell either.</summary>
    public GuessedDay Day { get; set; } = GuessedDay.Of(sketch.Day);

    /// <summary>The logarithm of how many words it has, and one.</summary>
    public float LogLength { get; } = MathF.Log(1 + sketch.Length);

    /// <summary>As <see cref="StorySketch.Rarities"/>, here for speed.</summary>
    public int Rarities { get; } = sketch.Rarities;

    /// <summary>As <see cref="StorySketch.FigureCount"/>.</summary>
    public int FigureCount { get; } = sketch.FigureCount;

    /// <summary>Whether its day had to be guessed.</summary>
    public bool IsUndated { get; } = sketch.Day is null;

    /// <summary>The articles that may be of its story.</summary>
    public List<StoryEdge> Edges { get; } = [];

    /// <summary>What it shares with the most alike.</summary>
    public float Nearest => neighbours[0];

    /// <summary>How alike articles of its subject are anyway: what it shares with its neighbours, the nearest left out.</summary>
    public float Background
    {
        get
        {
            background = background > 0 ? background : Average();
            return background;
        }
    }

    /// <summary>Whether something has changed that its chances depend on.</summary>
    public bool IsDirty { get; set; } = true;

    /// <summary>Whether it has left the window: it meets nobody any more, and its chances stay as they are.</summary>
    public bool IsPast { get; private set; }

    /// <summary>Which story it is in.</summary>
    public int Story { get; set; } = -1;

    /// <summary>Whether its text is in parts that have little to do with each other: it joins nothing, and lies where <see cref="StoryStream.PlaceOf"/> says.</summary>
    public bool IsCut { get; } = sketch.Parts.Count > 0;

    /// <summary>With which articles its parts were compared when it left the window; null before.</summary>
    public IReadOnlyList<StoryBond>? Bonds { get; set; }

    /// <summary>The last part of the graph in which it was settled, and its place there.</summary>
    public (int Part, int At) Place { get; set; }

    /// <summary>Leaves the window. Two articles that both have left have no edge any more, so that nothing holds on to the past.</summary>
    public void Leave()
    {
        IsPast = true;
        Sketch = Sketch.WithoutTerms();
        Terms = Sketch.Terms;
        for (var i = Edges.Count - 1; i >= 0; i--)
        {
            if (Edges[i].Other(this) is { IsPast: true } other)
            {
                other.Edges.Remove(Edges[i]);
                Edges.RemoveAt(i);
            }
        }
    }

    /// <summary>How many articles share more with it.</summary>
    public int CountAbove(float overlap)
    {
        var limit = Vector256.Create(overlap);
        ReadOnlySpan<float> all = neighbours;
        var (near, far) = (Vector256.GreaterThan(Vector256.Create(all), limit), Vector256.GreaterThan(Vector256.Create(all[Vector256<float>.Count..]), limit));
        return BitOperations.PopCount(near.ExtractMostSignificantBits()) + BitOperations.PopCount(far.ExtractMostSignificantBits());
    }

    /// <summary>Takes note of what it shares with another; tells whether that changes anything.</summary>
    public bool Note(float overlap)
    {
        if (overlap <= neighbours[Neighbours - 1])
        {
            return false;
        }

        var at = Neighbours - 1;
        while (at > 0 && neighbours[at - 1] < overlap)
        {
            neighbours[at] = neighbours[at - 1];
            at--;
        }

        neighbours[at] = overlap;
        background = 0;
        return true;
    }

    private float Average()
    {
        var sum = 0f;
        for (var i = NearestSize; i < Neighbours; i++)
        {
            sum += Math.Clamp(MathF.Sqrt(neighbours[i]), LeastBackground, MostBackground);
        }

        return sum / BackgroundSize;
    }

    /// <summary>Everything but its edges.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Number);
        writer.Write(Story);
        Sketch.Write(writer);
        writer.Write(Day.Number ?? int.MinValue);
        writer.Write(Day.Support);
        writer.Write((byte)Day.Voters.Length);
        foreach (var (day, share) in Day.Voters)
        {
            writer.Write(day);
            writer.Write(share);
        }

        for (var i = 0; i < Neighbours; i++)
        {
            writer.Write(neighbours[i]);
        }
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static StoryNode Read(BinaryReader reader)
    {
        var (number, story) = (reader.ReadInt32(), reader.ReadInt32());
        var node = new StoryNode(number, StorySketch.Read(reader)) { Story = story, IsDirty = false };
        var (day, support) = (reader.ReadInt32(), reader.ReadSingle());
        var voters = new (int, float)[reader.ReadByte()];
        for (var i = 0; i < voters.Length; i++)
        {
            voters[i] = (reader.ReadInt32(), reader.ReadSingle());
        }

        node.Day = new GuessedDay(day == int.MinValue ? null : day, support) { Voters = [.. voters] };
        for (var i = 0; i < Neighbours; i++)
        {
            node.neighbours[i] = reader.ReadSingle();
        }

        return node;
    }

    /// <summary>The greatest first; one more than are used, as two vectors hold.</summary>
    [InlineArray(Neighbours + 1)]
    private struct Overlapping
    {
        private float first;
    }
}
