namespace Variorum.Lab.Training;

/// <summary>An averaged perceptron in training (Freund and Schapire, 1999; Collins, 2002).</summary>
/// <param name="features">The features that are kept.</param>
internal sealed class Perceptron(IEnumerable<uint> features)
{
    private readonly Dictionary<uint, Row> rows = features.ToDictionary(feature => feature, _ => new Row());
    private int now;

    /// <summary>The rows of the features that are kept, for a word that is looked at more than once.</summary>
    public Row[] Keep(ReadOnlySpan<uint> given)
    {
        var kept = new List<Row>(given.Length);
        foreach (var feature in given)
        {
            if (rows.TryGetValue(feature, out var row))
            {
                kept.Add(row);
            }
        }

        return [.. kept];
    }

    /// <summary>The class that the weights of this moment choose.</summary>
    public static int Choose(ReadOnlySpan<Row> given, ReadOnlySpan<Row> more, Span<float> scores)
    {
        scores.Clear();
        foreach (var row in given)
        {
            row.AddTo(scores);
        }

        foreach (var row in more)
        {
            row.AddTo(scores);
        }

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    /// <summary>Learns from one example.</summary>
    public void Learn(ReadOnlySpan<Row> given, ReadOnlySpan<Row> more, int truth, int guess)
    {
        now++;
        if (truth == guess)
        {
            return;
        }

        Change(given, truth, guess);
        Change(more, truth, guess);
    }

    private void Change(ReadOnlySpan<Row> given, int truth, int guess)
    {
        foreach (var row in given)
        {
            row.Change((byte)truth, 1, now);
            row.Change((byte)guess, -1, now);
        }
    }

    /// <summary>Averages as whole numbers; what rounds to less than <paramref name="least"/> is left out.</summary>
    /// <param name="scale">What a weight of one becomes.</param>
    /// <param name="least">The smallest weight that is kept.</param>
    public Dictionary<uint, (byte Class, int Weight)[]> Average(float scale, int least)
    {
        var kept = new Dictionary<uint, (byte, int)[]>();
        foreach (var (feature, row) in rows)
        {
            var entries = row.Average(now, scale).Where(entry => Math.Abs(entry.Weight) >= least).OrderBy(entry => entry.Class).ToArray();
            if (entries.Length > 0)
            {
                kept.Add(feature, entries);
            }
        }

        return kept;
    }

    /// <summary>What one feature says of each class.</summary>
    internal sealed class Row
    {
        private Cell[] cells = [];
        private int count;

        public void AddTo(Span<float> scores)
        {
            foreach (ref readonly var cell in cells.AsSpan(0, count))
            {
                scores[cell.Class] += cell.Weight;
            }
        }

        public void Change(byte @class, float by, int now)
        {
            var at = 0;
            while (at < count && cells[at].Class != @class)
            {
                at++;
            }

            if (at == count)
            {
                if (count == cells.Length)
                {
                    Array.Resize(ref cells, Math.Max(2, count * 2));
                }

                cells[count++].Class = @class;
            }

            ref var cell = ref cells[at];
            cell.Total += (double)cell.Weight * (now - cell.Since);
            cell.Since = now;
            cell.Weight += by;
        }

        public IEnumerable<(byte Class, int Weight)> Average(int now, float scale) =>
            cells.Take(count).Select(cell => (cell.Class, (int)Math.Round((cell.Total + ((double)cell.Weight * (now - cell.Since))) / now * scale)));
    }

    private struct Cell
    {
        public byte Class;
        public float Weight;
        public int Since;
        public double Total;
    }
}
