using System.Numerics;

namespace Variorum.Tracing;

/// <summary>Which of the last articles hold a mark.</summary>
/// <remarks><b>Method.</b> Chains through a ring of entries, as in Lempel-Ziv compressors: what the ring has written over ends a
/// chain. <b>Cost.</b> Memory is bounded by the window and taken at once; a mark is looked up in a few of the newest
/// entries, since what very many articles share is an outlet's furniture.</remarks>
internal sealed class FingerprintIndex
{
    /// <summary>What a mark counts that few articles hold.</summary>
    public const int Rare = 4;

    /// <summary>Most entries of a chain that are looked at.</summary>
    private const int Reach = 48;

    /// <summary>What one counts that some hold, and that many do, as phrases of a subject.</summary>
    private const int Some = 2;
    private const int Common = 1;

    private const int MostOfRare = 3;
    private const int MostOfSome = 8;

    private readonly int[] heads;
    private readonly Entry[] ring;
    private readonly int[] counts;
    private readonly int[] askedBy;
    private readonly List<int> met = [];
    private readonly int[] holders = new int[Reach];
    private readonly int window;
    private int written;

    /// <param name="window">How many articles back it looks.</param>
    /// <param name="marksPerArticle">For how many marks of each there is room.</param>
    public FingerprintIndex(int window, int marksPerArticle)
    {
        this.window = window;
        var room = (int)Math.Min(1 << 27, BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, (long)window * marksPerArticle)));
        (ring, heads) = (new Entry[room], new int[room]);
        (counts, askedBy) = (new int[window], new int[window]);
        Array.Fill(heads, -1);
        Array.Fill(askedBy, -1);
    }

    /// <summary>The earlier articles within the window that share marks worth at least <paramref name="least"/>, most first, then the newest.</summary>
    /// <param name="article">Its number; ascending from call to call.</param>
    /// <param name="marks">Its marks.</param>
    /// <param name="least">As many rare marks as this, or more of others.</param>
    /// <param name="most">How many articles at most.</param>
    public IEnumerable<int> Meet(int article, List<uint> marks, int least, int most)
    {
        met.Clear();
        foreach (var mark in marks)
        {
            Look(article, mark);
        }

        met.RemoveAll(other => counts[other % window] < least * Rare);
        met.Sort((x, y) => counts[x % window] != counts[y % window] ? counts[y % window].CompareTo(counts[x % window]) : y.CompareTo(x));
        return met.Take(most);
    }

    /// <summary>What the marks are worth that an article which was met shares with the one that asked last; a rare one counts <see cref="Rare"/>.</summary>
    public int Worth(int other) => counts[other % window];

    /// <summary>Takes an article in.</summary>
    public void Add(int article, List<uint> marks)
    {
        foreach (var mark in marks)
        {
            ref var head = ref heads[(int)(mark & (uint)(heads.Length - 1))];
            ring[written & (ring.Length - 1)] = new Entry(mark, article, head);
            head = written++ & int.MaxValue;
        }
    }

    private void Look(int article, uint mark)
    {
        var (steps, found) = (0, 0);
        for (var at = heads[(int)(mark & (uint)(heads.Length - 1))]; at >= 0 && written - at <= ring.Length && steps < Reach; steps++)
        {
            var entry = ring[at & (ring.Length - 1)];
            if (entry.Mark == mark && article - entry.Article < window)
            {
                holders[found++] = entry.Article;
            }

            at = entry.Next < at ? entry.Next : -1;
        }

        var worth = found <= MostOfRare ? Rare : found <= MostOfSome ? Some : Common;
        for (var i = 0; i < found; i++)
        {
            Count(article, holders[i], worth);
        }
    }

    /// <summary>A count belongs to the article that asked last: it is begun anew for each.</summary>
    private void Count(int article, int other, int worth)
    {
        ref var asked = ref askedBy[other % window];
        if (asked != article)
        {
            (asked, counts[other % window]) = (article, 0);
            met.Add(other);
        }

        counts[other % window] += worth;
    }

    private readonly record struct Entry(uint Mark, int Article, int Next);
}
