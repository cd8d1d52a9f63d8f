namespace Variorum.Clustering;

/// <content>Which articles one is compared with.</content>
internal sealed partial class StoryStream
{
    private readonly SharedTerms[] candidates = new SharedTerms[CandidateFinder.Most];
    private readonly StoryNode[] compared = new StoryNode[CandidateFinder.Most];
    private readonly StorySketch[] sketches = new StorySketch[CandidateFinder.Most];
    private TermProbe? probe;

    /// <summary>The days of the dated ones among the most alike.</summary>
    private IEnumerable<(int Day, float Overlap)> Voters()
    {
        for (var i = 0; i < finder.Count; i++)
        {
            if (Ranked(i).Sketch.Day is { } day)
            {
                yield return (day, finder.Rank(i));
            }
        }
    }

    /// <summary>Connects an article with those that may be of its story.</summary>
    private void Compare(StoryNode node)
    {
        (probe ??= new TermProbe(node.Sketch)).Fill(node.Sketch);
        for (var i = 0; i < finder.Count; i++)
        {
            compared[i] = Ranked(i);
        }

        for (var i = 0; i < finder.Count; i++)
        {
            sketches[i] = compared[i].Sketch;
        }

        probe.Share(sketches.AsSpan(0, finder.Count), candidates);
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

        for (var i = 0; i < finder.Count; i += StoryLikeness.Width)
        {
            Connect(node, i, Math.Min(i + StoryLikeness.Width, finder.Count));
        }
    }

    /// <summary>Connects it with some of them.</summary>
    private void Connect(StoryNode node, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            batch.Put(i - first, compared[i], node, in candidates[i], counts);
        }

        var chances = batch.Judge();
        for (var i = first; i < end; i++)
        {
            if (chances[i - first] is var chance && (chance > Negligible || window.KeepsAll))
            {
                var edge = new StoryEdge(compared[i], node, candidates[i]) { Chance = chance };
                node.Edges.Add(edge);
                edge.Earlier.Edges.Add(edge);
            }
        }
    }

    private StoryNode Ranked(int place) => slots[finder.Number(place) & (slots.Length - 1)]!;
}
