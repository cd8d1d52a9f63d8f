namespace Variorum.Clustering;

/// <summary>How many dated articles of the window are of which day.</summary>
/// <remarks><b>Method.</b> A tree of partial sums (Fenwick, 1994). Days before its first or after its last count as that one.</remarks>
internal sealed class DayCounts
{
    private const int First = 719_162;
    private const int Days = 1 << 16;

    private readonly int[] sums = new int[Days + 1];

    /// <summary>Counts an article in, or out with -1.</summary>
    public void Add(int day, int count)
    {
        for (var at = Place(day); at <= Days; at += at & -at)
        {
            sums[at] += count;
        }
    }

    /// <summary>How many articles are of days between two, both left out.</summary>
    public int Between(int left, int right)
    {
        var (from, to) = (Place(Math.Min(left, right)), Place(Math.Max(left, right)) - 1);
        return to > from ? Until(to) - Until(from) : 0;
    }

    private static int Place(int day) => Math.Clamp(day - First, 0, Days - 1) + 1;

    private int Until(int place)
    {
        var sum = 0;
        for (var at = place; at > 0; at -= at & -at)
        {
            sum += sums[at];
        }

        return sum;
    }
}
