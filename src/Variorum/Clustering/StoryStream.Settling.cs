namespace Variorum.Clustering;

/// <content>Stories out of chances.</content>
internal sealed partial class StoryStream
{
    private int parts;

    /// <summary>Brings the stories up to what is known now. When it is called changes no story, only when it is known.</summary>
    public void Settle()
    {
        Spread();
        Refresh();
        var before = parts;
        var heaps = new List<List<StoryNode>>();
        // Those that have left since lead to those that they moved.
        foreach (var seed in moved.SelectMany(node => node.IsPast ? node.Edges.Select(edge => edge.Other(node)) : [node]))
        {
            if (seed.Place.Part <= before)
            {
                heaps.AddRange(Join(Component(seed)));
            }
        }

        moved.Clear();
        Number(heaps);
    }

    /// <summary>The other stories that an article fits: it tells of their event more likely than not, by its mean chance with their articles.</summary>
    /// <param name="node">The article.</param>
    /// <param name="sizes">How many articles each story has.</param>
    /// <returns>Their numbers, ascending, but for those of which a user said that they are not its own.</returns>
    public IEnumerable<int> Also(StoryNode node, IReadOnlyDictionary<int, int> sizes)
    {
        var apart = corrections.Of(node.Sketch.Id).Where(c => !c.IsOne).Select(c => byId.GetValueOrDefault(c.Other)?.Story).ToList();
        return node.Edges.Select(edge => (edge.Other(node).Story, edge.Chance))
            .Where(edge => edge.Story != node.Story && !apart.Contains(edge.Story))
            .GroupBy(edge => edge.Story, edge => edge.Chance)
            .Where(story => sizes.TryGetValue(story.Key, out var size) && story.Sum() >= size / 2f)
            .Select(story => story.Key).Order();
    }

    /// <summary>Marks pairs between whose days an article has come late.</summary>
    private void Spread()
    {
        if (late != OnTime)
        {
            foreach (var edge in live.SelectMany(node => node.Edges))
            {
                if (edge.Earlier.Day.Number is { } one && edge.Later.Day.Number is { } other && Math.Min(one, other) < late.Last && Math.Max(one, other) > late.First)
                {
                    MarkDirty(edge.Later);
                }
            }
        }

        late = OnTime;
    }

    /// <summary>Computes the chances anew that may have changed; those at whose edges they did are to be settled.</summary>
    private void Refresh()
    {
        Span<float> measures = stackalloc float[PairMeasures.Names.Length];
        foreach (var node in dirty)
        {
            foreach (var edge in node.Edges)
            {
                if (edge.IsPast || (edge.Other(node) is { IsDirty: true } other && other.Number < node.Number))
                {
                    continue;
                }

                var chance = Chance(edge.Earlier, edge.Later, in edge.Shared, measures);
                if (chance != edge.Chance)
                {
                    edge.Chance = chance;
                    moved.Add(edge.Earlier);
                    moved.Add(edge.Later);
                }
            }
        }

        dirty.ForEach(node => node.IsDirty = false);
        dirty.Clear();
    }

    /// <summary>The articles that likely pairs, or a user's word, connect with one.</summary>
    private List<StoryNode> Component(StoryNode seed)
    {
        parts++;
        var component = new List<StoryNode>();
        Take(seed, component);
        for (var i = 0; i < component.Count; i++)
        {
            var node = component[i];
            foreach (var edge in node.Edges)
            {
                if (edge.Chance >= Threshold)
                {
                    Take(edge.Other(node), component);
                }
            }

            foreach (var (other, isOne) in corrections.Of(node.Sketch.Id))
            {
                if (isOne && byId.TryGetValue(other, out var said))
                {
                    Take(said, component);
                }
            }
        }

        component.Sort((l, r) => l.Number.CompareTo(r.Number));
        return component;
    }

    private void Take(StoryNode node, List<StoryNode> component)
    {
        if (node.Place.Part != parts)
        {
            node.Place = (parts, 0);
            component.Add(node);
        }
    }

    private IEnumerable<List<StoryNode>> Join(List<StoryNode> component)
    {
        if (component.Count == 1)
        {
            return [component];
        }

        for (var i = 0; i < component.Count; i++)
        {
            component[i].Place = (parts, i);
        }

        return AverageLinkage.Cluster(component.Count, Similarities(component), Threshold).Select(heap => heap.ConvertAll(i => component[i]));
    }

    private List<(int Left, int Right, double Similarity)> Similarities(List<StoryNode> component)
    {
        var found = new List<(int, int, double)>();
        foreach (var node in component)
        {
            foreach (var edge in node.Edges)
            {
                if (edge.Later == node && edge.Chance > Negligible && edge.Earlier.Place.Part == parts)
                {
                    found.Add((edge.Earlier.Place.At, node.Place.At, edge.Chance));
                }
            }
        }

        foreach (var node in component)
        {
            foreach (var (id, isOne) in corrections.Of(node.Sketch.Id))
            {
                if (byId.TryGetValue(id, out var other) && other.Number < node.Number && other.Place.Part == parts)
                {
                    found.Add((other.Place.At, node.Place.At, isOne ? double.PositiveInfinity : double.NegativeInfinity));
                }
            }
        }

        return found;
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
