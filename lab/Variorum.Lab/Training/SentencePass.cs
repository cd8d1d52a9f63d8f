using Variorum.Annotating;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>Runs sentences through a parser's network forth and back and gathers the gradient; one a thread.</summary>
/// <remarks><b>Method.</b> Back-propagation; dropout (Srivastava et al., 2014) of forms, of what layers add and of hidden units; dynamic
/// oracle with exploration (Goldberg and Nivre, 2012), the likelihood being that of all actions that cost nothing.</remarks>
/// <param name="shape">How large the network is.</param>
/// <param name="weights">Its weights.</param>
/// <param name="frequency">How often each row of a word is seen.</param>
internal sealed class SentencePass(ParserShape shape, float[] weights, int[] frequency)
{
    /// <summary>A form seen so often is taken for unknown every second time.</summary>
    private const double RareForm = 0.4;

    /// <summary>Of what layers add and of hidden units, so many in 256 are dropped.</summary>
    private const int DroppedInLayers = 26;
    private const int DroppedHidden = 64;

    /// <summary>How many actions in ten thousand are the parser's own even where it errs.</summary>
    private const int Explored = 9000;

    private readonly ParserState state = new();
    private readonly ArcOracle oracle = new();
    private readonly int[] costs = new int[3];
    private readonly float[] scores = new float[shape.Classes];
    private readonly float[] units = new float[shape.Hidden];
    private readonly float[] unitGradient = new float[shape.Hidden];
    private readonly float[] unitMask = new float[shape.Hidden];
    private readonly int[] slots = new int[ArcView.Slots];
    private readonly int[] told = new int[ArcView.Most];
    private int relationsTold;
    private float[][] words = [];
    private float[][] masks = [];
    private float[] toldBy = [];
    private float[] toldGradient = [];
    private float[] wordGradient = [];
    private int[] rows = [];

    /// <summary>The gradient of all sentences since it was last cleared.</summary>
    public float[] Gradient { get; } = new float[weights.Length];

    /// <summary>Which rows of words and of arcs have one, numbered as they lie.</summary>
    public HashSet<int> TouchedWords { get; } = [];

    public HashSet<int> TouchedArcs { get; } = [];

    /// <summary>Actions chosen, and those of them that cost nothing.</summary>
    public (int Steps, int Right) Tally { get; set; }

    private int Width => shape.Width;

    private int Columns => ArcView.Slots * shape.Hidden;

    /// <summary>Adds a sentence's gradient.</summary>
    /// <param name="example">The sentence.</param>
    /// <param name="numbers">The class of each relation.</param>
    /// <param name="names">The relation of each class.</param>
    /// <param name="transposed">The network's matrices turned over: those of the layers, then that of the places.</param>
    /// <param name="dice">Chance.</param>
    /// <param name="explores">Whether the parser follows its own mistakes.</param>
    public void Run(ParserExample example, byte[] numbers, Relation[] names, float[][] transposed, Dice dice, bool explores)
    {
        var count = example.Words.Length;
        MakeRoom(count);
        Encode(example, count, dice);
        state.Take(example.Words);
        oracle.Begin(example);
        while (!state.IsDone)
        {
            Step(example, numbers, names, dice, explores);
        }

        Return(count, transposed);
    }

    private void MakeRoom(int count)
    {
        if (toldBy.Length >= count * Columns)
        {
            return;
        }

        var room = count + 16;
        words = [.. Enumerable.Range(0, shape.Layers + 1).Select(_ => new float[(room + 1) * Width])];
        masks = [.. Enumerable.Range(0, shape.Layers).Select(_ => new float[room * Width])];
        (toldBy, toldGradient) = (new float[room * Columns], new float[room * Columns]);
        wordGradient = new float[(room + 2) * Width];
        rows = new int[room * WordRows.Count];
    }

