namespace Variorum.Clustering;

/// <summary>Joins the two most similar heaps again and again while their mean similarity stands above a threshold.</summary>
/// <remarks>
/// <para><b>Method.</b> Agglomerative clustering with average linkage (UPGMA; Sokal and Michener, 1958) over a sparse
/// graph: a pair without an edge has similarity 0.</para>
/// <para><b>Order.</b> Of equal similarities the heaps with the lowest members go first.</para>
/// <para><b>Cost.</b> Grows with the edges, not with the square of the nodes.</para>
/// </remarks>
internal sealed class AverageLinkage
{
    private readonly double threshold;
    private readonly List<SortedDictionary<int, double>> neighbours = [];
    private readonly List<List<int>?> members = [];
    private readonly PriorityQueue<(int Left, int Right), (double, int, int)> queue = new();

    private AverageLinkage(int nodes, double threshold)
    {
        this.threshold = threshold;
        for (var i = 0; i < nodes; i++)
        {
            neighbours.Add([]);
            members.Add([i]);
        }
    }

    /// <param name="nodes">How many there are.</param>
    /// <param name="edges">Similarities of pairs, each once.</param>
    /// <param name="threshold">Least mean similarity of two heaps that are joined.</param>
    /// <returns>Heaps of node indices, ascending; ordered by their first.</returns>
    public static IEnumerable<List<int>> Cluster(int nodes, IEnumerable<(int Left, int Right, double Similarity)> edges, double threshold)
    {
        var linkage = new AverageLinkage(nodes, threshold);
        foreach (var (left, right, similarity) in edges)
        {
            linkage.Connect(left, right, similarity);
        }

        linkage.Run();
        return linkage.members.OfType<List<int>>().OrderBy(m => m[0]);
    }

    private void Connect(int left, int right, double similarity)
    {
        neighbours[left][right] = similarity;
        neighbours[right][left] = similarity;
        if (similarity >= threshold)
        {
            queue.Enqueue((left, right), (-similarity, Math.Min(members[left]![0], members[right]![0]), Math.Max(members[left]![0], members[right]![0])));
        }
    }

    private void Run()
    {
        while (queue.TryDequeue(out var pair, out _))
        {
            if (members[pair.Left] is { } left && members[pair.Right] is { } right)
            {
                Join(pair, left, right);
            }
        }
    }

    private void Join((int Left, int Right) pair, List<int> left, List<int> right)
    {
        var joined = members.Count;
        members.Add([.. left.Concat(right).Order()]);
        neighbours.Add([]);
        members[pair.Left] = null;
        members[pair.Right] = null;
        foreach (var other in neighbours[pair.Left].Keys.Union(neighbours[pair.Right].Keys).Order().ToList())
        {
            if (members[other] is null)
            {
                continue;
            }

            var mean = ((neighbours[pair.Left].GetValueOrDefault(other) * left.Count) + (neighbours[pair.Right].GetValueOrDefault(other) * right.Count))
                / (left.Count + right.Count);
            neighbours[other].Remove(pair.Left);
            neighbours[other].Remove(pair.Right);
            Connect(joined, other, mean);
        }

        neighbours[pair.Left].Clear();
        neighbours[pair.Right].Clear();
    }
}
