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
    private int metCount;

    /// <summary>How many were found.</summary>
    public int Count { get; private set; }

    /// <summary>Makes room for a window of so many articles. All it holds are to be put in anew.</summary>
    public void Grow(int most) => articles = new (int, int)[most];

    /// <summary>Notes the day of an article.</summary>
    public void Put(int number, int? day) => articles[number & (articles.Length - 1)] = (0, day ?? NoDay);

    /// <summary>Adds up what an article shares with each of the window.</summary>
    /// <param name="sketch">The article's; it is in hand until the next.</param>
    /// <param name="oldest">The first article of the window.</param>
    public void Meet(StorySketch sketch, int oldest)
    {
        Forget();
        postings.Seek(sketch);
        var mask = articles.Length - 1;
        for (var t = 0; t < postings.Count; t++)
        {
            int weight = postings.Weight(t);
            var found = postings.Read(t, oldest);
            if (metCount + found.Length > met.Length)
            {
                Array.Resize(ref met, Math.Max(met.Length * 2, metCount + found.Length));
            }

            foreach (var (other, otherWeight) in found)
            {
                ref var sum = ref articles[other & mask].Sum;
                met[metCount] = other;
                metCount += sum == 0 ? 1 : 0;
                sum += weight * otherWeight;
            }
        }
    }

    /// <summary>Ranks those met: the most alike first, those of the same days before others; the earlier of equals.</summary>
    public void Order(int? day)
    {
        Count = 0;
        var mask = articles.Length - 1;
        var (own, factors) = (day ?? 0, day is null ? Even : Ranks);
        var (least, floor) = (long.MinValue, 0f);
        foreach (var number in met.AsSpan(0, metCount))
        {
            var (sum, other) = articles[number & mask];
            if (sum < floor)
            {
                // No day makes a rank greater than what is shared.
                continue;
            }

            var gap = other == NoDay ? 0 : (int)Math.Min(Math.Abs((long)own - other), Far);
            // Bits of positive numbers stand in their order.
            var rank = ((long)BitConverter.SingleToInt32Bits(sum * factors[gap]) << 32) | (uint)~number;
            if (rank > least)
            {
                Insert(rank);
                (least, floor) = Count == Ordered ? (ranked[Ordered - 1], Rank(Ordered - 1)) : (least, floor);
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

    private void Forget()
    {
        foreach (var number in met.AsSpan(0, metCount))
        {
            articles[number & (articles.Length - 1)].Sum = 0;
        }

        metCount = 0;
    }
}
