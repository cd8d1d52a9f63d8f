using System.Runtime.InteropServices;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>How a chain is trained.</summary>
internal sealed record ChainOptions
{
    /// <summary>How often the corpus is read.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>How far a weight moves at first.</summary>
    public float Rate { get; init; } = 0.15f;

    /// <summary>Which part of every weight is taken back at each row of words.</summary>
    public float Decay { get; init; } = 2e-7f;

    /// <summary>Which part of a word's features is hidden each time it is read (Srivastava et al., 2014): none alone is leant on.</summary>
    public float Hidden { get; init; }

    /// <summary>A feature of fewer words is left out.</summary>
    public int RarestFeature { get; init; } = 2;

    /// <summary>A feature whose greatest weight is less says nothing.</summary>
    public float LeastWeight { get; init; } = 0.05f;

    /// <summary>What a weight of one becomes in the model, whose weights lie between -127 and 127.</summary>
    public float Scale { get; init; } = 24;
}

/// <summary>Trains a <see cref="ChainModel"/>.</summary>
/// <remarks><b>Method.</b> A conditional random field (Lafferty, McCallum and Pereira, 2001): the likelihood of all labellings that
/// the corpus allows (Tsuboi et al., 2008) is raised row by row, each weight at a rate of its own (Duchi, Hazan and Singer, 2011).</remarks>
internal sealed class ChainTrainer
{
    private const int Seed = 11;
    private const float TooSmall = 1e-3f;
    private const float FirstSquare = 0.1f;

    private readonly ChainOptions options;
    private readonly int labels;
    private readonly int width;
    private readonly Dictionary<uint, int> numbers;
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly int[] touched;
    private readonly ChainMoves moves;
    private readonly ChainLattice free;
    private readonly ChainLattice bound;
    private readonly ulong every;
    private int now;

    private ChainTrainer(IReadOnlyCollection<ChainExample> examples, int labels, Func<int, int, bool> canFollow, ChainOptions options)
    {
        (this.options, this.labels) = (options, labels);
        width = (labels + 15) / 16 * 16;
        numbers = Number(examples, options.RarestFeature);
        weights = new float[numbers.Count * width];
        squares = new float[weights.Length];
        squares.AsSpan().Fill(FirstSquare);
        touched = new int[numbers.Count];
        moves = new ChainMoves(labels, width, canFollow);
        (free, bound) = (new ChainLattice(width), new ChainLattice(width));
        every = labels == 64 ? ulong.MaxValue : (1UL << labels) - 1;
    }

    /// <summary>A model's section, made of a corpus.</summary>
    /// <param name="examples">The corpus; what allows no labelling at all is left out.</param>
    /// <param name="labels">How many labels.</param>
    /// <param name="canFollow">Which label may follow which; the start and the end are like label 0.</param>
    /// <param name="options">How far and how often weights move, and what is kept.</param>
    /// <param name="tell">Told how each epoch went.</param>
    public static byte[] Train(IReadOnlyCollection<ChainExample> examples, int labels, Func<int, int, bool> canFollow, ChainOptions options, Action<string>? tell = null)
    {
        var possible = examples.Where(example => example.IsPossible(labels, canFollow)).ToArray();
        var trainer = new ChainTrainer(possible, labels, canFollow, options);
        trainer.Learn(possible, tell);
        return trainer.Write();
    }

