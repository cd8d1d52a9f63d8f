using System.Numerics;

namespace Variorum.Tracing;

/// <summary>A run of words that stands in two texts.</summary>
/// <param name="Left">Its first word in the one.</param>
/// <param name="Right">Its first word in the other.</param>
/// <param name="Length">How many words.</param>
internal readonly record struct WordRun(int Left, int Right, int Length);

/// <summary>Finds the runs of words that two texts share, each word in one run at most.</summary>
/// <remarks><b>Method.</b> Greedy string tiling (Wise, 1993) over runs that grow from shared word triples: the longest first, in
/// whatever order they stand, so that a moved paragraph counts. <b>Cost.</b> Near linear: of a triple that a text repeats, only
/// the last few places are tried.</remarks>
internal sealed class RunFinder
{
    private const int Seed = 3;

    /// <summary>Places of a repeated triple that are tried.</summary>
    private const int Reach = 6;

    private readonly List<WordRun> runs = [];
    private readonly List<WordRun> tiles = [];
    private int[] heads = [];
    private int[] next = [];
    private bool[] leftUsed = [];
    private bool[] rightUsed = [];
    private TracedText? indexed;

    /// <summary>The shared runs, by their place in the left text. The list is the finder's own and lives until the next call.</summary>
    /// <remarks>The right text is prepared once where it is asked for again and again.</remarks>
    public List<WordRun> Find(TracedText left, TracedText right)
    {
        Index(right);
        Collect(left, right);
        runs.Sort(static (x, y) => x.Length != y.Length ? y.Length.CompareTo(x.Length) : x.Left != y.Left ? x.Left.CompareTo(y.Left) : x.Right.CompareTo(y.Right));
        Tile(left.Words.Length, right.Words.Length);
        tiles.Sort(static (x, y) => x.Left.CompareTo(y.Left));
        return tiles;
    }

    private void Index(TracedText right)
    {
        if (ReferenceEquals(indexed, right))
        {
            return;
        }

        indexed = right;
        var words = right.Words.AsSpan();
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, words.Length * 2));
        heads = heads.Length == size ? heads : new int[size];
        next = next.Length >= words.Length ? next : new int[words.Length];
        Array.Fill(heads, -1);
        for (var i = 0; i + Seed <= words.Length; i++)
        {
            if (IsTelling(words, i))
            {
                ref var head = ref heads[Hash(words, i) & (size - 1)];
                (next[i], head) = (head, i);
            }
        }
    }

    private void Collect(TracedText leftText, TracedText rightText)
    {
        runs.Clear();
        var left = leftText.Words.AsSpan();
        var right = rightText.Words.AsSpan();
        for (var i = 0; i + Seed <= left.Length; i++)
        {
            if (!IsTelling(left, i))
            {
                continue;
            }

            var tried = 0;
            for (var j = heads[Hash(left, i) & (heads.Length - 1)]; j >= 0 && tried < Reach; j = next[j], tried++)
            {
                var begins = i == 0 || j == 0 || left[i - 1].Key != right[j - 1].Key || !IsTelling(left, i - 1);
                if (begins && Length(left, i, right, j) is >= Seed and var length)
                {
                    var back = Back(left, i, right, j);
                    runs.Add(new WordRun(i - back, j - back, length + back));
                }
            }
        }
    }

    /// <summary>A triple of small words alone ("one of the") begins no run.</summary>
    private static bool IsTelling(ReadOnlySpan<TracedWord> words, int at) => !words[at].IsSmall || !words[at + 1].IsSmall || !words[at + 2].IsSmall;

    private static int Hash(ReadOnlySpan<TracedWord> words, int at)
    {
        var hash = ((uint)words[at].Key * 0x9E3779B1u) ^ BitOperations.RotateLeft((uint)words[at + 1].Key * 0x85EBCA6Bu, 11) ^ BitOperations.RotateLeft((uint)words[at + 2].Key * 0xC2B2AE35u, 21);
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    private static int Length(ReadOnlySpan<TracedWord> left, int i, ReadOnlySpan<TracedWord> right, int j)
    {
        var length = 0;
        while (i + length < left.Length && j + length < right.Length && left[i + length].Key == right[j + length].Key)
        {
            length++;
        }

        return length;
    }

    /// <summary>Small words before a run that no triple found.</summary>
    private static int Back(ReadOnlySpan<TracedWord> left, int i, ReadOnlySpan<TracedWord> right, int j)
    {
        var back = 0;
        while (back < Seed && i > back && j > back && left[i - back - 1].Key == right[j - back - 1].Key)
        {
            back++;
        }

        return back;
    }

    private void Tile(int left, int right)
    {
        tiles.Clear();
        (leftUsed, rightUsed) = (Clear(leftUsed, left), Clear(rightUsed, right));
        foreach (var run in runs)
        {
            if (LongestFree(run) is { Length: >= Seed } free)
            {
                tiles.Add(free);
                leftUsed.AsSpan(free.Left, free.Length).Fill(true);
                rightUsed.AsSpan(free.Right, free.Length).Fill(true);
            }
        }
    }

    /// <summary>The longest part of a run of which no word is taken.</summary>
    private WordRun LongestFree(WordRun run)
    {
        var best = new WordRun(run.Left, run.Right, 0);
        var length = 0;
        for (var i = 0; i < run.Length; i++)
        {
            length = leftUsed[run.Left + i] || rightUsed[run.Right + i] ? 0 : length + 1;
            if (length > best.Length)
            {
                best = new WordRun(run.Left + i + 1 - length, run.Right + i + 1 - length, length);
            }
        }

        return best;
    }

    private static bool[] Clear(bool[] used, int length)
    {
        if (used.Length < length)
        {
            return new bool[length];
        }

        Array.Clear(used, 0, length);
        return used;
    }
}
