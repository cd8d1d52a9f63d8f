using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Variorum.Clustering;

/// <summary>Finds which articles of the window one is to be compared with: those that share its rare words, of the same days before others.</summary>
internal sealed class CandidateFinder
{
    /// <summary>Most earlier articles that one is compared with closely.</summary>
    public const int Most = Ordered + Kept;

    private const int Ordered = 30;

    /// <summary>So many of the most alike stay whatever their days are, where the article's own day was guessed.</summary>
    private const int Kept = 15;

    /// <summary>An article without a day.</summary>
    public const int NoDay = int.MinValue;

    /// <summary>Articles of a day apart come before those of weeks apart that share as much: how many days halve the rank, about.</summary>
    private const float Decay = 2;

    private const float FarRank = 0.1f;
    private const int Far = 40;

    /// <summary>By what the rank of an article so many days away is multiplied.</summary>
    private static readonly float[] Ranks = [.. Enumerable.Range(0, Far).Select(gap => FarRank + ((1 - FarRank) * MathF.Exp(-Math.Max(0, gap - 2) / Decay))), FarRank];

    /// <summary>The same for an article of unknown day.</summary>
    private static readonly float[] Even = [.. Enumerable.Repeat(1f, Ranks.Length)];

    private readonly TermPostings postings = new();
    private readonly long[] ranked = new long[Most];
    private (int Sum, int Day)[] articles = new (int, int)[1024];
    private int[] met = new int[1024];
    private float[] shared = [];
    private int[] days = [];
    private float[] weighed = [];
    private int metCount;
    private int first;

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    /// <summary>Makes room for a window of so many articles. All it holds are to be put in anew.</summary>
    public void Grow(int most) => articles = new (int, int)[most];

    /// <summary>Notes the day of an article.</summary>
    public void Put(int number, int? day) => articles[number & (articles.Length - 1)].Day = day ?? NoDay;

    /// <summary>Adds up what an article shares with each of the window.</summary>
    /// <param name="sketch">The article's; it is in hand until the next.</param>
    /// <param name="oldest">The first article of the window.</param>
    public void Meet(StorySketch sketch, int oldest)
    {
        (first, metCount) = (oldest, 0);
        postings.Seek(sketch);
        for (var t = 0; t < postings.Count; t++)
        {
            var found = postings.Read(t, oldest);
            if (metCount + found.Length > met.Length)
            {
                Array.Resize(ref met, Math.Max(met.Length * 2, metCount + found.Length));
            }

            AddUp(found, postings.Weight(t));
        }

        Gather();
    }

    /// <summary>Ranks those met: the most alike first, those of the same days before others; the earlier of equals.</summary>
    public void Order(int? day)
    {
        Count = 0;
        Weigh(day);
        var (least, floor) = (long.MinValue, Vector256<float>.Zero);
        for (var at = 0; at < metCount; at += Vector256<float>.Count)
        {
            var high = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref weighed[at]), floor).ExtractMostSignificantBits();
            for (; high != 0; high &= high - 1)
            {
                var i = at + BitOperations.TrailingZeroCount(high);
                var number = first + ((met[i] - first) & (articles.Length - 1));
                // Bits of positive numbers stand in their order.
                var rank = ((long)BitConverter.SingleToInt32Bits(weighed[i]) << 32) | (uint)~number;
                if (rank > least)
                {
                    Insert(rank);
                    (least, floor) = Count == Ordered ? (ranked[Ordered - 1], Vector256.Create(Rank(Ordered - 1))) : (least, floor);
                }
            }
        }
    }

    /// <summary>Ranks anew those met by a guessed day.</summary>
    public void Reorder(int? day)
    {
        long[] kept = [.. ranked.AsSpan(0, Math.Min(Count, Kept))];
        Order(day);
        foreach (var rank in kept)
        {
            if (!Has(~(int)rank))
            {
                ranked[Count++] = rank;
            }
        }
    }

    /// <summary>One of those found.</summary>
    public int Number(int place) => ~(int)ranked[place];

    /// <summary>How far it is alike.</summary>
    public float Rank(int place) => BitConverter.Int32BitsToSingle((int)(ranked[place] >> 32));

    /// <summary>Takes the article in hand into the window.</summary>
    public void Add(int number, int oldest) => postings.Add(number, oldest);

    /// <summary>Takes an article into the window that is to meet nobody.</summary>
    public void Add(StorySketch sketch, int number, int oldest)
    {
        postings.Seek(sketch);
        postings.Add(number, oldest);
    }

    /// <summary>Lets go of the words that no article of the window holds.</summary>
    public void Sweep(int oldest) => postings.Sweep(oldest);

    private bool Has(int number)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Number(i) == number)
            {
                return true;
            }
        }

        return false;
    }

    private void Insert(long rank)
    {
        var at = Math.Min(Count, Ordered - 1);
        Count = at + 1;
        while (at > 0 && ranked[at - 1] < rank)
        {
            ranked[at] = ranked[at - 1];
            at--;
        }

        ranked[at] = rank;
    }

    /// <summary>Adds up what a term gives each of its articles.</summary>
    /// <remarks>Places are of the table by their mask and there is room for all met, so that nothing is checked: the loop is most of a search.</remarks>
    private void AddUp(ReadOnlySpan<TermPostings.Posting> found, int weight)
    {
        var mask = articles.Length - 1;
        ref var table = ref MemoryMarshal.GetArrayDataReference(articles);
        ref var list = ref MemoryMarshal.GetArrayDataReference(met);
        var count = metCount;
        foreach (var posting in found)
        {
            var place = posting.Article & mask;
            ref var sum = ref Unsafe.Add(ref table, place).Sum;
            Unsafe.Add(ref list, count) = place;
            count += sum == 0 ? 1 : 0;
            sum += weight * posting.Weight;
        }

        metCount = count;
    }

    /// <summary>Takes the sums out of the table, which is empty again.</summary>
    private void Gather()
    {
        if (shared.Length < metCount + Vector256<float>.Count)
        {
            shared = new float[met.Length + Vector256<float>.Count];
            days = new int[shared.Length];
            weighed = new float[shared.Length];
        }

        for (var i = 0; i < metCount; i++)
        {
            ref var article = ref articles[met[i]];
            (shared[i], days[i], article.Sum) = (article.Sum, article.Day, 0);
        }
    }

    /// <summary>Weighs what is shared by how many days lie between; after the last there is nothing.</summary>
    private void Weigh(int? day)
    {
        var (own, factors) = (day ?? 0, day is null ? Even : Ranks);
        for (var i = 0; i < metCount; i++)
        {
            var gap = days[i] == NoDay ? 0 : (int)Math.Min(Math.Abs((long)own - days[i]), Far);
            weighed[i] = shared[i] * factors[gap];
        }

        weighed.AsSpan(metCount, Vector256<float>.Count).Fill(-1);
    }
}