    private void Encode(ParserExample example, int count, Dice dice)
    {
        words[0].AsSpan(0, (count + 1) * Width).Clear();
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < WordRows.Count; j++)
            {
                var row = example.Words[i].Rows[j];
                row = j == ParserWord.FormPlace && row > ParserWord.UnknownRow && dice.Below(1 << 20) < (1 << 20) * RareForm / (RareForm + frequency[row]) ? ParserWord.UnknownRow : row;
                rows[(i * WordRows.Count) + j] = row;
                Matrix.Add(weights.AsSpan(row * Width, Width), words[0].AsSpan(i * Width, Width));
            }
        }

        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var at = weights.AsSpan(shape.Layer(layer), shape.LayerSize);
            var size = (count - 1) * Width;
            var sums = masks[layer].AsSpan(0, size);
            for (var i = 0; i < count - 1; i++)
            {
                at[(3 * Width * Width)..].CopyTo(sums[(i * Width)..]);
            }

            Matrix.AddProduct(words[layer], Width, 1, at, sums, count - 1, 3 * Width, Width);
            words[layer].CopyTo(words[layer + 1], 0);
            var above = words[layer + 1].AsSpan(Width, size);
            Dropout.Add(sums, above, DroppedInLayers, dice);
        }

        toldBy.AsSpan(0, count * Columns).Clear();
        toldGradient.AsSpan(0, count * Columns).Clear();
        Matrix.AddProduct(words[^1], Width, 1, weights.AsSpan(shape.Slots, Width * Columns), toldBy, count, Width, Columns);
    }

    private void Step(ParserExample example, byte[] numbers, Relation[] names, Dice dice, bool explores)
    {
        if (state.Depth == 0)
        {
            state.Shift();
            return;
        }

        Look(dice);
        unitGradient.AsSpan().Clear();
        var action = state.Forced >= 0 ? (ArcAction)state.Forced : Choose(dice, explores);
        var (child, head) = (state.Top, action == ArcAction.Left ? state.Next : state.Second);
        var relation = action == ArcAction.Shift || head == state.Root
            ? Relation.Root
            : names[Name(action, example.Heads[child] == head ? numbers[(int)example.Relations[child]] : -1)];
        ReturnUnits();
        if (action == ArcAction.Shift)
        {
            state.Shift();
        }
        else
        {
            state.Attach(action, relation);
        }
    }

    private void Look(Dice dice)
    {
        var size = shape.Hidden;
        var sums = unitMask.AsSpan();
        weights.AsSpan(shape.HiddenBias, size).CopyTo(sums);
        ArcView.See(state, slots);
        for (var slot = 0; slot < ArcView.Slots; slot++)
        {
            Matrix.Add(toldBy.AsSpan(((slots[slot] * ArcView.Slots) + slot) * size, size), sums);
        }

        relationsTold = ArcView.Relate(state, told);
        foreach (var row in told.AsSpan(0, relationsTold))
        {
            Matrix.Add(weights.AsSpan(shape.ArcRows + (row * size), size), sums);
        }

        units.AsSpan().Clear();
        Dropout.Add(sums, units, DroppedHidden, dice);
    }

    private ArcAction Choose(Dice dice, bool explores)
    {
        oracle.Costs(state, costs);
        var least = Math.Min(costs[0], Math.Min(costs[1], costs[2]));
        var (guess, truth) = (-1, -1);
        for (var i = 0; i < 3; i++)
        {
            scores[i] = Score(i);
            guess = state.Allows((ArcAction)i) && (guess < 0 || scores[i] > scores[guess]) ? i : guess;
            truth = costs[i] == least && (truth < 0 || scores[i] > scores[truth]) ? i : truth;
        }

        BlameActions(Math.Max(scores[guess], scores[truth]), least);
        Tally = (Tally.Steps + 1, Tally.Right + (costs[guess] == least ? 1 : 0));
        return (ArcAction)(costs[guess] == least || (explores && dice.Below(10000) < Explored) ? guess : truth);
    }

    /// <summary>Learns from the likelihood of all actions that cost least.</summary>
    private void BlameActions(float most, int least)
    {
        var (all, right) = (0f, 0f);
        for (var i = 0; i < 3; i++)
        {
            scores[i] = state.Allows((ArcAction)i) ? MathF.Exp(scores[i] - most) : 0;
            all += scores[i];
            right += costs[i] == least ? scores[i] : 0;
        }

        for (var i = 0; i < 3; i++)
        {
            Blame(i, (scores[i] / all) - (costs[i] == least ? scores[i] / right : 0));
        }
    }

    /// <summary>The best relation's class; where the arc is right, its likelihood is learnt from.</summary>
    private int Name(ArcAction action, int truth)
    {
        var first = 3 + (action == ArcAction.Left ? 0 : shape.Names);
        var best = 0;
        for (var i = 0; i < shape.Names; i++)
        {
            scores[i] = Score(first + i);
            best = scores[i] > scores[best] ? i : best;
        }

        if (truth >= 0)
        {
            var (most, all) = (scores[best], 0f);
            for (var i = 0; i < shape.Names; i++)
            {
                scores[i] = MathF.Exp(scores[i] - most);
                all += scores[i];
            }

            for (var i = 0; i < shape.Names; i++)
            {
                Blame(first + i, (scores[i] / all) - (i == truth ? 1 : 0));
            }
        }

        return best;
    }

    private float Score(int number) => weights[shape.OutputBias + number] + Matrix.Dot(weights.AsSpan(shape.Output + (number * shape.Hidden), shape.Hidden), units);

    private void Blame(int number, float gradient)
    {
        if (MathF.Abs(gradient) < 1e-5f)
        {
            return;
        }

        var at = shape.Output + (number * shape.Hidden);
        Gradient[shape.OutputBias + number] += gradient;
        Matrix.AddScaled(units, gradient, Gradient.AsSpan(at, shape.Hidden));
        Matrix.AddScaled(weights.AsSpan(at, shape.Hidden), gradient, unitGradient);
    }

    private void ReturnUnits()
    {
        var size = shape.Hidden;
        Lanes.Multiply(unitGradient, unitMask, unitGradient);
        Matrix.Add(unitGradient, Gradient.AsSpan(shape.HiddenBias, size));
        for (var slot = 0; slot < ArcView.Slots; slot++)
        {
            Matrix.Add(unitGradient, toldGradient.AsSpan(((slots[slot] * ArcView.Slots) + slot) * size, size));
        }

        foreach (var row in told.AsSpan(0, relationsTold))
        {
            TouchedArcs.Add(row);
            Matrix.Add(unitGradient, Gradient.AsSpan(shape.ArcRows + (row * size), size));
        }
    }

    private void Return(int count, float[][] transposed)
    {
        Matrix.AddProduct(words[^1], 1, Width, toldGradient, Gradient.AsSpan(shape.Slots, Width * Columns), Width, count, Columns);
        var gradient = wordGradient.AsSpan(0, (count + 1) * Width);
        gradient.Clear();
        Matrix.AddProduct(toldGradient, Columns, 1, transposed[^1], gradient, count, Columns, Width);
        for (var layer = shape.Layers - 1; layer >= 0; layer--)
        {
            var sums = masks[layer].AsSpan(0, (count - 1) * Width);
            Lanes.Multiply(sums, gradient.Slice(Width, sums.Length), sums);
            var at = Gradient.AsSpan(shape.Layer(layer), shape.LayerSize);
            Matrix.AddProduct(words[layer], 1, Width, sums, at, 3 * Width, count - 1, Width);
            for (var i = 0; i < count - 1; i++)
            {
                Matrix.Add(sums.Slice(i * Width, Width), at[(3 * Width * Width)..]);
            }

            for (var window = 0; window < 3; window++)
            {
                Matrix.AddProduct(sums, Width, 1, transposed[layer].AsSpan(window * Width * Width), gradient[(window * Width)..], count - 1, Width, Width);
            }

            gradient[(count * Width)..].Clear();
        }

        for (var i = 0; i < count; i++)
        {
            foreach (var row in rows.AsSpan(i * WordRows.Count, WordRows.Count))
            {
                TouchedWords.Add(row);
                Matrix.Add(gradient.Slice(i * Width, Width), Gradient.AsSpan(row * Width, Width));
            }
        }
    }
}
