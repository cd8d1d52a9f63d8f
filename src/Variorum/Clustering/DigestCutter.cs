using System.Runtime.InteropServices;
using Variorum.Learning;

namespace Variorum.Clustering;

/// <summary>Cuts a digest (a roundup, a live blog of several matters) into the parts that have nothing to do with each other; an ordinary article stays whole.</summary>
/// <remarks>
/// <para><b>Method.</b> A text is cut between paragraphs where the fewest of its words, weighed by rarity, stand on both sides
/// (lexical cohesion, after Hearst, 1997), and each side again, as long as almost none do. It is a digest where several such
/// parts remain, none of them is most of the text, and they are far from each other in meaning too: the parts of a long
/// article on one matter use other words, but words of one kind.</para>
/// <para><b>Cost.</b> Linear in the text: a text is cut into <see cref="MostParts"/> at most.</para>
/// </remarks>
internal sealed class DigestCutter(WordTable words)
{
    /// <summary>Words less rare stand everywhere.</summary>
    private const float LeastRarity = 2;

    /// <summary>A cut is made where the words of the lighter side weigh so much, and no more than a share of them stand on the other side too.</summary>
    private const float LeastSide = 60;

    private const float MostShared = 0.08f;

    /// <summary>The same in what is known to be a digest.</summary>
    private const float LeastItem = 25;

    private const float MostSharedItem = 0.1f;

    /// <summary>A part with more of the words than this is the article.</summary>
    private const float GreatestPart = 0.7f;

    /// <summary>Parts whose words are nearer on average are on one matter: three of four digests are farther, and one of eight ordinary articles that were cut.</summary>
    private const float Nearest = 0.65f;

    private const int MostParts = 40;
    private const int MostSlots = 1 << 13;
    private const int Unseen = -1;

    private readonly float unknown = words.Idf("");
    private readonly List<(int Slot, uint Term)> trail = [];
    private readonly List<int> ends = [];
    private readonly Stack<(int First, int End)> open = new();
    private readonly List<(int First, int End)> parts = [];
    private readonly List<int> seen = [];
    private readonly float[] rarities = new float[MostSlots];
    private readonly (int First, int Last)[] places = [.. Enumerable.Repeat((Unseen, 0), MostSlots)];
    private float[] opened = [];
    private float[] closed = [];
    private List<TextSpan> paragraphs = [];

    /// <summary>Begins an article.</summary>
    /// <param name="article">Its paragraphs.</param>
    public void Begin(List<TextSpan> article)
    {
        paragraphs = article;
        trail.Clear();
        ends.Clear();
    }

    /// <summary>Takes note of a word.</summary>
    /// <param name="start">Where it stands; words come in order.</param>
    /// <param name="slot">Its number in the article, below 8,192.</param>
    /// <param name="term">Its key in the table of words.</param>
    /// <param name="rarity">How rare it is.</param>
    /// <param name="isName">Whether it is a name: other words that the table does not know are mostly odd forms of common ones.</param>
    public void Note(int start, int slot, uint term, float rarity, bool isName)
    {
        Close(start);
        if (rarity >= LeastRarity && (isName || rarity < unknown))
        {
            trail.Add((slot, term));
            rarities[slot] = rarity;
        }
    }

    /// <summary>The parts of a digest, in order; none of an ordinary article.</summary>
    public List<TextSpan> Cut()
    {
        Close(int.MaxValue);
        if (!Split(LeastSide, MostShared) || Nearness() >= Nearest)
        {
            return [];
        }

        Split(LeastItem, MostSharedItem);
        return parts.ConvertAll(part => new TextSpan(paragraphs[part.First].Start, paragraphs[part.End - 1].End));
    }

    /// <summary>Cuts where the words of both sides weigh so much at least and share so little; tells whether that leaves several parts of some size.</summary>
    private bool Split(float leastSide, float mostShared)
    {
        parts.Clear();
        open.Clear();
        open.Push((0, paragraphs.Count));
        var (whole, most) = (0f, 0f);
        while (open.TryPop(out var range))
        {
            var (weight, gap) = Weakest(range.First, range.End, leastSide, mostShared);
            if (gap > 0 && open.Count + parts.Count < MostParts)
            {
                open.Push((gap, range.End));
                open.Push((range.First, gap));
                continue;
            }

            parts.Add(range);
            whole += weight;
            most = Math.Max(most, weight);
        }

        return parts.Count > 1 && most <= GreatestPart * whole;
    }

    /// <summary>Ends the paragraphs before a place.</summary>
    private void Close(int start)
    {
        while (ends.Count < paragraphs.Count && paragraphs[ends.Count].End <= start)
        {
            ends.Add(trail.Count);
        }
    }

    /// <summary>The weight of all words of some paragraphs, and the first paragraph after the gap that the fewest words span; 0 where too many do.</summary>
    private (float Weight, int Gap) Weakest(int first, int end, float leastSide, float mostShared)
    {
        Count(first, end);
        var whole = 0f;
        foreach (var slot in seen)
        {
            whole += rarities[slot];
        }

        var (least, gap, begun, done) = (mostShared, 0, 0f, 0f);
        for (var p = first; p + 1 < end; p++)
        {
            begun += opened[p];
            done += closed[p];
            var lesser = Math.Min(begun, whole - done);
            if (lesser >= leastSide && begun - done < least * lesser)
            {
                (least, gap) = ((begun - done) / lesser, p + 1);
            }
        }

        return (whole, gap);
    }

    /// <summary>Finds where the words of some paragraphs are met first and last.</summary>
    private void Count(int first, int end)
    {
        if (opened.Length < paragraphs.Count)
        {
            (opened, closed) = (new float[paragraphs.Count * 2], new float[paragraphs.Count * 2]);
        }

        seen.ForEach(slot => places[slot].First = Unseen);
        seen.Clear();
        for (var p = first; p < end; p++)
        {
            (opened[p], closed[p]) = (0, 0);
            foreach (var (slot, _) in Words(p, p + 1))
            {
                if (places[slot].First == Unseen)
                {
                    places[slot].First = p;
                    seen.Add(slot);
                }

                places[slot].Last = p;
            }
        }

        foreach (var slot in seen)
        {
            opened[places[slot].First] += rarities[slot];
            closed[places[slot].Last] += rarities[slot];
        }
    }

    /// <summary>The mean cosine of the parts' vectors.</summary>
    private float Nearness()
    {
        var (word, sum) = (new float[words.Dimensions], new float[words.Dimensions]);
        var sums = new float[words.Dimensions];
        foreach (var (first, end) in parts)
        {
            sum.AsSpan().Clear();
            Count(first, end);
            foreach (var (slot, term) in Words(first, end))
            {
                if (places[slot].First != Unseen)
                {
                    places[slot].First = Unseen;
                    words.CopyVector(words.Find(term), word);
                    for (var i = 0; i < word.Length; i++)
                    {
                        sum[i] += rarities[slot] * word[i];
                    }
                }
            }

            var length = MathF.Sqrt(Math.Max(1e-9f, Dot(sum, sum)));
            for (var i = 0; i < sum.Length; i++)
            {
                sums[i] += sum[i] / length;
            }
        }

        // The square of a sum of unit vectors holds each of them once and each pair of them twice.
        return (Dot(sums, sums) - parts.Count) / (parts.Count * (parts.Count - 1));
    }

    private ReadOnlySpan<(int Slot, uint Term)> Words(int first, int end)
    {
        var start = first == 0 ? 0 : ends[first - 1];
        return CollectionsMarshal.AsSpan(trail)[start..ends[end - 1]];
    }

    private static float Dot(float[] left, float[] right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
