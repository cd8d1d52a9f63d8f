namespace Variorum.Lab.Training;

/// <summary>How often words follow each other.</summary>
/// <param name="Counts">How often each word stands.</param>
/// <param name="After">The words after each.</param>
/// <param name="Before">The words before each.</param>
internal sealed record Bigrams(int[] Counts, Neighbours After, Neighbours Before)
{
    /// <summary>Counts a text, whose last word is taken to come before its first.</summary>
    /// <param name="text">Numbers of words.</param>
    /// <param name="words">How many words there are.</param>
    public static Bigrams Count(ReadOnlySpan<int> text, int words)
    {
        var counts = new int[words];
        var pairs = new ulong[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            counts[text[i]]++;
            pairs[i] = ((ulong)text[i] << 32) | (uint)text[i + 1 == text.Length ? 0 : i + 1];
        }

        Array.Sort(pairs);
        var after = Neighbours.Group(pairs, words);
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (pairs[i] << 32) | (pairs[i] >> 32);
        }

        Array.Sort(pairs);
        return new Bigrams(counts, after, Neighbours.Group(pairs, words));
    }
}

/// <summary>The words on one side of each word, and how often they stand there.</summary>
internal sealed class Neighbours
{
    private readonly int[] starts;
    private readonly (int Word, int Count)[] cells;

    private Neighbours(int[] starts, (int Word, int Count)[] cells) => (this.starts, this.cells) = (starts, cells);

    public ReadOnlySpan<(int Word, int Count)> this[int word] => cells.AsSpan(starts[word], starts[word + 1] - starts[word]);

    /// <summary>Groups sorted pairs: a word in the high half, its neighbour in the low.</summary>
    public static Neighbours Group(ReadOnlySpan<ulong> pairs, int words)
    {
        var places = new int[words + 1];
        var found = new List<(int, int)>();
        for (var at = 0; at < pairs.Length;)
        {
            var end = at + 1;
            while (end < pairs.Length && pairs[end] == pairs[at])
            {
                end++;
            }

            found.Add(((int)(uint)pairs[at], end - at));
            places[(int)(pairs[at] >> 32) + 1]++;
            at = end;
        }

        for (var i = 0; i < words; i++)
        {
            places[i + 1] += places[i];
        }

        return new Neighbours(places, [.. found]);
    }
}
