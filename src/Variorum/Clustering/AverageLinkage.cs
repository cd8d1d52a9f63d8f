namespace Variorum.Clustering;

/// <summary>Joins the two most similar heaps again and again while their mean similarity stands above a threshold.</summary>
/// <remarks>
/// <para><b>Method.</b> Agglomerative clustering with average linkage (UPGMA; Sokal and Michener, 1958) over a sparse
/// graph: a pair without an edge has similarity 0. An infinite similarity joins two nodes whatever else is known; a
/// negative infinite one keeps them apart, and wins.</para>
/// <para><b>Order.</b> Of equal similarities the heaps with the lowest members go first.</para>
/// <para><b>Cost.</b> Grows with the edges, not with the square of the nodes.</para>
/// </remarks>
internal sealed class AverageLinkage
{
    private readonly double threshold;
    private readonly List<Dictionary<int, double>> sums = [];
    private readonly List<List<int>?> members = [];
    private readonly PriorityQueue<(int Left, int Right), (double, int, int)> queue = new();

    private AverageLinkage(int nodes, double threshold)
    {
        this.threshold = threshold;
        for (var i = 0; i < nodes; i++)
        {
            sums.Add([]);
            members.Add([i]);
        }
    }

    /// <param name="nodes">How many there are.</param>
    /// <param name="edges">Similarities of pairs; those of a pair given twice are added up.</param>
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

    /// <summary>Adds to the similarities between the members of two heaps.</summary>
    private void Connect(int left, int right, double similarity)
    {
        var sum = sums[left].GetValueOrDefault(right) + similarity;
        // What must be joined and must not: it is not.
        sum = double.IsNaN(sum) ? double.NegativeInfinity : sum;
        sums[left][right] = sum;
        sums[right][left] = sum;
        if (Mean(left, right) is var mean && mean >= threshold)
        {
            var (l, r) = (members[left]![0], members[right]![0]);
            queue.Enqueue((left, right), (-mean, Math.Min(l, r), Math.Max(l, r)));
        }
    }

    private double Mean(int left, int right) => sums[left].GetValueOrDefault(right) / ((double)members[left]!.Count * members[right]!.Count);

    private void Run()
    {
        while (queue.TryDequeue(out var pair, out var rank))
        {
            // An edge given in parts stands in the queue more than once; only its last mean counts.
            if (members[pair.Left] is not null && members[pair.Right] is not null && Mean(pair.Left, pair.Right) == -rank.Item1)
            {
                Join(pair.Left, pair.Right);
            }
        }
    }

    private void Join(int left, int right)
    {
        var joined = members.Count;
        members.Add([.. members[left]!.Concat(members[right]!).Order()]);
        sums.Add([]);
        (members[left], members[right]) = (null, null);
        foreach (var heap in new[] { left, right })
        {
            foreach (var (other, sum) in sums[heap].Where(s => members[s.Key] is not null))
            {
                sums[other].Remove(heap);
                Connect(joined, other, sum);
            }

            sums[heap].Clear();
        }
    }
}
