using Variorum.Learning;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>Runs articles through a report network forth and back and gathers the gradient; one a thread.</summary>
/// <remarks><b>Method.</b> Back-propagation; dropout (Srivastava et al., 2014).</remarks>
/// <param name="shape">How large the network is.</param>
/// <param name="weights">Its weights.</param>
internal sealed class ReportPass(ReportShape shape, float[] weights)
{
    /// <summary>Of what layers add and of what is seen of a word so many in 256 are dropped; most of what names a word.</summary>
    private const int DroppedInLayers = 38;
    private const int DroppedNames = 90;
    private const int DroppedFeatures = 26;

    /// <summary>What the roles of words count beside the labels of scenes.</summary>
    private const float RoleShare = 0.3f;

    private static readonly int[] Dropped = [.. Enumerable.Range(0, ReportFeatures.WordCount).Select(i => ReportFeatures.IsName(i) ? DroppedNames : DroppedFeatures)];

    private float[][] words = [];
    private float[][] gathered = [];
    private float[][] masks = [];
    private float[] told = [];
    private float[] toldGradient = [];
    private float[] gradientOfWords = [];
    private float[] gradientOfGathered = [];
    private int[] rows = [];

    /// <summary>The gradient of all articles since it was last cleared.</summary>
    public float[] Gradient => Scenes.Gradient;

    /// <summary>Which rows of words have one.</summary>
    public HashSet<int> TouchedWords { get; } = [];

    /// <summary>Does the same for scenes.</summary>
    public ScenePass Scenes { get; } = new(shape, weights, new float[weights.Length]);

    private int Width => shape.Width;

    private int Columns => ReportShape.Parts * shape.Hidden;

    /// <summary>Adds an article's gradient.</summary>
    /// <param name="example">The article.</param>
    /// <param name="transposed">The network's matrices turned over: those of the layers, then that of what words say.</param>
    /// <param name="dice">Chance.</param>
    public void Run(ReportExample example, float[][] transposed, Dice dice)
    {
        MakeRoom(example);
        Encode(example, dice);
        var gradient = gradientOfWords.AsSpan(0, (example.Count + 1) * Width);
        gradient.Clear();
        LearnRoles(example);
        foreach (var scene in example.Scenes)
        {
            Scenes.Run(scene, told, toldGradient, dice);
        }

        Return(example, transposed);
    }

    private void MakeRoom(ReportExample example)
    {
        var count = example.Count;
        if (told.Length < (count + 1) * Columns)
        {
            var room = count + 64;
            words = [.. Enumerable.Range(0, shape.Layers + 1).Select(_ => new float[(room + 1) * Width])];
            gathered = [.. Enumerable.Range(0, shape.Layers).Select(_ => new float[room * 3 * Width])];
            masks = [.. Enumerable.Range(0, shape.Layers).Select(_ => new float[room * Width])];
            (told, toldGradient) = (new float[(room + 1) * Columns], new float[(room + 1) * Columns]);
            gradientOfWords = new float[(room + 1) * Width];
            gradientOfGathered = new float[room * 3 * Width];
            rows = new int[room * ReportFeatures.WordCount];
        }
    }

