namespace Variorum.Clustering;

/// <summary>An article in a <see cref="StoryStream"/>.</summary>
internal sealed class StoryNode(int number, StorySketch sketch)
{
    /// <summary>How many neighbours are remembered.</summary>
    public const int Neighbours = Nearest + BackgroundSize;

    /// <summary>The nearest neighbours are likely of the same event; those after them are the background.</summary>
    private const int Nearest = 5;

    private const int BackgroundSize = 10;

    /// <summary>Articles that share more are of one event however many there are: a great story is not its own background.</summary>
    private const float MostBackground = 0.35f;

    /// <summary>So much any two articles share: a small heap is no proof that its articles are of one event.</summary>
    private const float LeastBackground = 0.25f;

    private readonly float[] neighbours = new float[Neighbours];

    /// <summary>Its place in the order of arrival.</summary>
    public int Number { get; } = number;

    public StorySketch Sketch { get; private set; } = sketch;

    /// <summary>Its day, or where it has none that of the articles most like it; null where those do not tell either.</summary>
    public GuessedDay Day { get; set; } = GuessedDay.Of(sketch.Day);

    /// <summary>The articles that may be of its story.</summary>
    public List<StoryEdge> Edges { get; } = [];

    /// <summary>What it shares with the most alike, the most alike first.</summary>
    public ReadOnlySpan<float> Overlaps => neighbours;

    /// <summary>How alike articles of its subject are anyway: what it shares with its neighbours, the nearest left out.</summary>
    public float Background { get; private set; } = LeastBackground;

    /// <summary>Whether something has changed that its chances depend on.</summary>
    public bool IsDirty { get; set; } = true;

    /// <summary>Whether it has left the window: it meets nobody any more, and its chances stay as they are.</summary>
    public bool IsPast { get; private set; }

    /// <summary>Which story it is in.</summary>
    public int Story { get; set; } = -1;

    /// <summary>The last part of the graph in which it was settled, and its place there.</summary>
    public (int Part, int At) Place { get; set; }

    /// <summary>Leaves the window. Two articles that both have left have no edge any more, so that nothing holds on to the past.</summary>
    public void Leave()
    {
        IsPast = true;
        Sketch = Sketch.WithoutTerms();
        foreach (var edge in Edges.Where(edge => edge.Other(this).IsPast))
        {
            edge.Other(this).Edges.Remove(edge);
        }

        Edges.RemoveAll(edge => edge.Other(this).IsPast);
    }

    /// <summary>How many articles share more with it.</summary>
    public int CountAbove(float overlap)
    {
        var at = 0;
        while (at < neighbours.Length && neighbours[at] > overlap)
        {
            at++;
        }

        return at;
    }

    /// <summary>Takes note of what it shares with another; tells whether that changes anything.</summary>
    public bool Note(float overlap)
    {
        if (overlap <= neighbours[^1])
        {
            return false;
        }

        var at = neighbours.Length - 1;
        while (at > 0 && neighbours[at - 1] < overlap)
        {
            neighbours[at] = neighbours[at - 1];
            at--;
        }

        neighbours[at] = overlap;
        Average();
        return true;
    }

    private void Average()
    {
        var sum = 0f;
        for (var i = Nearest; i < neighbours.Length; i++)
        {
            sum += Math.Clamp(MathF.Sqrt(neighbours[i]), LeastBackground, MostBackground);
        }

        Background = sum / BackgroundSize;
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

        foreach (var overlap in neighbours)
        {
            writer.Write(overlap);
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

        node.Average();
        return node;
    }
}
