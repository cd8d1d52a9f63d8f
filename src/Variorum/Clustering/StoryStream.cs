namespace Variorum.Clustering;

/// <summary>Puts articles into stories as they come.</summary>
/// <remarks>
/// <para><b>Method.</b> Each article meets those of the window that share its rare words (an inverted index), and gets an
/// edge to each that may tell of the same event, with the chance of it. <see cref="Settle"/> joins what has changed by
/// average linkage: stories merge and split as later articles show. Heaps are joined only where at least one pair is likely,
/// so that each connected part of the graph can be settled alone, with the same result as all together.</para>
/// <para><b>Order.</b> Articles come in the order of publication, or of arrival where that is unknown. A story keeps its
/// number as long as most of its articles stay together.</para>
/// <para><b>Cost.</b> Memory grows with the window; time for an article with the articles that share its rare words, at most
/// <see cref="LongestPosting"/> a word.</para>
/// </remarks>
internal sealed partial class StoryStream(StoryLikeness likeness, StoryWindow window)
{
    /// <summary>Least mean chance within a story. From 0.25 to 0.35 the sets' figures change by less than half a hundredth; precision grows with it.</summary>
    internal const float Threshold = 0.3f;

    /// <summary>Pairs below it are left out of the graph.</summary>
    private const float Negligible = Threshold / 6;

    /// <summary>Most earlier articles that one is compared with closely.</summary>
    private const int MostCandidates = 30;

    /// <summary>A word in more articles of the window finds nothing that rarer ones do not, and what it finds is the latest.</summary>
    private const int LongestPosting = 300;

    /// <summary>Articles of a day apart come before those of weeks apart that share as much: how many days halve the rank, about.</summary>
    private const float Decay = 2;

    private const float FarRank = 0.1f;
    private const int NoDay = int.MinValue;

    private static readonly float[] Ranks = [.. Enumerable.Range(0, 40).Select(gap => FarRank + ((1 - FarRank) * MathF.Exp(-Math.Max(0, gap - 2) / Decay)))];

    /// <summary>Articles that share less are not of one story.</summary>
    private const float LeastOverlap = 0.04f;

    private const float Unit = 1 / (255f * 255f);

    /// <summary>After so many articles the index is freed of words that no article of the window holds.</summary>
    private const int SweepEvery = 20_000;

    private readonly StoryWindow window = window;
    private readonly TermPostings postings = new();
    private readonly Queue<StoryNode> live = new();
    private readonly Dictionary<ulong, StoryNode> byId = [];
    private readonly StoryCorrections corrections = new();
    private readonly List<int> met = [];
    private readonly List<StoryNode> dirty = [];
    private readonly List<(float Rank, int Number)> ranked = [];
    private readonly List<Candidate> candidates = [];
    private StoryNode?[] slots = new StoryNode?[1024];
    private int[] sums = new int[1024];
    private int[] days = new int[1024];
    private readonly int[] candidateDots = new int[MostCandidates * TermTable.Faces];
    private int arrived;
    private int oldest;
    private int stories;

    /// <summary>The articles of the window, in order of arrival.</summary>
    public IEnumerable<StoryNode> Nodes => live;

    /// <summary>How many articles the window holds.</summary>
    public int Count => live.Count;

