using System.Numerics;

namespace Variorum.Lab.Training;

/// <summary>An averaged perceptron in training whose features get a whole row of weights when they are first mistaken.</summary>
/// <remarks><b>Method.</b> Freund and Schapire (1999), Collins (2002), with the average kept as a sum of what came late.</remarks>
/// <param name="width">Classes, a multiple of four.</param>
/// <param name="sieve">Which features are worth a row.</param>
internal sealed class RowPerceptron(int width, FeatureSieve sieve)
{
    private uint[] keys = new uint[1 << 16];
    private int[] places = new int[1 << 16];
    private float[] weights = new float[1 << 16];
    private double[] late = new double[1 << 16];
    private int[] touched = new int[1 << 12];
    private int count;
    private double now = 1;

    /// <summary>How many features have a row.</summary>
    public int Count => count;

    /// <summary>Adds up what the features say of each class.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores = scores[..width];
        scores.Clear();
        foreach (var feature in features)
        {
            var row = Find(feature);
            if (row >= 0)
            {
                Add(weights.AsSpan(row * width, width), scores);
            }
        }
    }

    /// <summary>Time goes on; every example counts, also one that needs no change.</summary>
    public void Tick() => now++;

    /// <summary>Speaks for the truth and against the guess.</summary>
    public void Learn(ReadOnlySpan<uint> features, int truth, int guess, float by = 1)
    {
        foreach (var feature in features)
        {
            if (!sieve.Keeps(feature))
            {
                continue;
            }

            var row = FindOrAdd(feature);
            touched[row]++;
            weights[(row * width) + truth] += by;
            weights[(row * width) + guess] -= by;
            late[(row * width) + truth] += now * by;
            late[(row * width) + guess] -= now * by;
        }
    }

    /// <summary>Averaged rows, of features that helped to mend at least so many mistakes.</summary>
    public IEnumerable<(uint Key, int Touched, float[] Weights)> Average(int leastTouched)
    {
        for (var at = 0; at < keys.Length; at++)
        {
            var row = places[at] - 1;
            if (row >= 0 && touched[row] >= leastTouched)
            {
                var average = new float[width];
                for (var i = 0; i < width; i++)
                {
                    average[i] = (float)(weights[(row * width) + i] - (late[(row * width) + i] / now));
                }

                yield return (keys[at], touched[row], average);
            }
        }
    }

    private static void Add(ReadOnlySpan<float> row, Span<float> scores)
    {
        if (row.Length >= Vector<float>.Count && row.Length % Vector<float>.Count == 0)
        {
            for (var i = 0; i < row.Length; i += Vector<float>.Count)
            {
                (new Vector<float>(row[i..]) + new Vector<float>(scores[i..])).CopyTo(scores[i..]);
            }

            return;
        }

        for (var i = 0; i < row.Length; i++)
        {
            scores[i] += row[i];
        }
    }

    private int Find(uint key)
    {
        var mask = keys.Length - 1;
        for (var at = (int)((key * 2654435769u) >> 7) & mask; places[at] != 0; at = (at + 1) & mask)
        {
            if (keys[at] == key)
            {
                return places[at] - 1;
            }
        }

        return -1;
    }

    private int FindOrAdd(uint key)
    {
        var row = Find(key);
        if (row >= 0)
        {
            return row;
        }

        if (count * 2 > keys.Length)
        {
            Grow();
        }

        if ((count + 1) * width > weights.Length)
        {
            Array.Resize(ref weights, weights.Length * 2);
            Array.Resize(ref late, late.Length * 2);
        }

        if (count == touched.Length)
        {
            Array.Resize(ref touched, touched.Length * 2);
        }

        Insert(key, ++count);
        return count - 1;
    }

    private void Grow()
    {
        var (oldKeys, oldPlaces) = (keys, places);
        (keys, places) = (new uint[oldKeys.Length * 2], new int[oldKeys.Length * 2]);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldPlaces[i] != 0)
            {
                Insert(oldKeys[i], oldPlaces[i]);
            }
        }
    }

    private void Insert(uint key, int number)
    {
        var at = (int)((key * 2654435769u) >> 7) & (keys.Length - 1);
        while (places[at] != 0)
        {
            at = (at + 1) & (keys.Length - 1);
        }

        (keys[at], places[at]) = (key, number);
    }
}
