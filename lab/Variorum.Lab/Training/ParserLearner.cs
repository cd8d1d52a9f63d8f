using System.Runtime.Intrinsics;
using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>A parser's network in training.</summary>
/// <remarks><b>Method.</b> Adam (Kingma and Ba, 2015) over small heaps of sentences, at a rate that rises shortly, then falls to nothing; rows
/// move only when they are seen. Two threads share a heap in a fixed way, so that sums round the same way every time.</remarks>
internal sealed class ParserLearner
{
    private const int Lanes = 2;
    private const int HeapSize = 16;
    private const float Rate = 0.0015f;
    private const int WarmingSteps = 200;
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.98f;
    private const float LeastDivisor = 1e-8f;

    private readonly ParserShape shape;
    private readonly Relation[] names;
    private readonly byte[] numbers;
    private readonly Dice dice;
    private readonly float[] weights;
    private readonly float[] first;
    private readonly float[] second;
    private readonly SentencePass[] passes;
    private readonly float[][] transposed;
    private readonly ulong seed;
    private readonly int[] frequency;
    private int step;

    /// <param name="shape">How large the network is.</param>
    /// <param name="names">The relation of each class.</param>
    /// <param name="seed">Of chance.</param>
    /// <param name="examples">All sentences.</param>
    public ParserLearner(ParserShape shape, Relation[] names, ulong seed, IEnumerable<ParserExample> examples)
    {
        (this.shape, this.names, this.seed) = (shape, names, seed);
        numbers = Numbers(names);
        dice = new Dice(seed);
        var size = shape.Total + Vector256<float>.Count;
        (weights, first, second) = (new float[size], new float[size], new float[size]);
        Scatter(0, shape.ArcRows, 0.15f);
        Scatter(shape.ArcRows, shape.LayerStart, 0.08f);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            Scatter(shape.Layer(layer), shape.Layer(layer) + (3 * shape.Width * shape.Width), MathF.Sqrt(2f / (3 * shape.Width)));
        }

        Scatter(shape.Slots, shape.HiddenBias, MathF.Sqrt(1f / (shape.Width * 4)));
        Scatter(shape.Output, shape.OutputBias, MathF.Sqrt(1f / shape.Hidden));
        frequency = new int[shape.WordRows];
        foreach (var word in examples.SelectMany(example => example.Words))
        {
            frequency[word.Rows[ParserWord.FormPlace]]++;
        }

