namespace Variorum.Linking;

/// <summary>Which nodes are one thing so far.</summary>
internal sealed class Links
{
    private readonly int[] _up;

    public Links(IReadOnlyList<LinkNode> nodes)
    {
        Nodes = nodes;
        _up = [.. Enumerable.Range(0, nodes.Count)];
    }

    public IReadOnlyList<LinkNode> Nodes { get; }

    public int Root(int node)
    {
        while (_up[node] != node)
        {
            node = _up[node] = _up[_up[node]];
        }

        return node;
    }

    /// <summary>The lower number leads.</summary>
    public void Join(int left, int right)
    {
        var (a, b) = (Root(left), Root(right));
        _up[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>Joins all nodes that have a key in common.</summary>
    public void JoinBy(Func<LinkNode, IEnumerable<string?>> keys)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Nodes.Count; i++)
        {
            foreach (var key in keys(Nodes[i]).OfType<string>())
            {
                if (!first.TryAdd(key, i))
                {
                    Join(first[key], i);
                }
            }
        }
    }

    /// <summary>Joins each node to the one thing among its candidates; a node with several candidates is left alone.</summary>
    /// <param name="which">The nodes to join.</param>
    /// <param name="candidates">The nodes it may be.</param>
    public void JoinUnique(Func<LinkNode, bool> which, Func<LinkNode, IEnumerable<int>> candidates)
    {
        var joins = new List<(int From, int To)>();
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (!which(Nodes[i]))
            {
                continue;
            }

            var roots = candidates(Nodes[i]).Select(Root).Where(root => root != Root(i)).Distinct().Take(2).ToList();
            if (roots.Count == 1)
            {
                joins.Add((i, roots[0]));
            }
        }

        foreach (var (from, to) in joins)
        {
            Join(from, to);
        }
    }

    /// <summary>The numbers of the nodes that fit, by each of their keys.</summary>
    public ILookup<string, int> Index(Func<LinkNode, bool> which, Func<LinkNode, IEnumerable<string>> keys) =>
        Enumerable.Range(0, Nodes.Count).Where(i => which(Nodes[i])).SelectMany(i => keys(Nodes[i]).Select(key => (key, i))).ToLookup(pair => pair.key, pair => pair.i, StringComparer.Ordinal);
}
