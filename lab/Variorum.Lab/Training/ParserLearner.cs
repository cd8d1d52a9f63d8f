using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>A parser in training: it parses sentence after sentence by its own lights and mends its mistakes.</summary>
/// <remarks><b>Method.</b> Dynamic oracle with exploration (Goldberg and Nivre, 2012).</remarks>
internal sealed class ParserLearner
{
    /// <summary>From the second epoch on, how many actions in ten thousand are the parser's own even where it errs.</summary>
    private const int Explored = 9500;

    private readonly Dice dice;
    private readonly RowPerceptron actions;
    private readonly RowPerceptron relations;
    private readonly byte[] numbers;
    private readonly Relation[] names;
    private readonly ParserState state = new();
    private readonly ArcOracle oracle = new();
    private readonly uint[] features = new uint[ArcFeatures.Most];
    private readonly float[] scores = new float[RelationsKept];
    private readonly int[] costs = new int[3];

    /// <summary>How many relations are told apart.</summary>
    public const int RelationsKept = Learning.RowTable.Width;

    /// <param name="names">The relation of each class.</param>
    /// <param name="seed">Of chance.</param>
    /// <param name="least">How often a feature must stand in the right trees' derivations to be learnt.</param>
    /// <param name="examples">All sentences.</param>
    public ParserLearner(Relation[] names, ulong seed, int least, IEnumerable<ParserExample> examples)
    {
        this.numbers = Numbers(names);
        this.names = names;
        dice = new Dice(seed);
        var (actionSieve, relationSieve) = (new FeatureSieve(least), new FeatureSieve(least));
        foreach (var example in examples)
        {
            Count(example, actionSieve, relationSieve);
        }

        actions = new RowPerceptron(4, actionSieve);
        relations = new RowPerceptron(RelationsKept, relationSieve);
    }

    /// <summary>The relation of each class.</summary>
    public Relation[] Names => names;

    public RowPerceptron Actions => actions;

    public RowPerceptron Relations => relations;

    /// <summary>Arcs met and hit, relations met and hit.</summary>
    public (int Steps, int Right) Tally { get; private set; }

    /// <summary>Learns from all sentences once, in random order.</summary>
    public void Learn(ParserExample[] examples, bool explores)
    {
        Tally = default;
        dice.Shuffle(examples);
        foreach (var example in examples)
        {
            Learn(example, explores);
        }
    }

    private void Learn(ParserExample example, bool explores)
    {
        Begin(example);
        while (!state.IsDone)
        {
            var action = state.Forced >= 0 ? (ArcAction)state.Forced : LearnAction(explores, example.Weight);
            if (action == ArcAction.Shift)
            {
                state.Shift();
            }
            else
            {
                state.Attach(action, Name(state, action, example));
            }
        }
    }

    private void Begin(ParserExample example)
    {
        state.Take(example.Words);
        oracle.Begin(example);
    }

    private ArcAction LearnAction(bool explores, float weight)
    {
        var given = features.AsSpan(0, ArcFeatures.Fill(state, features));
        actions.Score(given, scores);
        oracle.Costs(state, costs);
        var least = Math.Min(costs[0], Math.Min(costs[1], costs[2]));
        var (guess, truth) = (-1, -1);
        for (var i = 0; i < 3; i++)
        {
            guess = state.Allows((ArcAction)i) && (guess < 0 || scores[i] > scores[guess]) ? i : guess;
            truth = costs[i] == least && (truth < 0 || scores[i] > scores[truth]) ? i : truth;
        }

        actions.Tick();
        var isRight = costs[guess] == least;
        Tally = (Tally.Steps + 1, Tally.Right + (isRight ? 1 : 0));
        if (isRight)
        {
            return (ArcAction)guess;
        }

        actions.Learn(given, truth, guess, weight);
        return (ArcAction)(explores && dice.Below(10000) < Explored ? guess : truth);
    }

    /// <summary>The relation of the arc that a state is about to draw; with an example, its mistakes are mended.</summary>
    public Relation Name(ParserState state, ArcAction action, ParserExample? example)
    {
        var (child, head) = (state.Top, action == ArcAction.Left ? state.Next : state.Second);
        if (head == state.Root)
        {
            return Relation.Root;
        }

        var given = features.AsSpan(0, RelationFeatures.Fill(state, action, features));
        relations.Score(given, scores);
        var guess = Best(scores.AsSpan(0, RelationsKept));
        if (example is not null && example.Heads[child] == head)
        {
            relations.Tick();
            var truth = numbers[(int)example.Relations[child]];
            if (truth != guess)
            {
                relations.Learn(given, truth, guess, example.Weight);
            }
        }

        return names[guess];
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    /// <summary>Goes the right way through a sentence and counts what stands beside it.</summary>
    private void Count(ParserExample example, FeatureSieve actionSieve, FeatureSieve relationSieve)
    {
        Begin(example);
        while (!state.IsDone)
        {
            if (state.Forced < 0)
            {
                actionSieve.Count(features.AsSpan(0, ArcFeatures.Fill(state, features)));
            }

            oracle.Costs(state, costs);
            var least = Math.Min(costs[0], Math.Min(costs[1], costs[2]));
            var action = costs[1] == least ? ArcAction.Left : costs[2] == least ? ArcAction.Right : ArcAction.Shift;
            if (action == ArcAction.Shift)
            {
                state.Shift();
                continue;
            }

            relationSieve.Count(features.AsSpan(0, RelationFeatures.Fill(state, action, features)));
            state.Attach(action, example.Relations[state.Top]);
        }
    }

    /// <summary>The class of each relation; one that has none of its own has that of the one before the colon.</summary>
    private static byte[] Numbers(Relation[] names) => [.. Enum.GetValues<Relation>().Select(name => (byte)Math.Max(0, Array.IndexOf(names, Array.IndexOf(names, name) >= 0 ? name : Coarse(name))))];

    private static Relation Coarse(Relation name) => Variorum.Relations.Parse(name.Name().Split(':')[0]);
}
