using System.Runtime.InteropServices;

namespace Variorum.Clustering;

/// <content>Stories out of chances.</content>
internal sealed partial class StoryStream
{
    private readonly List<StoryEdge> stale = [];
    private readonly List<StoryNode> component = [];
    private readonly List<StoryNode> placed = [];
    private readonly List<(int First, int Count)> heaps = [];
    private readonly List<int> had = [];
    private readonly List<(int Left, int Right, double Similarity)> similarities = [];
    private readonly AverageLinkage linkage = new(Threshold);
    private readonly List<(int Share, int Story, int First, int Heap)> claims = [];
    private readonly HashSet<int> taken = [];
    private int parts;

    /// <summary>Brings the stories up to what is known now. When it is called changes no story, only when it is known.</summary>
    public void Settle()
    {
        Spread();
        Refresh();
        var before = parts;
        foreach (var node in moved)
        {
            if (!node.IsPast)
            {
                Join(node, before);
                continue;
            }

            // Those that have left since lead to those that they moved.
            foreach (var edge in node.Edges)
            {
                Join(edge.Other(node), before);
            }
        }

        moved.Clear();
        Number();
    }

    /// <summary>The other stories that an article fits: it tells of their event more likely than not, by its mean chance with their articles.</summary>
    /// <param name="node">The article.</param>
    /// <param name="sizes">As <see cref="Sizes"/> tells them.</param>
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
        batch.Clear();
        foreach (var node in dirty)
        {
            foreach (var edge in node.Edges)
            {
                if (edge.IsPast || (edge.Other(node) is { IsDirty: true } other && other.Number < node.Number))
                {
                    continue;
                }

                batch.Put(edge.Earlier, edge.Later, in edge.Shared, counts);
                stale.Add(edge);
            }
        }

        Renew();
        dirty.ForEach(node => node.IsDirty = false);
        dirty.Clear();
    }

    private void Renew()
    {
        var chances = batch.Judge();
        for (var i = 0; i < stale.Count; i++)
        {
            var edge = stale[i];
            if (chances[i] != edge.Chance)
            {
                edge.Chance = chances[i];
                moved.Add(edge.Earlier);
                moved.Add(edge.Later);
            }
        }

        stale.Clear();
    }

    /// <summary>Parts anew the articles that are connected with one, unless that is done.</summary>
    private void Join(StoryNode seed, int before)
    {
        if (seed.Place.Part > before)
        {
            return;
        }

        Connect(seed);
        if (component.Count == 1 || (component.Count == 2 && corrections.IsEmpty))
        {
            heaps.Add((placed.Count, component.Count));
            placed.AddRange(component);
            return;
        }

        for (var i = 0; i < component.Count; i++)
        {
            component[i].Place = (parts, i);
        }

        foreach (var heap in linkage.Cluster(component.Count, Similarities()))
        {
            heaps.Add((placed.Count, heap.Count));
            heap.ForEach(i => placed.Add(component[i]));
        }
    }

    /// <summary>Finds the articles that likely pairs, or a user's word, connect with one.</summary>
    private void Connect(StoryNode seed)
    {
        parts++;
        component.Clear();
        Take(seed);
        for (var i = 0; i < component.Count; i++)
        {
            var node = component[i];
            foreach (var edge in node.Edges)
            {
                if (edge.Chance >= Threshold && !edge.IsLoose)
                {
                    Take(edge.Other(node));
                }
            }

            foreach (var (other, isOne) in corrections.Of(node.Sketch.Id))
            {
                if (isOne && byId.TryGetValue(other, out var said))
                {
                    Take(said);
                }
            }
        }

        component.Sort((l, r) => l.Number.CompareTo(r.Number));
    }

    private void Take(StoryNode node)
    {
        if (node.Place.Part != parts)
        {
            node.Place = (parts, 0);
            component.Add(node);
        }
    }

    private List<(int Left, int Right, double Similarity)> Similarities()
    {
        similarities.Clear();
        foreach (var node in component)
        {
            foreach (var edge in node.Edges)
            {
                if (edge.Later == node && edge.Chance > Negligible && edge.Earlier.Place.Part == parts && !edge.IsLoose)
                {
                    similarities.Add((edge.Earlier.Place.At, node.Place.At, edge.Chance));
                }
            }
        }

        foreach (var node in component)
        {
            foreach (var (id, isOne) in corrections.Of(node.Sketch.Id))
            {
                if (byId.TryGetValue(id, out var other) && other.Number < node.Number && other.Place.Part == parts)
                {
                    similarities.Add((other.Place.At, node.Place.At, isOne ? double.PositiveInfinity : double.NegativeInfinity));
                }
            }
        }

        return similarities;
    }

    /// <summary>Gives each heap the number of the story that most of its articles were in, if no other has more of that story.</summary>
    private void Number()
    {
        for (var i = 0; i < heaps.Count; i++)
        {
            Claim(i);
        }

        claims.Sort((l, r) => l.CompareTo(r));
        foreach (var (_, story, _, heap) in claims)
        {
            if (heaps[heap].Count > 0 && taken.Add(story))
            {
                Name(heap, story);
            }
        }

        for (var i = 0; i < heaps.Count; i++)
        {
            if (heaps[i].Count > 0)
            {
                Name(i, stories++);
            }
        }

        placed.Clear();
        heaps.Clear();
        claims.Clear();
        taken.Clear();
    }

    /// <summary>Notes which stories a heap's articles were in, and how many of them.</summary>
    private void Claim(int heap)
    {
        var nodes = CollectionsMarshal.AsSpan(placed).Slice(heaps[heap].First, heaps[heap].Count);
        had.Clear();
        foreach (var node in nodes)
        {
            had.Add(node.Story);
        }

        had.Sort();
        for (var (i, next) = (0, 0); i < had.Count; i = next)
        {
            while (next < had.Count && had[next] == had[i])
            {
                next++;
            }

            claims.Add((i - next, had[i], nodes[0].Number, heap));
        }
    }

    /// <summary>Gives a heap its number; nothing more is to be done with it.</summary>
    private void Name(int heap, int story)
    {
        foreach (var node in CollectionsMarshal.AsSpan(placed).Slice(heaps[heap].First, heaps[heap].Count))
        {
            node.Story = story;
        }

        heaps[heap] = default;
    }
}
