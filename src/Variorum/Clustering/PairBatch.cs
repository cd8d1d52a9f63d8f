namespace Variorum.Clustering;

/// <summary>Pairs that are judged together, which is cheaper than one by one. One instance is filled again and again.</summary>
internal sealed class PairBatch(StoryLikeness likeness)
{
    private readonly float[] values = new float[PairMeasures.Names.Length * StoryLikeness.Width];
    private readonly float[] chances = new float[StoryLikeness.Width];
    private readonly bool[] isHopeless = new bool[StoryLikeness.Width];

    /// <summary>Measures a pair as things stand now; left and right may be exchanged.</summary>
    /// <param name="place">Which of the batch it is.</param>
    /// <param name="left">One article.</param>
    /// <param name="right">The other.</param>
    /// <param name="shared">What both share.</param>
    /// <param name="days">As <see cref="PairMeasures"/> takes them.</param>
    public void Put(int place, StoryNode left, StoryNode right, in SharedTerms shared, DayCounts days)
    {
        isHopeless[place] = shared.Overlap < StoryStream.LeastOverlap;
        Span<float> measures = stackalloc float[PairMeasures.Names.Length];
        PairMeasures.Fill(left, right, in shared, days, measures);
        for (var (m, at) = (0, place); m < measures.Length; (m, at) = (m + 1, at + StoryLikeness.Width))
        {
            values[at] = measures[m];
        }
    }

    /// <summary>The chances of the pairs put in; of others what they were, or anything.</summary>
    public ReadOnlySpan<float> Judge()
    {
        likeness.Chances(values, chances);
        for (var i = 0; i < chances.Length; i++)
        {
            chances[i] = isHopeless[i] ? 0 : chances[i];
        }

        return chances;
    }
}
