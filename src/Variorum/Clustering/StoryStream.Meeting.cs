namespace Variorum.Clustering;

/// <content>Which articles one is compared with.</content>
internal sealed partial class StoryStream
{
    private readonly SharedTerms[] candidates = new SharedTerms[CandidateFinder.Most];
    private readonly StoryNode[] compared = new StoryNode[CandidateFinder.Most];
    private readonly TermSet[] terms = new TermSet[CandidateFinder.Most];
    private readonly TermProbe probe = new();

    /// <summary>Finds the articles of the window that one is to be compared with; where it has no day, they tell which.</summary>
    private void Seek(StoryNode node)
    {
        finder.Meet(node.Sketch, oldest);
        probe.Fill(node.Sketch.Terms);
        finder.Order(node.Sketch.Day);
        if (node.Day.Number is null)
        {
            node.Day = GuessedDay.Guess(node.Sketch, Voters());
            finder.Reorder(node.Day.Number);
        }
    }

    /// <summary>The days of the dated ones among those found, the most alike first by their rare words and by all.</summary>
    private List<(int Day, float Overlap)> Voters()
    {
        Share();
        var voters = new List<(int Day, float Overlap)>();
        for (var i = 0; i < finder.Count; i++)
        {
            if (compared[i].Sketch.Day is { } day)
            {
                voters.Add((day, finder.Rank(i) * candidates[i].Overlap));
            }
        }

        return [.. voters.OrderByDescending(voter => voter.Overlap)];
    }

    /// <summary>Connects an article with those that may be of its story.</summary>
    private void Compare(StoryNode node)
    {
        Share();
        for (var i = 0; i < finder.Count; i++)
        {
            var other = compared[i];
            var overlap = candidates[i].Overlap;
            node.Note(overlap);
            if (other.Note(overlap))
            {
                MarkDirty(other);
            }
        }

        batch.Clear();
        for (var i = 0; i < finder.Count; i++)
        {
            batch.Put(compared[i], node, in candidates[i], counts);
        }

        var chances = batch.Judge();
        for (var i = 0; i < finder.Count; i++)
        {
            if (chances[i] > Negligible || window.KeepsAll)
            {
                var edge = new StoryEdge(compared[i], node, candidates[i]) { Chance = chances[i] };
                node.Edges.Add(edge);
                edge.Earlier.Edges.Add(edge);
            }
        }
    }

    /// <summary>What the article in hand shares with each of those found.</summary>
    private void Share()
    {
        for (var i = 0; i < finder.Count; i++)
        {
            compared[i] = slots[finder.Number(i) & (slots.Length - 1)]!;
        }

        for (var i = 0; i < finder.Count; i++)
        {
            terms[i] = compared[i].Terms;
        }

        probe.Share(terms.AsSpan(0, finder.Count), candidates);
    }
}