    private static Dictionary<uint, int> Number(IEnumerable<ChainExample> examples, int rarest)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var feature in examples.SelectMany(example => example.Features))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }

        var kept = counts.Where(pair => pair.Value >= rarest).Select(pair => pair.Key).Order().ToArray();
        return kept.Select((feature, number) => (feature, number)).ToDictionary(pair => pair.feature, pair => pair.number);
    }

    private void Learn(ChainExample[] examples, Action<string>? tell)
    {
        var rows = examples.Select(Compile).ToArray();
        var dice = new Dice(Seed);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            dice.Shuffle(rows);
            var surprise = 0.0;
            foreach (var row in rows)
            {
                surprise += Learn(options.Hidden > 0 ? Hide(row, dice) : row);
            }

            tell?.Invoke($"epoch {epoch + 1}: {numbers.Count} features, {surprise / rows.Sum(row => row.Allowed.Length):0.00000} of each word unexpected");
        }
    }

    private Row Compile(ChainExample example)
    {
        var features = new List<int>(example.Features.Length);
        var starts = new int[example.Starts.Length];
        for (var word = 0; word < example.Length; word++)
        {
            foreach (var feature in example.FeaturesOf(word))
            {
                if (numbers.TryGetValue(feature, out var number))
                {
                    features.Add(number);
                }
            }

            starts[word + 1] = features.Count;
        }

        return new Row([.. features], starts, [.. example.Allowed.Select(allowed => allowed & every)]);
    }

    private Row Hide(Row row, Dice dice)
    {
        var limit = (ulong)(options.Hidden * (1 << 20));
        var (features, starts) = (new List<int>(row.Features.Length), new int[row.Starts.Length]);
        for (var word = 0; word < row.Allowed.Length; word++)
        {
            foreach (var feature in row.FeaturesOf(word))
            {
                if (dice.Next() >> 44 >= limit)
                {
                    features.Add(feature);
                }
            }

            starts[word + 1] = features.Count;
        }

        return new Row([.. features], starts, row.Allowed);
    }

    /// <summary>Learns from one row of words and tells how much of it was not expected.</summary>
    private double Learn(Row row)
    {
        now++;
        var length = row.Allowed.Length;
        if (length == 0)
        {
            return 0;
        }

        moves.Refresh();
        var scores = new float[length * width];
        for (var word = 0; word < length; word++)
        {
            AddScores(row, word, scores.AsSpan(word * width, width));
        }

        var open = new ulong[length];
        open.AsSpan().Fill(every);
        free.Run(scores, open, moves.Moves, moves.First, moves.Last);
        bound.Run(scores, row.Allowed, moves.Moves, moves.First, moves.Last);
        var surprise = 0.0;
        Span<float> step = stackalloc float[width];
        for (var word = 0; word < length; word++)
        {
            Lanes.Subtract(bound.Posterior.AsSpan(word * width, width), free.Posterior.AsSpan(word * width, width), step);
            var unexpected = Lanes.SumOfMagnitudes(step) / 2;
            surprise += unexpected;
            if (unexpected > TooSmall)
            {
                Change(row, word, step);
            }
        }

        moves.Learn(free, bound, length, options.Rate);
        return surprise;
    }

    private void AddScores(Row row, int word, Span<float> scores)
    {
        foreach (var feature in row.FeaturesOf(word))
        {
            Lanes.Add(weights.AsSpan(feature * width, width), scores);
        }
    }

    private void Change(Row row, int word, ReadOnlySpan<float> step)
    {
        foreach (var feature in row.FeaturesOf(word))
        {
            var weight = weights.AsSpan(feature * width, width);
            if (touched[feature] != now)
            {
                Lanes.Scale(weight, Fading(feature));
                touched[feature] = now;
            }

            Lanes.Descend(step, options.Rate, squares.AsSpan(feature * width, width), weight);
        }
    }

    private float Fading(int feature) => MathF.Exp(-options.Decay * (now - touched[feature]));

    private byte[] Write()
    {
        var kept = new Dictionary<uint, sbyte[]>();
        foreach (var (feature, number) in numbers)
        {
            Lanes.Scale(weights.AsSpan(number * width, width), Fading(number));
            var row = weights.AsSpan(number * width, labels).ToArray();
            if (row.Max(Math.Abs) >= options.LeastWeight)
            {
                kept.Add(feature, [.. row.Select(Round)]);
            }
        }

        return ChainModel.Write(labels, moves.Rounded(options.Scale), kept);
    }

    private sbyte Round(float weight) => (sbyte)Math.Clamp(MathF.Round(weight * options.Scale), -127, 127);

    private sealed record Row(int[] Features, int[] Starts, ulong[] Allowed)
    {
        public ReadOnlySpan<int> FeaturesOf(int word) => Features.AsSpan(Starts[word], Starts[word + 1] - Starts[word]);
    }
}
