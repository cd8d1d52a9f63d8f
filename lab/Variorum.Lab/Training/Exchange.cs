namespace Variorum.Lab.Training;

/// <summary>Finds classes of words by moving each word to the class that makes the text likeliest.</summary>
/// <remarks>
/// <b>Method.</b> Exchange on a class bigram model (Martin, Liermann and Ney, 1998): the likelihood of a word is that of its
/// class after the class before, times its own within its class. The most frequent words open a class each, all others begin
/// together in the last one.
/// </remarks>
internal sealed class Exchange
{
    private readonly Bigrams bigrams;
    private readonly int first;
    private readonly int classes;
    private readonly int[] follows;
    private readonly int[] precedes;
    private readonly int[] sizes;
    private readonly int[] after;
    private readonly int[] before;
    private readonly List<int> touchedAfter = [];
    private readonly List<int> touchedBefore = [];

    /// <param name="bigrams">Words by falling frequency, after the fixed ones.</param>
    /// <param name="fixedWords">The first so many words keep a class of their own each.</param>
    /// <param name="classes">How many classes there are, fixed ones included.</param>
    public Exchange(Bigrams bigrams, int fixedWords, int classes)
    {
        (this.bigrams, first, this.classes) = (bigrams, fixedWords, classes);
        (follows, precedes) = (new int[classes * classes], new int[classes * classes]);
        (sizes, after, before) = (new int[classes], new int[classes], new int[classes]);
        ClassOf = [.. Enumerable.Range(0, bigrams.Counts.Length).Select(word => Math.Min(word, classes - 1))];
        for (var word = 0; word < ClassOf.Length; word++)
        {
            sizes[ClassOf[word]] += bigrams.Counts[word];
            foreach (var (next, count) in bigrams.After[word])
            {
                follows[(ClassOf[word] * classes) + ClassOf[next]] += count;
                precedes[(ClassOf[next] * classes) + ClassOf[word]] += count;
            }
        }
    }

    /// <summary>The class of each word.</summary>
    public int[] ClassOf { get; }

    /// <summary>How often class follows class: a row for the first, a column for the second.</summary>
    public int[] Follows => follows;

    /// <summary>How many words each class covers in the text.</summary>
    public int[] Sizes => sizes;

    /// <summary>The perplexity of the text.</summary>
    public double Perplexity()
    {
        var likelihood = follows.Sum(Entropy.Of) - (2 * sizes.Sum(Entropy.Of)) + bigrams.Counts.Sum(Entropy.Of);
        return Math.Exp(-likelihood / sizes.Sum(size => (double)size));
    }

    /// <summary>Gives every word the chance to move once.</summary>
    /// <returns>How many moved.</returns>
    public int Round()
    {
        var moved = 0;
        for (var word = first; word < ClassOf.Length; word++)
        {
            moved += TryMove(word) ? 1 : 0;
        }

        return moved;
    }

    private bool TryMove(int word)
    {
        Gather(bigrams.After[word], word, after, touchedAfter);
        var self = Gather(bigrams.Before[word], word, before, touchedBefore);
        var home = ClassOf[word];
        Shift(home, self, bigrams.Counts[word], -1);
        var (best, greatest) = (home, Gain(home, self, bigrams.Counts[word]) + 1e-6);
        for (var other = first; other < classes; other++)
        {
            var gain = other == home ? 0 : Gain(other, self, bigrams.Counts[word]);
            if (other != home && gain > greatest)
            {
                (best, greatest) = (other, gain);
            }
        }

        Shift(best, self, bigrams.Counts[word], 1);
        ClassOf[word] = best;
        Clear(after, touchedAfter);
        Clear(before, touchedBefore);
        return best != home;
    }

    /// <summary>Sums a word's neighbours by class.</summary>
    /// <returns>How often the word neighbours itself, which is not in the sums.</returns>
    private int Gather(ReadOnlySpan<(int Word, int Count)> neighbours, int word, int[] sums, List<int> touched)
    {
        var self = 0;
        foreach (var (other, count) in neighbours)
        {
            if (other == word)
            {
                self = count;
                continue;
            }

            var group = ClassOf[other];
            if (sums[group] == 0)
            {
                touched.Add(group);
            }

            sums[group] += count;
        }

        return self;
    }

    private static void Clear(int[] sums, List<int> touched)
    {
        foreach (var group in touched)
        {
            sums[group] = 0;
        }

        touched.Clear();
    }

    private void Shift(int home, int self, int count, int sign)
    {
        sizes[home] += sign * count;
        Shift(home, home, sign * self);
        foreach (var group in touchedAfter)
        {
            Shift(home, group, sign * after[group]);
        }

        foreach (var group in touchedBefore)
        {
            Shift(group, home, sign * before[group]);
        }
    }

    private void Shift(int left, int right, int count)
    {
        follows[(left * classes) + right] += count;
        precedes[(right * classes) + left] += count;
    }

    /// <summary>By how much the text's log-likelihood rises when the word in hand joins a class.</summary>
    private double Gain(int home, int self, int count)
    {
        var gain = 2 * (Entropy.Of(sizes[home]) - Entropy.Of(sizes[home] + count));
        gain += Gain(follows.AsSpan(home * classes, classes), after, touchedAfter, home);
        gain += Gain(precedes.AsSpan(home * classes, classes), before, touchedBefore, home);
        var inside = follows[(home * classes) + home];
        return gain + Entropy.Of(inside + after[home] + before[home] + self) - Entropy.Of(inside);
    }

    private static double Gain(ReadOnlySpan<int> row, int[] sums, List<int> touched, int home)
    {
        var gain = 0.0;
        foreach (var group in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(touched))
        {
            gain += Entropy.Of(row[group] + sums[group]) - Entropy.Of(row[group]);
        }

        return sums[home] == 0 ? gain : gain - Entropy.Of(row[home] + sums[home]) + Entropy.Of(row[home]);
    }
}
