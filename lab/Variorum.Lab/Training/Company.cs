namespace Variorum.Lab.Training;

/// <summary>How much more often words stand together than chance would have it: a symmetric sparse matrix.</summary>
/// <param name="Starts">Where each row begins; one more than there are rows.</param>
/// <param name="Columns">The column of each cell.</param>
/// <param name="Values">Positive pointwise mutual information.</param>
internal sealed record Company(int[] Starts, int[] Columns, float[] Values)
{
    /// <summary>How contexts are smoothed; the value of Levy, Goldberg and Dagan (2015).</summary>
    private const double Smoothing = 0.75;

    /// <summary>A pair seen fewer times is chance.</summary>
    private const int RarestPair = 2;

    /// <summary>Counts pairs of words that stand near each other within a sentence.</summary>
    /// <param name="texts">Numbers of words; -1 parts sentences.</param>
    /// <param name="words">How many words there are.</param>
    /// <param name="window">How far near is.</param>
    public static Company Count(IEnumerable<int[]> texts, int words, int window)
    {
        var pairs = new List<ulong>();
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Length; i++)
            {
                for (var j = i + 1; text[i] >= 0 && j < text.Length && j <= i + window && text[j] >= 0; j++)
                {
                    pairs.Add(((ulong)Math.Min(text[i], text[j]) << 32) | (uint)Math.Max(text[i], text[j]));
                }
            }
        }

        pairs.Sort();
        return Weigh(Group(pairs), words);
    }

    private static List<(int Left, int Right, int Count)> Group(List<ulong> pairs)
    {
        var grouped = new List<(int, int, int)>();
        for (var at = 0; at < pairs.Count;)
        {
            var end = at + 1;
            while (end < pairs.Count && pairs[end] == pairs[at])
            {
                end++;
            }

            if (end - at >= RarestPair && (int)(pairs[at] >> 32) != (int)pairs[at])
            {
                grouped.Add(((int)(pairs[at] >> 32), (int)pairs[at], end - at));
            }

            at = end;
        }

        return grouped;
    }

    private static Company Weigh(List<(int Left, int Right, int Count)> pairs, int words)
    {
        var sums = new double[words];
        foreach (var (left, right, count) in pairs)
        {
            sums[left] += count;
            sums[right] += count;
        }

        var smooth = sums.Select(sum => Math.Pow(sum, Smoothing)).ToArray();
        var total = smooth.Sum();
        var kept = new List<(int Row, int Column, float Value)>();
        foreach (var (left, right, count) in pairs)
        {
            var information = (Math.Log(count * total / (sums[left] * smooth[right])) + Math.Log(count * total / (sums[right] * smooth[left]))) / 2;
            if (information > 0)
            {
                kept.Add((left, right, (float)information));
                kept.Add((right, left, (float)information));
            }
        }

        kept.Sort((a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        var starts = new int[words + 1];
        foreach (var cell in kept)
        {
            starts[cell.Row + 1]++;
        }

        for (var i = 0; i < words; i++)
        {
            starts[i + 1] += starts[i];
        }

        return new Company(starts, [.. kept.Select(cell => cell.Column)], [.. kept.Select(cell => cell.Value)]);
    }
}
