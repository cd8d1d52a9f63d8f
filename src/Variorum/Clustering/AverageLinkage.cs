namespace Variorum.Clustering;

/// <summary>Joins the two most similar heaps again and again while their mean similarity stands above a threshold.</summary>
/// <remarks>
/// <para><b>Method.</b> Agglomerative clustering with average linkage (UPGMA; Sokal and Michener, 1958) over a sparse
/// graph: a pair without an edge has similarity 0. An infinite similarity joins two nodes whatever else is known; a
/// negative infinite one keeps them apart, and wins.</para>
/// <para><b>Order.</b> Of equal similarities the heaps with the lowest members go first.</para>
/// <para><b>Cost.</b> Grows with the edges, not with the square of the nodes.</para>
/// </remarks>
internal sealed class AverageLinkage(double threshold)
{
    private readonly List<Dictionary<int, double>> sums = [];
    private readonly List<List<int>> members = [];
    private readonly PriorityQueue<(int Left, int Right), (double, int, int)> queue = new();
    private readonly List<List<int>> heaps = [];
    private int[] first = new int[16];

    /// <summary>Joins what is similar enough. One instance serves again and again.</summary>
    /// <param name="nodes">How many there are.</param>
    /// <param name="edges">Similarities of pairs; those of a pair given twice are added up.</param>
    /// <returns>Heaps of node indices, ascending; ordered by their first. Good until the next call.</returns>
    public List<List<int>> Cluster(int nodes, List<(int Left, int Right, double Similarity)> edges)
    {
        Begin(nodes);
        foreach (var (left, right, similarity) in edges)
        {
            Connect(left, right, similarity);
        }

        Run();
        foreach (var heap in members.Take(nodes).Where(heap => heap.Count > 0))
        {
            heap.Sort();
            heaps.Add(heap);
        }

        heaps.Sort((l, r) => l[0].CompareTo(r[0]));
        return heaps;
    }

    private void Begin(int nodes)
    {
        while (sums.Count < nodes)
        {
            sums.Add([]);
            members.Add([]);
        }

        if (first.Length < nodes)
        {
            first = new int[Math.Max(nodes, first.Length * 2)];
        }

        for (var i = 0; i < nodes; i++)
        {
            sums[i].Clear();
            members[i].Clear();
            members[i].Add(i);
            first[i] = i;
        }

        queue.Clear();
        heaps.Clear();
    }

    /// <summary>Adds to the similarities between the members of two heaps.</summary>
    private void Connect(int left, int right, double similarity)
    {
        var sum = sums[left].GetValueOrDefault(right) + similarity;
        // What must be joined and must not: it is not.
        sum = double.IsNaN(sum) ? double.NegativeInfinity : sum;
        sums[left][right] = sum;
        sums[right][left] = sum;
        Offer(left, right, sum);
    }

    private void Offer(int left, int right, double sum)
    {
        if (Rank(left, right, sum) is var rank && -rank.Mean >= threshold)
        {
            queue.Enqueue((left, right), rank);
        }
    }

    private (double Mean, int, int) Rank(int left, int right, double sum) =>
        (-sum / ((double)members[left].Count * members[right].Count), Math.Min(first[left], first[right]), Math.Max(first[left], first[right]));

    private void Run()
    {
        while (queue.TryDequeue(out var pair, out var rank))
        {
            // A pair stands in the queue once for each rank it has had; only the last counts.
            if (members[pair.Left].Count > 0 && members[pair.Right].Count > 0 && Rank(pair.Left, pair.Right, sums[pair.Left].GetValueOrDefault(pair.Right)) == rank)
            {
                var isLeftGreater = sums[pair.Left].Count >= sums[pair.Right].Count;
                Join(isLeftGreater ? pair.Left : pair.Right, isLeftGreater ? pair.Right : pair.Left);
            }
        }
    }

    private void Join(int kept, int joined)
    {
        members[kept].AddRange(members[joined]);
        first[kept] = Math.Min(first[kept], first[joined]);
        members[joined].Clear();
        sums[kept].Remove(joined);
        sums[joined].Remove(kept);
        foreach (var (other, sum) in sums[joined])
        {
            sums[other].Remove(joined);
            var both = sums[kept].GetValueOrDefault(other) + sum;
            both = double.IsNaN(both) ? double.NegativeInfinity : both;
            sums[kept][other] = both;
            sums[other][kept] = both;
        }

        sums[joined].Clear();
        foreach (var (other, sum) in sums[kept])
        {
            Offer(kept, other, sum);
        }
    }
}