        passes = [.. Enumerable.Range(0, Lanes).Select(_ => new SentencePass(shape, weights, frequency))];
        transposed = [.. Enumerable.Repeat(3 * shape.Width * shape.Width, shape.Layers).Append(shape.Width * ArcView.Slots * shape.Hidden).Select(size => new float[size])];
    }

    /// <summary>The network as it is at this moment; a form that was not seen is like every unknown one.</summary>
    public ParserNetwork Network()
    {
        var copy = (float[])weights.Clone();
        for (var row = ParserWord.UnknownRow + 1; row < shape.WordRows; row++)
        {
            if (frequency[row] == 0)
            {
                copy.AsSpan(ParserWord.UnknownRow * shape.Width, shape.Width).CopyTo(copy.AsSpan(row * shape.Width));
            }
        }

        return new ParserNetwork(shape, copy);
    }

    /// <summary>The relation of each class.</summary>
    public IReadOnlyList<Relation> Names => names;

    /// <summary>Actions chosen in the last epoch, and those of them that cost nothing.</summary>
    public (int Steps, int Right) Tally => (passes.Sum(pass => pass.Tally.Steps), passes.Sum(pass => pass.Tally.Right));

    /// <summary>Learns from all sentences once, in random order.</summary>
    /// <param name="examples">The sentences; their order is lost.</param>
    /// <param name="epoch">Counted from 0.</param>
    /// <param name="epochs">How many there will be.</param>
    public void Learn(ParserExample[] examples, int epoch, int epochs)
    {
        foreach (var pass in passes)
        {
            pass.Tally = default;
        }

        dice.Shuffle(examples);
        var steps = epochs * ((examples.Length + HeapSize - 1) / HeapSize);
        foreach (var heap in examples.Chunk(HeapSize))
        {
            TurnOver();
            Parallel.For(0, Lanes, lane =>
            {
                for (var i = lane; i < heap.Length; i += Lanes)
                {
                    passes[lane].Run(heap[i], numbers, names, transposed, new Dice(seed ^ (((ulong)step << 8) + (ulong)i)), explores: epoch > 0);
                }
            });
            Descend(Math.Min((step + 1f) / WarmingSteps, 1 - ((float)step / (steps + 1))) * Rate, heap.Sum(example => example.Count));
            step++;
        }
    }

    private void Scatter(int from, int to, float size)
    {
        for (var i = from; i < to; i++)
        {
            // The sum of four even throws is near enough to normal.
            var sum = 0f;
            for (var j = 0; j < 4; j++)
            {
                sum += dice.Below(1 << 20) / (float)(1 << 20);
            }

            weights[i] = (sum - 2) * 1.732f * size;
        }
    }

    private void TurnOver()
    {
        var (width, columns) = (shape.Width, ArcView.Slots * shape.Hidden);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            for (var window = 0; window < 3; window++)
            {
                var at = window * width * width;
                TurnOver(weights.AsSpan(shape.Layer(layer) + at, width * width), transposed[layer].AsSpan(at, width * width), width, width);
            }
        }

        TurnOver(weights.AsSpan(shape.Slots, width * columns), transposed[^1], width, columns);
    }

    private static void TurnOver(ReadOnlySpan<float> from, Span<float> to, int rows, int columns)
    {
        const int Block = 16;
        for (var blockColumn = 0; blockColumn < columns; blockColumn += Block)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var column = blockColumn; column < Math.Min(columns, blockColumn + Block); column++)
                {
                    to[(column * rows) + row] = from[(row * columns) + column];
                }
            }
        }
    }

    private void Descend(float rate, int words)
    {
        foreach (var row in Touched(pass => pass.TouchedWords))
        {
            Descend(row * shape.Width, shape.Width, rate, words);
        }

        foreach (var row in Touched(pass => pass.TouchedArcs))
        {
            Descend(shape.ArcRows + (row * shape.Hidden), shape.Hidden, rate, words);
        }

        Descend(shape.LayerStart, shape.Total - shape.LayerStart, rate, words); // What lies behind the end stays zero.
    }

    private int[] Touched(Func<SentencePass, HashSet<int>> of)
    {
        var rows = passes.SelectMany(of).Distinct().ToArray();
        foreach (var pass in passes)
        {
            of(pass).Clear();
        }

        return rows;
    }

    /// <summary>Moves some weights, each by its own history alone: the order of rows plays no part.</summary>
    private void Descend(int from, int count, float rate, int words)
    {
        var (firstGrown, secondGrown) = (1 / (1 - MathF.Pow(FirstDecay, step + 1)), 1 / (1 - MathF.Pow(SecondDecay, step + 1)));
        for (var i = from; i < from + count; i += Vector256<float>.Count)
        {
            var gradient = Vector256<float>.Zero;
            foreach (var pass in passes)
            {
                ref var cell = ref pass.Gradient[i];
                gradient += Vector256.LoadUnsafe(ref cell);
                Vector256<float>.Zero.StoreUnsafe(ref cell);
            }

            gradient /= words;
            var mean = (Vector256.LoadUnsafe(ref first[i]) * FirstDecay) + (gradient * (1 - FirstDecay));
            var square = (Vector256.LoadUnsafe(ref second[i]) * SecondDecay) + (gradient * gradient * (1 - SecondDecay));
            mean.StoreUnsafe(ref first[i]);
            square.StoreUnsafe(ref second[i]);
            var moved = mean * (rate * firstGrown) / (Vector256.Sqrt(square * secondGrown) + Vector256.Create(LeastDivisor));
            (Vector256.LoadUnsafe(ref weights[i]) - moved).StoreUnsafe(ref weights[i]);
        }
    }

    /// <summary>The class of each relation; one that has none of its own has that of the one before the colon.</summary>
    private static byte[] Numbers(Relation[] names) => [.. Enum.GetValues<Relation>().Select(name => (byte)Math.Max(0, Array.IndexOf(names, Array.IndexOf(names, name) >= 0 ? name : Coarse(name))))];

    private static Relation Coarse(Relation name) => Variorum.Relations.Parse(name.Name().Split(':')[0]);
}