    private void Encode(ReportExample example, Dice dice)
    {
        var count = example.Count;
        words[0].AsSpan(0, (count + 1) * Width).Clear();
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < ReportFeatures.WordCount; j++)
            {
                var at = (i * ReportFeatures.WordCount) + j;
                rows[at] = (int)(dice.Next() >> 56) < Dropped[j] ? 0 : example.WordRows[at];
                if (rows[at] > 0)
                {
                    Matrix.Add(weights.AsSpan(rows[at] * Width, Width), words[0].AsSpan((i + 1) * Width, Width));
                }
            }
        }

        Matrix.AddProduct(example.Vectors, ReportShape.Vector, 1, weights.AsSpan(shape.VectorStart, ReportShape.Vector * Width), words[0].AsSpan(Width), count, ReportShape.Vector, Width);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var at = weights.AsSpan(shape.Layer(layer), shape.LayerSize);
            var sums = masks[layer].AsSpan(0, count * Width);
            var windows = example.Windows[ReportShape.IsTree(layer) ? 1 : 0];
            for (var i = 0; i < count; i++)
            {
                Gather(words[layer], windows[i], gathered[layer].AsSpan(i * 3 * Width, 3 * Width));
                at[(3 * Width * Width)..].CopyTo(sums[(i * Width)..]);
            }

            Matrix.AddProduct(gathered[layer], 3 * Width, 1, at, sums, count, 3 * Width, Width);
            words[layer].AsSpan(0, (count + 1) * Width).CopyTo(words[layer + 1]);
            Dropout.Add(sums, words[layer + 1].AsSpan(Width, sums.Length), DroppedInLayers, dice);
        }

        told.AsSpan(0, (count + 1) * Columns).Clear();
        toldGradient.AsSpan(0, (count + 1) * Columns).Clear();
        Matrix.AddProduct(words[^1], Width, 1, weights.AsSpan(shape.ToldStart, Width * Columns), told, count + 1, Width, Columns);
    }

    private void Gather(float[] from, (int Left, int Middle, int Right) window, Span<float> to)
    {
        from.AsSpan(window.Left * Width, Width).CopyTo(to);
        from.AsSpan(window.Middle * Width, Width).CopyTo(to[Width..]);
        from.AsSpan(window.Right * Width, Width).CopyTo(to[(2 * Width)..]);
    }

    private void LearnRoles(ReportExample example)
    {
        Span<float> scores = stackalloc float[ReportShape.Roles];
        for (var i = 0; i < example.Count; i++)
        {
            var word = words[^1].AsSpan((i + 1) * Width, Width);
            var most = float.MinValue;
            for (var role = 0; role < scores.Length; role++)
            {
                scores[role] = weights[shape.RoleBias + role] + Matrix.Dot(weights.AsSpan(shape.RoleStart + (role * Width), Width), word);
                most = Math.Max(most, scores[role]);
            }

            var all = 0f;
            foreach (ref var score in scores)
            {
                all += score = MathF.Exp(score - most);
            }

            for (var role = 0; role < scores.Length; role++)
            {
                var blame = RoleShare * ((scores[role] / all) - (example.Roles[i] == role ? 1 : 0));
                Gradient[shape.RoleBias + role] += blame;
                Matrix.AddScaled(word, blame, Gradient.AsSpan(shape.RoleStart + (role * Width), Width));
                Matrix.AddScaled(weights.AsSpan(shape.RoleStart + (role * Width), Width), blame, gradientOfWords.AsSpan((i + 1) * Width, Width));
            }
        }
    }

    private void Return(ReportExample example, float[][] transposed)
    {
        var count = example.Count;
        // What stands for no word learns nothing.
        toldGradient.AsSpan(0, Columns).Clear();
        Matrix.AddProduct(words[^1], 1, Width, toldGradient, Gradient.AsSpan(shape.ToldStart, Width * Columns), Width, count + 1, Columns);
        var gradient = gradientOfWords.AsSpan(0, (count + 1) * Width);
        Matrix.AddProduct(toldGradient, Columns, 1, transposed[^1], gradient, count + 1, Columns, Width);
        for (var layer = shape.Layers - 1; layer >= 0; layer--)
        {
            var sums = masks[layer].AsSpan(0, count * Width);
            Lanes.Multiply(sums, gradient[Width..], sums);
            var at = Gradient.AsSpan(shape.Layer(layer), shape.LayerSize);
            Matrix.AddProduct(gathered[layer], 1, 3 * Width, sums, at, 3 * Width, count, Width);
            var back = gradientOfGathered.AsSpan(0, count * 3 * Width);
            back.Clear();
            Matrix.AddProduct(sums, Width, 1, transposed[layer], back, count, Width, 3 * Width);
            var windows = example.Windows[ReportShape.IsTree(layer) ? 1 : 0];
            for (var i = 0; i < count; i++)
            {
                Matrix.Add(sums.Slice(i * Width, Width), at[(3 * Width * Width)..]);
                Matrix.Add(back.Slice(i * 3 * Width, Width), gradient.Slice(windows[i].Left * Width, Width));
                Matrix.Add(back.Slice(((i * 3) + 1) * Width, Width), gradient.Slice(windows[i].Middle * Width, Width));
                Matrix.Add(back.Slice(((i * 3) + 2) * Width, Width), gradient.Slice(windows[i].Right * Width, Width));
            }

            gradient[..Width].Clear();
        }

        Matrix.AddProduct(example.Vectors, 1, ReportShape.Vector, gradient[Width..], Gradient.AsSpan(shape.VectorStart, ReportShape.Vector * Width), ReportShape.Vector, count, Width);
        for (var i = 0; i < count; i++)
        {
            foreach (var row in rows.AsSpan(i * ReportFeatures.WordCount, ReportFeatures.WordCount))
            {
                if (row > 0)
                {
                    TouchedWords.Add(row);
                    Matrix.Add(gradient.Slice((i + 1) * Width, Width), Gradient.AsSpan(row * Width, Width));
                }
            }
        }
    }
}
