namespace Variorum.Lab.Training;

/// <summary>Joins classes two by two, each time the pair that costs the text the least likelihood, until one is left.</summary>
/// <remarks><b>Method.</b> Brown et al. (1992); the cost of every pair is kept and mended after each merger.</remarks>
internal sealed class Agglomeration
{
    private readonly int first;
    private readonly int count;
    private readonly int[] follows;
    private readonly int[] sizes;
    private readonly double[] costs;
    private readonly List<int> alive;

    /// <param name="follows">How often class follows class.</param>
    /// <param name="sizes">How often each class stands.</param>
    /// <param name="first">The classes before this one are never joined.</param>
    public Agglomeration(int[] follows, int[] sizes, int first)
    {
        (this.first, count) = (first, sizes.Length);
        (this.follows, this.sizes) = ([.. follows], [.. sizes]);
        costs = new double[count * count];
        alive = [.. Enumerable.Range(0, count)];
    }

    /// <summary>The path of each class from <c>first</c> on.</summary>
    public (uint Bits, int Length)[] Paths()
    {
        var mergers = Merge();
        var paths = new (uint Bits, int Length)[count];
        foreach (var (kept, joined) in Enumerable.Reverse(mergers))
        {
            var (bits, length) = paths[kept];
            paths[kept] = (bits << 1, length + 1);
            paths[joined] = ((bits << 1) | 1, length + 1);
        }

        return paths[first..];
    }

    private List<(int Kept, int Joined)> Merge()
    {
        foreach (var (left, right) in Pairs())
        {
            costs[(left * count) + right] = Cost(left, right);
        }

        var mergers = new List<(int, int)>();
        while (alive.Count > first + 1)
        {
            var (kept, joined) = Pairs().MinBy(pair => costs[(pair.Left * count) + pair.Right]);
            Forget(kept, joined);
            Join(kept, joined);
            Remember(kept);
            mergers.Add((kept, joined));
        }

        return mergers;
    }

    private IEnumerable<(int Left, int Right)> Pairs()
    {
        for (var i = first; i < alive.Count; i++)
        {
            for (var j = i + 1; j < alive.Count; j++)
            {
                yield return (alive[i], alive[j]);
            }
        }
    }

    private double Cost(int left, int right)
    {
        var cost = 2 * (Entropy.Of(sizes[left] + sizes[right]) - Entropy.Of(sizes[left]) - Entropy.Of(sizes[right]));
        foreach (var other in alive)
        {
            cost += other == left || other == right ? 0 : Share(left, right, other);
        }

        var (a, b, c, d) = (Count(left, left), Count(left, right), Count(right, left), Count(right, right));
        return cost - (Entropy.Of(a + b + c + d) - Entropy.Of(a) - Entropy.Of(b) - Entropy.Of(c) - Entropy.Of(d));
    }

    /// <summary>What a third class adds to a pair's cost.</summary>
    private double Share(int left, int right, int other) =>
        -Joint(Count(left, other), Count(right, other)) - Joint(Count(other, left), Count(other, right));

    private static double Joint(int one, int two) => one == 0 || two == 0 ? 0 : Entropy.Of(one + two) - Entropy.Of(one) - Entropy.Of(two);

    private int Count(int left, int right) => follows[(left * count) + right];

    private void Forget(int kept, int joined)
    {
        foreach (var (left, right) in Pairs())
        {
            if (left != kept && right != kept && left != joined && right != joined)
            {
                costs[(left * count) + right] -= Share(left, right, kept) + Share(left, right, joined);
            }
        }
    }

    private void Join(int kept, int joined)
    {
        alive.Remove(joined);
        sizes[kept] += sizes[joined];
        var inside = Count(kept, kept) + Count(kept, joined) + Count(joined, kept) + Count(joined, joined);
        foreach (var other in alive)
        {
            follows[(kept * count) + other] += Count(joined, other);
            follows[(other * count) + kept] += Count(other, joined);
        }

        follows[(kept * count) + kept] = inside;
    }

    private void Remember(int kept)
    {
        foreach (var (left, right) in Pairs())
        {
            costs[(left * count) + right] = left == kept || right == kept ? Cost(left, right) : costs[(left * count) + right] + Share(left, right, kept);
        }
    }
}
