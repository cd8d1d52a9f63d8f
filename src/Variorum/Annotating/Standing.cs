namespace Variorum.Annotating;

/// <summary>How a candidate stands among the others.</summary>
/// <param name="Recency">How many others were told of later; at most 5.</param>
/// <param name="Order">How many others stand before it in its sentence; at most 3.</param>
/// <param name="IsMostTold">Whether none was told of more often.</param>
/// <param name="IsMostNamed">Whether none was more often told of by other words than pronouns.</param>
/// <param name="IsMostSubject">Whether none was a subject more often.</param>
/// <param name="IsLone">Whether it alone is told of in the nearest sentence that tells of any.</param>
/// <param name="IsLoneSubject">Whether it alone is a subject there.</param>
/// <param name="IsFirst">Whether the text told of it before all others.</param>
internal readonly record struct Standing(int Recency, int Order, bool IsMostTold, bool IsMostNamed, bool IsMostSubject, bool IsLone, bool IsLoneSubject, bool IsFirst)
{
    private const int LeastRecent = 5;
    private const int LastInOrder = 3;

    /// <param name="candidates">All, the latest told of first.</param>
    /// <param name="at">Index of the one in question.</param>
    public static Standing Of(IReadOnlyList<Candidate> candidates, int at)
    {
        var own = candidates[at];
        var nearest = candidates[0].Last.Step;
        var (order, mostTold, mostNamed, mostSubject, first) = (0, true, true, true, true);
        var (lone, loneSubject) = (own.Last.Step == nearest, own.Subject?.Step == nearest);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (i == at)
            {
                continue;
            }

            var other = candidates[i];
            order += other.Last.Sentence == own.Last.Sentence && other.Last.Mention.First < own.Last.Mention.First ? 1 : 0;
            mostTold &= other.Count <= own.Count;
            mostNamed &= other.Told <= own.Told;
            mostSubject &= other.Subjects <= own.Subjects;
            lone &= other.Last.Step != nearest;
            loneSubject &= other.Subject?.Step != nearest;
            first &= other.Chain.Mentions[0].First > own.Chain.Mentions[0].First;
        }

        return new Standing(Math.Min(at, LeastRecent), Math.Min(order, LastInOrder), mostTold, mostNamed, mostSubject, lone, loneSubject, first);
    }
}
