using System.Collections.Immutable;

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

    /// <summary>The same for a sentence short enough to be like another by chance.</summary>
    private const double LeastOfShort = 0.8;

    private const int Short = 12;

    /// <summary>Least share of the longer sentence's words.</summary>
    private const double LeastOfLonger = 0.4;

    private const int LeastWords = 6;

    /// <summary>Single words in common ("the", "of") say nothing.</summary>
    private const int LeastRun = 2;

    /// <summary>The shared words of two sentences; null where they are not nearly the same.</summary>
    /// <remarks><b>Method.</b> Greedy string tiling (Wise, 1993): the longest run of words in both, then the next, in whatever
    /// order they stand, so that a moved phrase counts.</remarks>
    public static SentenceMatch? Of(int left, OwnSentence leftSentence, int right, OwnSentence rightSentence)
    {
        var (leftUsed, rightUsed) = (new bool[leftSentence.Words.Length], new bool[rightSentence.Words.Length]);
        var words = 0;
        while (LongestRun(leftSentence.Words, leftUsed, rightSentence.Words, rightUsed) is var run && run.Length >= LeastRun)
        {
            Array.Fill(leftUsed, true, run.Left, run.Length);
            Array.Fill(rightUsed, true, run.Right, run.Length);
            words += run.Length;
        }

        var (shorter, longer) = (Math.Min(leftUsed.Length, rightUsed.Length), Math.Max(leftUsed.Length, rightUsed.Length));
        var least = Math.Max(Math.Max(LeastWords, LeastOfLonger * longer), (shorter < Short ? LeastOfShort : LeastOfShorter) * shorter);
        return words < least ? null : new SentenceMatch(left, right, words, Ends(leftUsed), Ends(rightUsed));
    }

    private static (int First, int Last) Ends(bool[] used) => (Array.IndexOf(used, true), Array.LastIndexOf(used, true));

    /// <summary>The longest run of unused words that both hold, the first of equals.</summary>
    private static (int Left, int Right, int Length) LongestRun(ImmutableArray<int> left, bool[] leftUsed, ImmutableArray<int> right, bool[] rightUsed)
    {
        var best = (Left: 0, Right: 0, Length: 0);
        var above = new int[right.Length + 1];
        for (var i = 0; i < left.Length; i++)
        {
            var row = new int[right.Length + 1];
            for (var j = 0; j < right.Length; j++)
            {
                if (left[i] == right[j] && !leftUsed[i] && !rightUsed[j])
                {
                    row[j + 1] = above[j] + 1;
                    if (row[j + 1] > best.Length)
                    {
                        best = (i + 1 - row[j + 1], j + 1 - row[j + 1], row[j + 1]);
                    }
                }
            }

            above = row;
        }

        return best;
    }
}
