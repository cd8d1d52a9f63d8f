namespace Variorum.Clustering;

/// <summary>How many dated articles of the window are of which day.</summary>
/// <remarks><b>Method.</b> Sums of blocks of days and sums within a block, over a ring of days: those of which one is centuries
/// after another may share a place. Many more are asked for than are counted in.</remarks>
internal sealed class DayCounts
{
    private const int Block = 1 << 8;
    private const int Days = Block * Block;

    private readonly int[] within = new int[Days];
    private readonly int[] blocks = new int[Block];
    private int all;

    /// <summary>Counts an article in, or out with -1.</summary>
    public void Add(int day, int count)
    {
        all += count;
        var (block, place) = int.DivRem(Place(day), Block);
        foreach (ref var sum in within.AsSpan((block * Block) + place, Block - place))
        {
            sum += count;
        }

        foreach (ref var sum in blocks.AsSpan(block + 1))
        {
            sum += count;
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
            _ => Until(Place(high - 1)) - Until(Place(low)) + (Place(high - 1) < Place(low) ? all : 0),
        };
    }

    private static int Place(int day) => (int)((uint)day % Days);

    /// <summary>How many articles are of a place or one before.</summary>
    private int Until(int place) => within[place] + blocks[place / Block];
}
