namespace Variorum.Clustering;

/// <summary>Puts articles into stories as they come.</summary>
/// <remarks>
/// <para><b>Method.</b> Each article meets those of the window that share its rare words (an inverted index), and gets an
/// edge to each that may tell of the same event, with the chance of it. <see cref="Settle"/> joins what has changed by
/// average linkage: stories merge and split as later articles show. Heaps are joined only where at least one pair is likely,
/// so that each connected part of the graph can be settled alone, with the same result as all together.</para>
/// <para><b>Order.</b> Articles come in the order of publication, or of arrival where that is unknown. A story keeps its
/// number as long as most of its articles stay together.</para>
/// <para><b>Cost.</b> Memory grows with the window; time for an article with the articles that share its rare words, of which
/// there are some hundred a word at most.</para>
/// </remarks>
internal sealed partial class StoryStream(StoryLikeness likeness, StoryWindow window)
{
    /// <summary>Least mean chance within a story. From 0.25 to 0.35 the figures of held-back stories change by half a hundredth, those of events told over weeks by more; precision grows with it.</summary>
    private const float Threshold = 0.25f;

    /// <summary>Pairs below it are left out of the graph.</summary>
    private const float Negligible = Threshold / 5;

    /// <summary>The same as log odds.</summary>
    internal static readonly float NegligibleOdds = MathF.Log(Negligible / (1 - Negligible));

    /// <summary>Articles that share less are not of one story.</summary>
    internal const float LeastOverlap = 0.04f;

    /// <summary>After so many articles the index is freed of words that no article of the window holds.</summary>
    private const int SweepEvery = 20_000;

    private readonly StoryWindow window = window;
    private readonly CandidateFinder finder = new();
    private readonly Queue<StoryNode> live = new();
    private readonly Dictionary<ulong, StoryNode> byId = [];
    private readonly StoryCorrections corrections = new();
    private readonly DayCounts counts = new();
    private readonly PairBatch batch = new(likeness);
    private readonly List<StoryNode> dirty = [];
    private readonly List<StoryNode> moved = [];
    private StoryNode?[] slots = new StoryNode?[1024];
    private int arrived;
    private int oldest;
    private int stories;
    private int latest = CandidateFinder.NoDay;
    private (int First, int Last) late = OnTime;

    private static readonly (int First, int Last) OnTime = (int.MaxValue, int.MinValue);

    /// <summary>The articles of the window, in order of arrival.</summary>
    public IEnumerable<StoryNode> Nodes => live;

    /// <summary>How many articles the window holds.</summary>
    public int Count => live.Count;

    /// <summary>Every pair of which the chance is not negligible, or every pair compared.</summary>
    public IEnumerable<StoryEdge> Edges => live.SelectMany(node => node.Edges.Where(edge => edge.Later == node));

    /// <summary>Takes in an article.</summary>
    /// <returns>The article in its stream; the one taken in before where it is the same page.</returns>
    public StoryNode Add(StorySketch sketch)
    {
        if (byId.TryGetValue(sketch.Id, out var known))
        {
            return known;
        }

        var node = Enter(sketch);
        Seek(node);
        finder.Put(node.Number, node.Day.Number);
        latest = Math.Max(latest, node.Day.Number ?? CandidateFinder.NoDay);
        Compare(node);
        finder.Add(node.Number, oldest);
        node.Story = stories++;
        dirty.Add(node);
        moved.Add(node);
        Shrink(sketch.Day);
        return node;
    }

    /// <summary>Keeps a user's word that two articles are of one story, or are not.</summary>
    /// <param name="left">One article's <see cref="StorySketch.Id"/>.</param>
    /// <param name="right">The other's.</param>
    /// <param name="isOne">Which.</param>
    public void Correct(ulong left, ulong right, bool isOne)
    {
        corrections.Set(left, right, isOne);
        foreach (var id in new[] { left, right })
        {
            if (byId.TryGetValue(id, out var node))
            {
                moved.Add(node);
            }
        }
    }

    /// <summary>Measures a pair as things stand now.</summary>
    public void Measure(StoryEdge edge, Span<float> measures) => PairMeasures.Fill(edge.Earlier, edge.Later, in edge.Shared, counts, measures);

    private StoryNode Enter(StorySketch sketch)
    {
        var node = new StoryNode(arrived++, sketch);
        if (arrived - oldest > slots.Length)
        {
            Grow();
        }

        Hold(node);
        return node;
    }

    private void Hold(StoryNode node)
    {
        Place(node);
        live.Enqueue(node);
        byId.Add(node.Sketch.Id, node);
        if (node.Sketch.Day is { } day)
        {
            counts.Add(day, 1);
            late = day < latest ? (Math.Min(late.First, day), Math.Max(late.Last, day)) : late;
        }
    }

    private void Grow()
    {
        slots = new StoryNode?[slots.Length * 2];
        finder.Grow(slots.Length);
        foreach (var node in live)
        {
            Place(node);
        }
    }

    private void Place(StoryNode node)
    {
        slots[node.Number & (slots.Length - 1)] = node;
        finder.Put(node.Number, node.Day.Number);
    }

    /// <summary>Lets go of the articles that are too old.</summary>
    private void Shrink(int? today)
    {
        while (live.Count > window.Most || (live.Count > window.Least && today - live.Peek().Day.Number > window.Days))
        {
            var node = live.Dequeue();
            node.Bonds = node.IsCut ? Bonds(node) : [];
            slots[node.Number & (slots.Length - 1)] = null;
            byId.Remove(node.Sketch.Id);
            if (node.Sketch.Day is { } day)
            {
                counts.Add(day, -1);
            }

            oldest = node.Number + 1;
            node.Leave();
            if (oldest % SweepEvery == 0)
            {
                finder.Sweep(oldest);
            }
        }
    }

    private void MarkDirty(StoryNode node)
    {
        if (!node.IsDirty)
        {
            node.IsDirty = true;
            dirty.Add(node);
        }
    }
}
