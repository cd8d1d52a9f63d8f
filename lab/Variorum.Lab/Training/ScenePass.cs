using Variorum.Learning;
using Variorum.Quoting;

namespace Variorum.Lab.Training;

/// <summary>Runs scenes through a report network forth and back and gathers the gradient; one a thread.</summary>
/// <param name="shape">How large the network is.</param>
/// <param name="weights">Its weights.</param>
/// <param name="gradient">Receives the gradient of all scenes.</param>
internal sealed class ScenePass(ReportShape shape, float[] weights, float[] gradient)
{
    /// <summary>Of hidden units and of what is seen of a place so many in 256 are dropped.</summary>
    private const int DroppedHidden = 77;
    private const int DroppedPlaces = 38;

    private const int Labels = ReportLabels.Count;

    private readonly ReportField field = new();
    private readonly float[] scene = new float[shape.Hidden];
    private readonly float[] sceneGradient = new float[shape.Hidden];
    private readonly float[] unitGradient = new float[shape.Hidden];
    private float[] units = [];
    private float[] unitMasks = [];
    private int[] placeRows = [];
    private float[] node = [];

    public float[] Gradient => gradient;

    /// <summary>Which rows of places have one.</summary>
    public HashSet<int> Touched { get; } = [];

    /// <summary>The sum of the scenes' losses, and how many they are.</summary>
    public (double Loss, int Scenes) Tally { get; set; }

    private Span<float> Part(float[] table, int number, int part) => table.AsSpan(((number * ReportShape.Parts) + part) * shape.Hidden, shape.Hidden);

    /// <summary>Adds a scene's gradient.</summary>
    /// <param name="one">The scene.</param>
    /// <param name="told">What each word of its article says.</param>
    /// <param name="toldGradient">Receives the gradient of that.</param>
    /// <param name="dice">Chance.</param>
    public void Run(SceneExample one, float[] told, float[] toldGradient, Dice dice)
    {
        var (size, count) = (shape.Hidden, one.Labels.Length);
        MakeRoom(count);
        weights.AsSpan(shape.HiddenBias, size).CopyTo(scene);
        foreach (var row in one.SceneRows)
        {
            Matrix.Add(weights.AsSpan(shape.PlaceStart + (row * size), size), scene);
        }

        Matrix.Add(Part(told, one.Cue, 1), scene);
        for (var i = 0; i < count; i++)
        {
            var sums = unitMasks.AsSpan(i * size, size);
            scene.CopyTo(sums);
            for (var j = 0; j < ReportFeatures.PlaceCount; j++)
            {
                var at = (i * ReportFeatures.PlaceCount) + j;
                placeRows[at] = (int)(dice.Next() >> 56) < DroppedPlaces ? 0 : one.PlaceRows[at];
                if (placeRows[at] > 0)
                {
                    Matrix.Add(weights.AsSpan(shape.PlaceStart + (placeRows[at] * size), size), sums);
                }
            }

            Matrix.Add(Part(told, one.Words[i].Word, 0), sums);
            Matrix.Add(Part(told, one.Words[i].Branch, 2), sums);
            var own = units.AsSpan(i * size, size);
            own.Clear();
            Dropout.Add(sums, own, DroppedHidden, dice);
            for (var label = 0; label < Labels; label++)
            {
                node[(i * Labels) + label] = weights[shape.LabelBias + label] + Matrix.Dot(weights.AsSpan(shape.LabelStart + (label * size), size), own);
            }
        }

        Tally = (Tally.Loss + field.Learn(node, one, weights.AsSpan(shape.MoveStart), gradient.AsSpan(shape.MoveStart)), Tally.Scenes + 1);
        sceneGradient.AsSpan().Clear();
        for (var i = 0; i < count; i++)
        {
            Return(one, i, toldGradient);
        }

        Matrix.Add(sceneGradient, gradient.AsSpan(shape.HiddenBias, size));
        Matrix.Add(sceneGradient, Part(toldGradient, one.Cue, 1));
        foreach (var row in one.SceneRows)
        {
            Touch(row, sceneGradient);
        }
    }

    private void Touch(int row, ReadOnlySpan<float> own)
    {
        if (row > 0)
        {
            Touched.Add(row);
            Matrix.Add(own, gradient.AsSpan(shape.PlaceStart + (row * shape.Hidden), shape.Hidden));
        }
    }

    private void Return(SceneExample one, int i, float[] toldGradient)
    {
        var size = shape.Hidden;
        unitGradient.AsSpan().Clear();
        for (var label = 0; label < Labels; label++)
        {
            var blame = node[(i * Labels) + label];
            if (MathF.Abs(blame) < 1e-5f)
            {
                continue;
            }

            gradient[shape.LabelBias + label] += blame;
            Matrix.AddScaled(units.AsSpan(i * size, size), blame, gradient.AsSpan(shape.LabelStart + (label * size), size));
            Matrix.AddScaled(weights.AsSpan(shape.LabelStart + (label * size), size), blame, unitGradient);
        }

        Lanes.Multiply(unitGradient, unitMasks.AsSpan(i * size, size), unitGradient);
        Matrix.Add(unitGradient, sceneGradient);
        Matrix.Add(unitGradient, Part(toldGradient, one.Words[i].Word, 0));
        Matrix.Add(unitGradient, Part(toldGradient, one.Words[i].Branch, 2));
        foreach (var row in placeRows.AsSpan(i * ReportFeatures.PlaceCount, ReportFeatures.PlaceCount))
        {
            Touch(row, unitGradient);
        }
    }

    private void MakeRoom(int count)
    {
        if (units.Length < count * shape.Hidden)
        {
            (units, unitMasks) = (new float[count * shape.Hidden], new float[count * shape.Hidden]);
            (placeRows, node) = (new int[count * ReportFeatures.PlaceCount], new float[count * Labels]);
        }
    }
}
