namespace Variorum.Lab.Training;

/// <summary>Makes one tree of several parsers' trees of one sentence: of all trees without crossing arcs the one with most votes.</summary>
/// <remarks><b>Method.</b> Reparsing (Sagae and Lavie, 2006) with Eisner's algorithm (1996).</remarks>
internal sealed class TreeVote
{
    /// <summary>The work grows with the cube of a sentence's length.</summary>
    public const int Longest = 60;

    private const int Size = Longest + 2;
    private const int Never = int.MinValue / 4;

    private readonly int[,] votes = new int[Size, Size];

    /// <summary>Best score of a span from its head at one end: open ones lack children beyond, closed ones are whole.</summary>
    private readonly int[,] openLeft = new int[Size, Size];
    private readonly int[,] openRight = new int[Size, Size];
    private readonly int[,] closedLeft = new int[Size, Size];
    private readonly int[,] closedRight = new int[Size, Size];
    private readonly int[,] openSplit = new int[Size, Size];
    private readonly int[,] leftSplit = new int[Size, Size];
    private readonly int[,] rightSplit = new int[Size, Size];

    /// <summary>Votes on one sentence.</summary>
    /// <param name="trees">Heads of each tree, from 1; the root's is one more than there are words.</param>
    /// <param name="count">How many words.</param>
    /// <returns>Heads in the same form, and the share of all votes that they got.</returns>
    public (int[] Heads, double Share) Choose(IReadOnlyList<int[]> trees, int count)
    {
        Array.Clear(votes);
        foreach (var tree in trees)
        {
            for (var child = 1; child <= count; child++)
            {
                votes[tree[child] > count ? 0 : tree[child], child]++;
            }
        }

        Fill(count);
        var heads = new int[count + 2];
        var root = BestRoot(count);
        heads[root] = count + 1;
        Left(1, root, heads);
        Right(root, count, heads);
        var sum = 0;
        for (var child = 1; child <= count; child++)
        {
            sum += votes[heads[child] > count ? 0 : heads[child], child];
        }

        return (heads, (double)sum / (count * trees.Count));
    }

    private void Fill(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            (closedLeft[i, i], closedRight[i, i]) = (0, 0);
        }

        for (var width = 1; width < count; width++)
        {
            for (var from = 1; from + width <= count; from++)
            {
                Fill(from, from + width);
            }
        }
    }

    private void Fill(int from, int to)
    {
        var (best, split) = (Never, from);
        for (var at = from; at < to; at++)
        {
            var score = closedRight[from, at] + closedLeft[at + 1, to];
            (best, split) = score > best ? (score, at) : (best, split);
        }

        openSplit[from, to] = split;
        openLeft[from, to] = best + votes[to, from];
        openRight[from, to] = best + votes[from, to];
        (closedLeft[from, to], leftSplit[from, to]) = (Never, from);
        (closedRight[from, to], rightSplit[from, to]) = (Never, to);
        for (var at = from; at < to; at++)
        {
            var score = closedLeft[from, at] + openLeft[at, to];
            if (score > closedLeft[from, to])
            {
                (closedLeft[from, to], leftSplit[from, to]) = (score, at);
            }
        }

        for (var at = from + 1; at <= to; at++)
        {
            var score = openRight[from, at] + closedRight[at, to];
            if (score > closedRight[from, to])
            {
                (closedRight[from, to], rightSplit[from, to]) = (score, at);
            }
        }
    }

    private int BestRoot(int count)
    {
        var (best, root) = (Never, 1);
        for (var at = 1; at <= count; at++)
        {
            var score = closedLeft[1, at] + closedRight[at, count] + votes[0, at];
            (best, root) = score > best ? (score, at) : (best, root);
        }

        return root;
    }

    /// <summary>Takes down the arcs of the whole span whose head is its last word.</summary>
    private void Left(int from, int to, int[] heads)
    {
        if (from < to)
        {
            var at = leftSplit[from, to];
            Left(from, at, heads);
            heads[at] = to;
            Open(at, to, heads);
        }
    }

    /// <summary>Takes down the arcs of the whole span whose head is its first word.</summary>
    private void Right(int from, int to, int[] heads)
    {
        if (from < to)
        {
            var at = rightSplit[from, to];
            heads[at] = from;
            Open(from, at, heads);
            Right(at, to, heads);
        }
    }

    private void Open(int from, int to, int[] heads)
    {
        var at = openSplit[from, to];
        Right(from, at, heads);
        Left(at + 1, to, heads);
    }
}
