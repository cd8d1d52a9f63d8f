namespace Variorum.Clustering;

/// <summary>How many dated articles of the window are of which day.</summary>
/// <remarks><b>Method.</b> A tree of partial sums (Fenwick, 1994) over a ring of days: those of which one is centuries after
/// another may share a place.</remarks>
internal sealed class DayCounts
{
    private const int Days = 1 << 16;

    private readonly int[] sums = new int[Days + 1];
    private int all;

    /// <summary>Counts an article in, or out with -1.</summary>
    public void Add(int day, int count)
    {
        all += count;
        for (var at = Place(day); at <= Days; at += at & -at)
        {
            sums[at] += count;
        }
    }

    /// <summary>How many articles are of days between two, both left out.</summary>
    public int Between(int left, int right)
    {
        var (low, high) = (Math.Min(left, right), Math.Max(left, right));
        return ((long)high - low) switch
        {
            < 2 => 0,
            >= Days => all,
            _ => Until(Place(high) - 1) - Until(Place(low)) + (Place(high) < Place(low) ? all : 0),
        };
    }

    private static int Place(int day) => (int)((uint)day % Days) + 1;

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
