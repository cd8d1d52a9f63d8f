using System.Runtime.InteropServices;

namespace Variorum.Clustering;

/// <summary>Pairs that are judged together, which is cheaper than one by one. One instance is filled again and again.</summary>
/// <remarks><b>Method.</b> Most pairs are given up after a few trees; those that are not are gathered, so that the other trees
/// see no pair in vain.</remarks>
internal sealed class PairBatch(StoryLikeness likeness)
{
    private readonly Lanes first = new();
    private readonly Lanes hopeful = new();
    private readonly List<float> chances = [];

    /// <summary>Begins anew.</summary>
    public void Clear() => chances.Clear();

    /// <summary>Puts in a pair and measures it as things stand now; left and right may be exchanged.</summary>
    /// <param name="left">One article.</param>
    /// <param name="right">The other.</param>
    /// <param name="shared">What both share.</param>
    /// <param name="days">As <see cref="PairMeasures"/> takes them.</param>
    public void Put(StoryNode left, StoryNode right, in SharedTerms shared, DayCounts days)
    {
        chances.Add(0);
        if (shared.Overlap < StoryStream.LeastOverlap)
        {
            return;
        }

        Span<float> measures = stackalloc float[PairMeasures.Names.Length];
        PairMeasures.Fill(left, right, in shared, days, measures);
        first.Add(measures, chances.Count - 1);
        if (first.IsFull)
        {
            Screen();
        }
    }

    /// <summary>The chances of the pairs, in the order in which they were put in.</summary>
    public ReadOnlySpan<float> Judge()
    {
        Screen();
        Finish();
        return CollectionsMarshal.AsSpan(chances);
    }

    private void Screen()
    {
        first.Close();
        var hope = likeness.Screen(first.Values, first.Sums);
        for (var lane = 0; lane < first.Count; lane++)
        {
            if ((hope >> lane & 1) != 0)
            {
                hopeful.Add(first, lane);
                if (hopeful.IsFull)
                {
                    Finish();
                }
            }
        }

        first.Clear();
    }

    private void Finish()
    {
        hopeful.Close();
        var hope = likeness.Finish(hopeful.Values, hopeful.Sums);
        for (var lane = 0; lane < hopeful.Count; lane++)
        {
            chances[hopeful.Pairs[lane]] = (hope >> lane & 1) != 0 ? StoryLikeness.Chance(hopeful.Sums[lane]) : 0;
        }

        hopeful.Clear();
    }

    /// <summary>So many pairs as are judged at once.</summary>
    private sealed class Lanes
    {
        /// <summary>Each measure of all pairs, then the next one's.</summary>
        public float[] Values { get; } = new float[PairMeasures.Names.Length * StoryLikeness.Width];

        /// <summary>What the trees gave so far.</summary>
        public float[] Sums { get; } = new float[StoryLikeness.Width];

        /// <summary>Which pairs they are.</summary>
        public int[] Pairs { get; } = new int[StoryLikeness.Width];

        public int Count { get; private set; }

        public bool IsFull => Count == StoryLikeness.Width;

        public void Clear() => Count = 0;

        /// <summary>Gives up the lanes without a pair.</summary>
        public void Close() => Sums.AsSpan(Count).Fill(float.NegativeInfinity);

        public void Add(ReadOnlySpan<float> measures, int pair)
        {
            (Sums[Count], Pairs[Count]) = (0, pair);
            for (var (m, at) = (0, Count); m < measures.Length; (m, at) = (m + 1, at + StoryLikeness.Width))
            {
                Values[at] = measures[m];
            }

            Count++;
        }

        public void Add(Lanes other, int lane)
        {
            (Sums[Count], Pairs[Count]) = (other.Sums[lane], other.Pairs[lane]);
            for (var at = 0; at < Values.Length; at += StoryLikeness.Width)
            {
                Values[at + Count] = other.Values[at + lane];
            }

            Count++;
        }
    }
}
