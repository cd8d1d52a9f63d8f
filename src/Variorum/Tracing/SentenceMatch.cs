namespace Variorum.Tracing;

/// <summary>Two sentences with the same words, but for some cut, put in or put otherwise.</summary>
/// <param name="Left">Index into the one article's <see cref="OwnText.Sentences"/>.</param>
/// <param name="Right">Index into the other's.</param>
/// <param name="Words">How many words stand in both, in the same order.</param>
/// <param name="LeftWords">The one's first and last shared word.</param>
/// <param name="RightWords">The other's.</param>
internal sealed record SentenceMatch(int Left, int Right, int Words, (int First, int Last) LeftWords, (int First, int Last) RightWords)
{
    /// <summary>Least share of the shorter sentence's words.</summary>
    private const double LeastOfShorter = 0.65;

    /// <summary>Least share of the longer sentence's words.</summary>
    private const double LeastOfLonger = 0.4;

    /// <summary>The shared words of two sentences by longest common subsequence, runs of one word left out; null where they are not nearly the same.</summary>
    public static SentenceMatch? Of(int left, OwnSentence leftSentence, int right, OwnSentence rightSentence)
    {
        var pairs = LongRuns(Common(leftSentence.Words.AsSpan(), rightSentence.Words.AsSpan()));
        var (shorter, longer) = (Math.Min(leftSentence.Words.Length, rightSentence.Words.Length), Math.Max(leftSentence.Words.Length, rightSentence.Words.Length));
        return pairs.Count < LeastOfShorter * shorter || pairs.Count < LeastOfLonger * longer
            ? null
            : new SentenceMatch(left, right, pairs.Count, (pairs[0].Left, pairs[^1].Left), (pairs[0].Right, pairs[^1].Right));
    }

    private static List<(int Left, int Right)> Common(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var length = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                length[i, j] = left[i] == right[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var pairs = new List<(int Left, int Right)>(length[0, 0]);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                pairs.Add((i++, j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    /// <summary>Single words in common ("the", "of") say nothing: only neighbours stay.</summary>
    private static List<(int Left, int Right)> LongRuns(List<(int Left, int Right)> pairs)
    {
        bool Follows(int k) => k > 0 && k < pairs.Count && pairs[k].Left == pairs[k - 1].Left + 1 && pairs[k].Right == pairs[k - 1].Right + 1;
        return [.. pairs.Where((_, k) => Follows(k) || Follows(k + 1))];
    }
}
