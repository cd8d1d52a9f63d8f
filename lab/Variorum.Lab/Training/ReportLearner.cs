using System.Runtime.InteropServices;
using Variorum.Learning;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>A report network in training.</summary>
/// <remarks><b>Method.</b> <see cref="Adam"/> over two articles at once; rows move only when they are seen. Two threads share them in a fixed
/// way, so that sums round the same way every time.</remarks>
internal sealed class ReportLearner
{
    private const int Width = 64;
    private const int Layers = 4;
    private const int Hidden = 64;
    private const int Epochs = 10;
    private const int Threads = 2;
    private const float Rate = 0.001f;
    private const int WarmingSteps = 100;
    private const float SecondDecay = 0.99f;
    private const int RarestFeature = 3;

    /// <summary>Rows of words and of places: those of rarer features learn the articles by heart.</summary>
    private const int MostWordRows = 16_000;
    private const int MostPlaceRows = 32_000;

    private readonly ReportShape shape;
    private readonly Adam adam;
    private readonly ReportPass[] passes;
    private readonly float[][] gradients;
    private readonly float[][] transposed;
    private readonly ulong seed;
    private readonly Dice dice;

    private ReportLearner(ReportShape shape, ulong seed)
    {
        (this.shape, this.seed, dice) = (shape, seed, new Dice(seed));
        adam = new Adam(shape.Total, Rate, WarmingSteps, SecondDecay);
        adam.Scatter(dice, shape.Width, shape.PlaceStart, 0.1f);
        adam.Scatter(dice, shape.PlaceStart + shape.Hidden, shape.VectorStart, 0.1f);
        adam.Scatter(dice, shape.VectorStart, shape.LayerStart, MathF.Sqrt(0.3f / ReportShape.Vector));
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            adam.Scatter(dice, shape.Layer(layer), shape.Layer(layer) + shape.LayerSize - shape.Width, MathF.Sqrt(2f / (ReportShape.Taken * shape.Width)));
        }

        adam.Scatter(dice, shape.RoleStart, shape.RoleBias, MathF.Sqrt(1f / shape.Width));
        adam.Scatter(dice, shape.ToldStart, shape.HiddenBias, MathF.Sqrt(1f / (shape.Width * ReportShape.Parts)));
        adam.Scatter(dice, shape.LabelStart, shape.LabelBias, MathF.Sqrt(1f / shape.Hidden));
        passes = [.. Enumerable.Range(0, Threads).Select(_ => new ReportPass(shape, adam.Weights))];
        gradients = Array.ConvertAll(passes, pass => pass.Gradient);
        transposed = [.. Enumerable.Repeat(shape.LayerSize - shape.Width, shape.Layers).Append(shape.Width * ReportShape.Parts * shape.Hidden).Select(length => new float[length])];
    }

    /// <summary>Learns from texts; gives the network's sections.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Learn(IReadOnlyCollection<LabelledText> texts, ulong seed)
    {
        var (words, places) = (new Dictionary<uint, int>(), new Dictionary<uint, int>());
        foreach (var text in texts)
        {
            ReportExample.Visit(text.Text, features => Count(words, features), features => Count(places, features));
        }

        var (wordRows, placeRows) = (Rows(words, MostWordRows), Rows(places, MostPlaceRows));
        var (wordTable, placeTable) = (FormTable.Write(wordRows), FormTable.Write(placeRows));
        var learner = new ReportLearner(new ReportShape(wordRows.Length + 1, placeRows.Length + 1, Width, Layers, Hidden), seed);
        ReportExample[] examples = [.. texts.Select(text => ReportExample.Of(text, FormTable.Read(wordTable), FormTable.Read(placeTable)))];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            learner.Learn(examples);
            Console.WriteLine($"epoch {epoch + 1}: loss {learner.passes.Sum(pass => pass.Scenes.Tally.Loss) / learner.passes.Sum(pass => pass.Scenes.Tally.Scenes):0.000}");
        }

        return ReportNetwork.Write(learner.shape, learner.adam.Weights, wordTable, placeTable);
    }

    /// <summary>The sections of a network that knows nothing.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Blank()
    {
        var small = new ReportShape(1, 1, Matrix.Lanes, 1, Matrix.Lanes);
        return ReportNetwork.Write(small, new float[small.Total], FormTable.Write([]), FormTable.Write([]));
    }

    private static void Count(Dictionary<uint, int> counts, uint[] features)
    {
        foreach (var feature in features)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }
    }

    /// <summary>The features that have a row of their own and its number, most frequent first.</summary>
    private static (uint Key, ushort Value)[] Rows(Dictionary<uint, int> counts, int most) =>
        [.. counts.Where(pair => pair.Value >= RarestFeature && pair.Key != 0).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).Select((pair, i) => (pair.Key, (ushort)(i + 1)))];

    /// <summary>Learns from all articles once, in random order.</summary>
    private void Learn(ReportExample[] examples)
    {
        foreach (var pass in passes)
        {
            pass.Scenes.Tally = default;
        }

        dice.Shuffle(examples);
        foreach (var heap in examples.Chunk(Threads))
        {
            TurnOver();
            adam.Begin(Epochs * ((examples.Length + Threads - 1) / Threads));
            Parallel.For(0, Threads, thread =>
            {
                for (var i = thread; i < heap.Length; i += Threads)
                {
                    passes[thread].Run(heap[i], transposed, new Dice(seed ^ (((ulong)adam.Step << 8) + (ulong)i)));
                }
            });
            Descend(heap.Sum(example => example.Count));
            adam.End();
        }
    }

    private void TurnOver()
    {
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            Adam.TurnOver(adam.Weights.AsSpan(shape.Layer(layer)), transposed[layer], ReportShape.Taken * shape.Width, shape.Width);
        }

        Adam.TurnOver(adam.Weights.AsSpan(shape.ToldStart), transposed[^1], shape.Width, ReportShape.Parts * shape.Hidden);
    }

    private void Descend(int words)
    {
        foreach (var row in Touched(pass => pass.TouchedWords))
        {
            adam.Descend(row * shape.Width, shape.Width, gradients, words);
        }

        foreach (var row in Touched(pass => pass.Scenes.Touched))
        {
            adam.Descend(shape.PlaceStart + (row * shape.Hidden), shape.Hidden, gradients, words);
        }

        adam.Descend(shape.VectorStart, shape.Total - shape.VectorStart, gradients, words);
    }

    private int[] Touched(Func<ReportPass, HashSet<int>> of)
    {
        var rows = passes.SelectMany(of).Distinct().ToArray();
        foreach (var pass in passes)
        {
            of(pass).Clear();
        }

        return rows;
    }
}
