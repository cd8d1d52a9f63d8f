namespace Variorum.Clustering;

/// <content>Stories out of chances.</content>
internal sealed partial class StoryStream
{
    /// <summary>Brings the stories up to what is known now. When it is called changes no story, only when it is known.</summary>
    public void Settle()
    {
        var seen = new HashSet<StoryNode>();
        var heaps = new List<List<StoryNode>>();
        foreach (var seed in Refresh())
        {
            if (!seed.IsPast && seen.Add(seed))
            {
                heaps.AddRange(Join(Component(seed, seen)));
            }
        }

        Number(heaps);
    }

    /// <summary>Computes the chances anew that may have changed; tells the articles at whose edges they did.</summary>
    private List<StoryNode> Refresh()
    {
        var seeds = new List<StoryNode>();
        Span<float> measures = stackalloc float[PairMeasures.Names.Length];
        foreach (var node in dirty)
        {
            seeds.Add(node);
            for (var e = 0; e < node.Edges.Count; e++)
            {
                var other = node.Edges[e].Other;
                seeds.Add(other);
                if (node.IsPast || other.IsPast || (other.IsDirty && other.Number < node.Number))
                {
                    continue;
                }

                var chance = Chance(node, other, measures);
                node.Edges[e] = (other, chance);
                other.Edges[other.Edges.FindIndex(edge => edge.Other == node)] = (node, chance);
            }
        }

        dirty.ForEach(node => node.IsDirty = false);
        dirty.Clear();
        return seeds;
    }

    /// <summary>The articles that likely pairs, or a user's word, connect with one.</summary>
    private List<StoryNode> Component(StoryNode seed, HashSet<StoryNode> seen)
    {
        var component = new List<StoryNode> { seed };
        for (var i = 0; i < component.Count; i++)
        {
            var node = component[i];
            component.AddRange(node.Edges.Where(edge => edge.Chance >= Threshold && seen.Add(edge.Other)).Select(edge => edge.Other));
            component.AddRange(corrections.Of(node.Sketch.Id).Where(c => c.IsOne).Select(c => byId.GetValueOrDefault(c.Other)).OfType<StoryNode>().Where(seen.Add));
        }

        component.Sort((l, r) => l.Number.CompareTo(r.Number));
        return component;
    }

    private IEnumerable<List<StoryNode>> Join(List<StoryNode> component)
    {
        if (component.Count == 1)
        {
            return [component];
        }

        var places = new Dictionary<StoryNode, int>();
        component.ForEach(node => places.Add(node, places.Count));
        var edges = component.SelectMany(node => node.Edges
            .Where(edge => edge.Other.Number < node.Number && edge.Chance > Negligible && places.ContainsKey(edge.Other))
            .Select(edge => (places[edge.Other], places[node], (double)edge.Chance)));
        var words = component.SelectMany(node => corrections.Of(node.Sketch.Id)
            .Select(c => (Other: byId.GetValueOrDefault(c.Other), c.IsOne)).Where(c => c.Other is not null && c.Other.Number < node.Number && places.ContainsKey(c.Other))
            .Select(c => (places[c.Other!], places[node], c.IsOne ? double.PositiveInfinity : double.NegativeInfinity)));
        return AverageLinkage.Cluster(component.Count, edges.Concat(words), Threshold).Select(heap => heap.ConvertAll(i => component[i]));
    }

    /// <summary>Gives each heap the number of the story that most of its articles were in, if no other has more of that story.</summary>
    private void Number(List<List<StoryNode>> heaps)
    {
        var claims = new List<(int Share, int Story, int First, List<StoryNode> Heap)>();
        foreach (var heap in heaps)
        {
            claims.AddRange(heap.CountBy(node => node.Story).Select(c => (-c.Value, c.Key, heap[0].Number, heap)));
        }

        claims.Sort((l, r) => (l.Share, l.Story, l.First).CompareTo((r.Share, r.Story, r.First)));
        var (taken, numbered) = (new HashSet<int>(), new HashSet<List<StoryNode>>());
        foreach (var (_, story, _, heap) in claims)
        {
            if (!numbered.Contains(heap) && taken.Add(story))
            {
                numbered.Add(heap);
                heap.ForEach(node => node.Story = story);
            }
        }

        foreach (var heap in heaps.Where(heap => !numbered.Contains(heap)))
        {
            var story = stories++;
            heap.ForEach(node => node.Story = story);
        }
    }
}
