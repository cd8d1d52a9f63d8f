namespace Variorum.Clustering;

/// <content>Which articles one is compared with.</content>
internal sealed partial class StoryStream
{
    /// <summary>Most earlier articles that one is compared with closely.</summary>
    private const int MostCandidates = 30;

    /// <summary>A word in more articles of the window finds nothing that rarer ones do not, and what it finds is the latest.</summary>
    private const int LongestPosting = 300;

    /// <summary>Articles of a day apart come before those of weeks apart that share as much: how many days halve the rank, about.</summary>
    private const float Decay = 2;

    private const float FarRank = 0.1f;
    private const int NoDay = int.MinValue;

    private static readonly float[] Ranks = [.. Enumerable.Range(0, 40).Select(gap => FarRank + ((1 - FarRank) * MathF.Exp(-Math.Max(0, gap - 2) / Decay)))];

    private readonly (float Rank, int Number)[] ranked = new (float, int)[MostCandidates];
    private readonly SharedTerms[] candidates = new SharedTerms[MostCandidates];
    private TermProbe? probe;
    private int[] met = new int[1024];
    private int metCount;
    private int rankedCount;

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

            var found = postings.Find(sketch.Terms[t], oldest, LongestPosting);
            if (metCount + found.Length > met.Length)
            {
                Array.Resize(ref met, Math.Max(met.Length * 2, metCount + found.Length));
            }

            foreach (var (other, otherWeight) in found)
            {
                ref var sum = ref sums[other & mask];
                met[metCount] = other;
                metCount += sum == 0 ? 1 : 0;
                sum += weight * otherWeight;
            }
        }
    }

    /// <summary>The most alike first, those of the same days before others; the earlier of equals.</summary>
    private void Order(StoryNode node)
    {
        rankedCount = 0;
        var mask = slots.Length - 1;
        var day = node.Day.Number ?? NoDay;
        var worst = (Rank: float.MinValue, Number: int.MaxValue);
        foreach (var number in met.AsSpan(0, metCount))
        {
            var slot = number & mask;
            var rank = sums[slot] * Nearness(day, days[slot]);
            if (rank > worst.Rank || (rank == worst.Rank && number < worst.Number) || rankedCount < MostCandidates)
            {
                Insert(rank, number);
                worst = rankedCount == MostCandidates ? ranked[^1] : worst;
            }
        }
    }

    private void Insert(float rank, int number)
    {
        var at = Math.Min(rankedCount, MostCandidates - 1);
        rankedCount = at + 1;
        while (at > 0 && (ranked[at - 1].Rank < rank || (ranked[at - 1].Rank == rank && ranked[at - 1].Number > number)))
        {
            ranked[at] = ranked[at - 1];
            at--;
        }

        ranked[at] = (rank, number);
    }

    /// <summary>The days of the dated ones among the most alike.</summary>
    private IEnumerable<(int Day, float Overlap)> Voters()
    {
        for (var i = 0; i < rankedCount; i++)
        {
            if (Ranked(i).Sketch.Day is { } day)
            {
                yield return (day, ranked[i].Rank);
            }
        }
    }

    /// <summary>Connects an article with those that may be of its story.</summary>
    private void Compare(StoryNode node)
    {
        Span<float> measures = stackalloc float[PairMeasures.Names.Length];
        (probe ??= new TermProbe(node.Sketch)).Fill(node.Sketch);
        for (var i = 0; i < rankedCount; i++)
        {
            var other = Ranked(i);
            candidates[i] = probe.Share(other.Sketch);
            var overlap = candidates[i].Overlap;
            node.Note(overlap);
            if (other.Note(overlap))
            {
                MarkDirty(other);
            }
        }

        for (var i = 0; i < rankedCount; i++)
        {
            var chance = Chance(Ranked(i), node, in candidates[i], measures);
            if (chance > Negligible || window.KeepsAll)
            {
                var edge = new StoryEdge(Ranked(i), node, candidates[i]) { Chance = chance };
                node.Edges.Add(edge);
                edge.Earlier.Edges.Add(edge);
            }
        }
    }

    private StoryNode Ranked(int place) => slots[ranked[place].Number & (slots.Length - 1)]!;

    private void Forget()
    {
        foreach (var number in met.AsSpan(0, metCount))
        {
            sums[number & (sums.Length - 1)] = 0;
        }

        metCount = 0;
    }

    /// <summary>1 for articles of the same days or of unknown date, falling to a tenth over weeks.</summary>
    private static float Nearness(int left, int right) =>
        left == NoDay || right == NoDay ? 1 : Math.Abs((long)left - right) is var gap && gap < Ranks.Length ? Ranks[gap] : FarRank;
}