    /// <summary>Takes in an article.</summary>
    /// <returns>The article in its stream; the one taken in before where it is the same page.</returns>
    public StoryNode Add(StorySketch sketch)
    {
        if (byId.TryGetValue(sketch.Id, out var known))
        {
            return known;
        }

        var node = Enter(sketch);
        Meet(node);
        Order(node);
        if (node.Day.Number is null)
        {
            node.Day = GuessedDay.Guess(sketch, ranked.Select(r => (slots[r.Number & (slots.Length - 1)]!.Sketch.Day, -r.Rank)).Where(v => v.Day is not null).Select(v => (v.Day!.Value, v.Item2)));
            Order(node);
        }

        days[node.Number & (days.Length - 1)] = node.Day.Number ?? NoDay;
        Compare(node);
        Forget();
        Post(node);
        node.Story = stories++;
        dirty.Add(node);
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
                MarkDirty(node);
            }
        }
    }

    /// <summary>Every pair of which the chance is not negligible, or every pair compared.</summary>
    public IEnumerable<(StoryNode Left, StoryNode Right)> Pairs() =>
        live.SelectMany(node => node.Edges.Where(edge => edge.Other.Number < node.Number).Select(edge => (edge.Other, node)));

    private StoryNode Enter(StorySketch sketch)
    {
        var node = new StoryNode(arrived++, sketch);
        if (arrived - oldest > slots.Length)
        {
            Grow();
        }

        Place(node);
        live.Enqueue(node);
        byId.Add(sketch.Id, node);
        return node;
    }

    private void Grow()
    {
        slots = new StoryNode?[slots.Length * 2];
        sums = new int[slots.Length];
        days = new int[slots.Length];
        foreach (var node in live)
        {
            Place(node);
        }
    }

    private void Place(StoryNode node)
    {
        var slot = node.Number & (slots.Length - 1);
        slots[slot] = node;
        days[slot] = node.Day.Number ?? NoDay;
    }

    /// <summary>Adds up what an article shares with each of the window.</summary>
    private void Meet(StoryNode node)
    {
        var sketch = node.Sketch;
        var mask = slots.Length - 1;
        for (var t = 0; t < sketch.Terms.Length; t++)
        {
            int weight = sketch.Weights[(t * StorySketch.Width) + (int)TermFace.Whole];
            if (weight == 0)
            {
                continue;
            }

            foreach (var (other, otherWeight) in postings.Find(sketch.Terms[t], oldest, LongestPosting))
            {
                ref var sum = ref sums[other & mask];
                if (sum == 0)
                {
                    met.Add(other);
                }

                sum += weight * otherWeight;
            }
        }
    }

    /// <summary>The most alike first, those of the same days before others; the earlier of equals.</summary>
    private void Order(StoryNode node)
    {
        ranked.Clear();
        var mask = slots.Length - 1;
        var day = node.Day.Number ?? NoDay;
        foreach (var number in met)
        {
            var item = (Rank: -sums[number & mask] * Unit * Nearness(day, days[number & mask]), number);
            if (ranked.Count == MostCandidates && item.CompareTo(ranked[^1]) >= 0)
            {
                continue;
            }

            if (ranked.Count == MostCandidates)
            {
                ranked.RemoveAt(MostCandidates - 1);
            }

            var at = ranked.Count;
            while (at > 0 && item.CompareTo(ranked[at - 1]) < 0)
            {
                at--;
            }

            ranked.Insert(at, item);
        }
    }

    /// <summary>Connects an article with those that may be of its story.</summary>
    private void Compare(StoryNode node)
    {
        Span<float> measures = stackalloc float[PairMeasures.Names.Length];
        candidates.Clear();
        foreach (var (_, number) in ranked)
        {
            var other = slots[number & (slots.Length - 1)]!;
            var dots = candidateDots.AsSpan(candidates.Count * TermTable.Faces, TermTable.Faces);
            var shared = PairMeasures.Share(node.Sketch, other.Sketch, dots);
            var overlap = PairMeasures.Overlap(dots);
            node.Note(overlap);
            if (other.Note(overlap))
            {
                MarkDirty(other);
            }

            candidates.Add(new Candidate(other, overlap, shared));
        }

        for (var i = 0; i < candidates.Count; i++)
        {
            var (other, overlap, shared) = candidates[i];
            var chance = 0f;
            if (overlap >= LeastOverlap)
            {
                PairMeasures.Fill(node, other, live.Count, candidateDots.AsSpan(i * TermTable.Faces, TermTable.Faces), shared, measures);
                chance = likeness.Chance(measures);
            }

            if (chance > Negligible || window.KeepsAll)
            {
                node.Edges.Add((other, chance));
                other.Edges.Add((node, chance));
                MarkDirty(other);
            }
        }
    }

    private float Chance(StoryNode left, StoryNode right, Span<float> measures)
    {
        PairMeasures.Fill(left, right, live.Count, measures);
        return likeness.Chance(measures);
    }

    private void Forget()
    {
        foreach (var number in met)
        {
            sums[number & (sums.Length - 1)] = 0;
        }

        met.Clear();
    }

    private void Post(StoryNode node)
    {
        var sketch = node.Sketch;
        for (var t = 0; t < sketch.Terms.Length; t++)
        {
            if (sketch.Weights[(t * StorySketch.Width) + (int)TermFace.Whole] is > 0 and var weight)
            {
                postings.Add(sketch.Terms[t], node.Number, weight, oldest);
            }
        }
    }

    /// <summary>Lets go of the articles that are too old.</summary>
    private void Shrink(int? today)
    {
        while (live.Count > window.Most || (live.Count > window.Least && today - live.Peek().Day.Number > window.Days))
        {
            var node = live.Dequeue();
            slots[node.Number & (slots.Length - 1)] = null;
            byId.Remove(node.Sketch.Id);
            oldest = node.Number + 1;
            node.Leave();
            if (oldest % SweepEvery == 0)
            {
                postings.Sweep(oldest);
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

    /// <summary>1 for articles of the same days or of unknown date, falling to a tenth over weeks.</summary>
    private static float Nearness(int left, int right) =>
        left == NoDay || right == NoDay ? 1 : Math.Abs(left - right) is var gap && gap < Ranks.Length ? Ranks[gap] : FarRank;

    private readonly record struct Candidate(StoryNode Other, float Overlap, (int Rarest, int Rarity, int Pairs) Shared);
}
