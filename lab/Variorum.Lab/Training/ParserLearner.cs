using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>A parser's network in training.</summary>
/// <remarks><b>Method.</b> <see cref="Adam"/> over small heaps of sentences; rows move only when they are seen. Two threads share a heap in a fixed way, so that sums round the same way every time.</remarks>
internal sealed class ParserLearner
{
    private const int Lanes = 2;
    private const int HeapSize = 16;
    private const float Rate = 0.0015f;
    private const int WarmingSteps = 200;
    private const float SecondDecay = 0.98f;

    private readonly ParserShape shape;
    private readonly Relation[] names;
    private readonly byte[] numbers;
    private readonly Dice dice;
    private readonly Adam adam;
    private readonly SentencePass[] passes;
    private readonly float[][] gradients;
    private readonly float[][] transposed;
    private readonly ulong seed;
    private readonly int[] frequency;

    /// <param name="shape">How large the network is.</param>
    /// <param name="names">The relation of each class.</param>
    /// <param name="seed">Of chance.</param>
    /// <param name="examples">All sentences.</param>
    public ParserLearner(ParserShape shape, Relation[] names, ulong seed, IEnumerable<ParserExample> examples)
    {
        (this.shape, this.names, this.seed) = (shape, names, seed);
        numbers = Numbers(names);
        dice = new Dice(seed);
        adam = new Adam(shape.Total, Rate, WarmingSteps, SecondDecay);
        adam.Scatter(dice, 0, shape.ArcRows, 0.15f);
        adam.Scatter(dice, shape.ArcRows, shape.LayerStart, 0.08f);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            adam.Scatter(dice, shape.Layer(layer), shape.Layer(layer) + (3 * shape.Width * shape.Width), MathF.Sqrt(2f / (3 * shape.Width)));
        }

        adam.Scatter(dice, shape.Slots, shape.HiddenBias, MathF.Sqrt(1f / (shape.Width * 4)));
        adam.Scatter(dice, shape.Output, shape.OutputBias, MathF.Sqrt(1f / shape.Hidden));
        frequency = new int[shape.WordRows];
        foreach (var word in examples.SelectMany(example => example.Words))
        {
            frequency[word.Rows[ParserWord.FormPlace]]++;
        }

        passes = [.. Enumerable.Range(0, Lanes).Select(_ => new SentencePass(shape, adam.Weights, frequency))];
        gradients = Array.ConvertAll(passes, pass => pass.Gradient);
        transposed = [.. Enumerable.Repeat(3 * shape.Width * shape.Width, shape.Layers).Append(shape.Width * ArcView.Slots * shape.Hidden).Select(size => new float[size])];
    }

    /// <summary>The network as it is at this moment; a form that was not seen is like every unknown one.</summary>
    public ParserNetwork Network()
    {
        var copy = (float[])adam.Weights.Clone();
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
            adam.Begin(steps);
            Parallel.For(0, Lanes, lane =>
            {
                for (var i = lane; i < heap.Length; i += Lanes)
                {
                    passes[lane].Run(heap[i], numbers, names, transposed, new Dice(seed ^ (((ulong)adam.Step << 8) + (ulong)i)), explores: epoch > 0);
                }
            });
            Descend(heap.Sum(example => example.Count));
            adam.End();
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
                Adam.TurnOver(adam.Weights.AsSpan(shape.Layer(layer) + at, width * width), transposed[layer].AsSpan(at, width * width), width, width);
            }
        }

        Adam.TurnOver(adam.Weights.AsSpan(shape.Slots, width * columns), transposed[^1], width, columns);
    }

    private void Descend(int words)
    {
        foreach (var row in Touched(pass => pass.TouchedWords))
        {
            adam.Descend(row * shape.Width, shape.Width, gradients, words);
        }

        foreach (var row in Touched(pass => pass.TouchedArcs))
        {
            adam.Descend(shape.ArcRows + (row * shape.Hidden), shape.Hidden, gradients, words);
        }

        adam.Descend(shape.LayerStart, shape.Total - shape.LayerStart, gradients, words);
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

    /// <summary>The class of each relation; one that has none of its own has that of the one before the colon.</summary>
    private static byte[] Numbers(Relation[] names) => [.. Enum.GetValues<Relation>().Select(name => (byte)Math.Max(0, Array.IndexOf(names, Array.IndexOf(names, name) >= 0 ? name : Coarse(name))))];

    private static Relation Coarse(Relation name) => Variorum.Relations.Parse(name.Name().Split(':')[0]);
}
