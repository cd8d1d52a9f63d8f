namespace Variorum.Lab.Training;

/// <summary>Chance that falls the same way every time (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var bits = state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 up to, without, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Puts items into random order.</summary>
    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
