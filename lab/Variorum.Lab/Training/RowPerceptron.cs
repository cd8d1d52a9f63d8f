using System.Numerics;

namespace Variorum.Lab.Training;

/// <summary>An averaged perceptron in training whose features get a whole row of weights when they are first mistaken.</summary>
/// <remarks><b>Method.</b> Freund and Schapire (1999), Collins (2002), with the average kept as a sum of what came late.</remarks>
/// <param name="width">Classes, a multiple of four.</param>
/// <param name="sieve">Which features are worth a row.</param>
internal sealed class RowPerceptron(int width, FeatureSieve sieve)
{
    /// <summary>An open hash table: the feature's key above, the number of its row plus one below; 0 is an empty place.</summary>
    private ulong[] places = new ulong[1 << 16];
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

    /// <summary>Begins the average anew from the weights of this moment.</summary>
    public void Restart()
    {
        Array.Clear(late);
        now = 1;
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

    /// <summary>Speaks for or against one class.</summary>
    public void Speak(ReadOnlySpan<uint> features, int @class, float by)
    {
        foreach (var feature in features)
        {
            if (sieve.Keeps(feature))
            {
                var row = FindOrAdd(feature);
                touched[row]++;
                weights[(row * width) + @class] += by;
                late[(row * width) + @class] += now * by;
            }
        }
    }

    /// <summary>Averaged rows, of features that helped to mend at least so many mistakes.</summary>
    public IEnumerable<(uint Key, int Touched, float[] Weights)> Average(int leastTouched)
    {
        foreach (var place in places)
        {
            var row = (int)(uint)place - 1;
            if (row >= 0 && touched[row] >= leastTouched)
            {
                var average = new float[width];
                for (var i = 0; i < width; i++)
                {
                    average[i] = (float)(weights[(row * width) + i] - (late[(row * width) + i] / now));
                }

                yield return ((uint)(place >> 32), touched[row], average);
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
        var mask = places.Length - 1;
        for (var at = (int)((key * 2654435769u) >> 7) & mask; ; at = (at + 1) & mask)
        {
            var place = places[at];
            if (place == 0)
            {
                return -1;
            }

            if (place >> 32 == key)
            {
                return (int)(uint)place - 1;
            }
        }
    }

    private int FindOrAdd(uint key)
    {
        var row = Find(key);
        if (row >= 0)
        {
            return row;
        }

        if (count * 2 > places.Length)
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
        var old = places;
        places = new ulong[old.Length * 2];
        foreach (var place in old)
        {
            if (place != 0)
            {
                Insert((uint)(place >> 32), (int)(uint)place);
            }
        }
    }

    private void Insert(uint key, int number)
    {
        var at = (int)((key * 2654435769u) >> 7) & (places.Length - 1);
        while (places[at] != 0)
        {
            at = (at + 1) & (places.Length - 1);
        }

        places[at] = (ulong)key << 32 | (uint)number;
    }
}
