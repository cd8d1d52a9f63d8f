using System.Runtime.InteropServices;
using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>How large the network that reads reports is, and where each of its parts lies among its weights.</summary>
/// <param name="WordRows">Rows that stand for something about a word; the first for nothing.</param>
/// <param name="PlaceRows">Rows that stand for something about a scene or a place in it; the first for nothing.</param>
/// <param name="Width">Numbers in what stands for a word; a multiple of sixteen.</param>
/// <param name="Layers">How often a word takes in others, in turn its neighbours and its heads.</param>
/// <param name="Hidden">Hidden units that look at a place; a multiple of sixteen.</param>
internal sealed record ReportShape(int WordRows, int PlaceRows, int Width, int Layers, int Hidden)
{
    /// <summary>None, source, cue, content.</summary>
    public const int Roles = 4;

    /// <summary>What a word says as the place itself, as the cue, and as the head of the branch.</summary>
    public const int Parts = 3;

    /// <summary>How many words a layer takes in for each.</summary>
    public const int Taken = 3;

    /// <summary>Numbers in a word's vector of <see cref="WordTable"/>.</summary>
    public const int Vector = 64;

    private const int Bias = Matrix.Lanes;

    public int LayerSize => (Taken * Width * Width) + Width;

    public int PlaceStart => WordRows * Width;

    public int VectorStart => PlaceStart + (PlaceRows * Hidden);

    public int LayerStart => VectorStart + (Vector * Width);

    public int RoleStart => LayerStart + (Layers * LayerSize);

    public int RoleBias => RoleStart + (Roles * Width);

    public int ToldStart => RoleBias + Bias;

    public int HiddenBias => ToldStart + (Width * Parts * Hidden);

    public int LabelStart => HiddenBias + Hidden;

    public int LabelBias => LabelStart + (ReportLabels.Count * Hidden);

    public int MoveStart => LabelBias + Bias;

    public int Total => MoveStart + (ReportFeatures.Steps * ReportLabels.Moves);

    /// <summary>The matrix of a layer, then what is added.</summary>
    public int Layer(int number) => LayerStart + (number * LayerSize);

    /// <summary>Whether a layer takes in heads rather than neighbours.</summary>
    public static bool IsTree(int layer) => layer % 2 == 1;
}

/// <summary>The network that reads reports.</summary>
/// <remarks>
/// <para><b>Method.</b> A word is the sum of rows for what is seen of it (<see cref="ReportFeatures"/>) and of its vector turned by a
/// matrix; layers add to it what rectified linear units make of it and its neighbours, and of it and the two words above it
/// in the tree. From this it is told how likely a word is source, cue or content of whatever report. For a scene, hidden
/// units look at each place: at its word, at the cue, at the head of the branch, at rows for the way between them. What a
/// word says to them is multiplied out once (Chen and Manning, 2014).</para>
/// <para><b>Order.</b> Sums run in one order, and scores are rounded to whole steps: the same on every machine.</para>
/// </remarks>
internal sealed class ReportNetwork
{
    /// <summary>What one unit of a score is worth.</summary>
    public const float Step = 1 / 64f;

    private const string File = "attribution.model";

    private readonly float[] weights;
    private readonly FormTable words;
    private readonly FormTable places;
    private readonly float[][] layers;
    private readonly float[] told;
    private readonly float[] vectors;
    private readonly int[] moves;

    /// <param name="shape">How large it is.</param>
    /// <param name="weights">All of them.</param>
    /// <param name="words">The rows of what is seen of words.</param>
    /// <param name="places">The rows of what is seen of scenes and places.</param>
    public ReportNetwork(ReportShape shape, float[] weights, FormTable words, FormTable places)
    {
        (Shape, this.weights, this.words, this.places) = (shape, weights, words, places);
        layers = [.. Enumerable.Range(0, shape.Layers).Select(layer => Matrix.Panels(weights.AsSpan(shape.Layer(layer), shape.LayerSize - shape.Width), shape.Width))];
        told = Matrix.Panels(weights.AsSpan(shape.ToldStart, shape.Width * ReportShape.Parts * shape.Hidden), ReportShape.Parts * shape.Hidden);
        vectors = Matrix.Panels(weights.AsSpan(shape.VectorStart, ReportShape.Vector * shape.Width), shape.Width);
        moves = Array.ConvertAll(weights[shape.MoveStart..shape.Total], InSteps);
        for (var i = 0; i < moves.Length; i++)
        {
            moves[i] += ReportLabels.CostOf(i % ReportLabels.Moves);
        }
    }

    public ReportShape Shape { get; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ReportNetwork Read(Func<string, byte[]> section)
    {
        var sizes = MemoryMarshal.Cast<byte, int>(section("sizes"));
        if (sizes.Length != 5 || sizes.ContainsAnyExceptInRange(1, 1 << 20) || sizes[2] % Matrix.Lanes != 0 || sizes[4] % Matrix.Lanes != 0)
        {
            throw ModelFile.Unusable(File, "is damaged (its sizes)");
        }

        var shape = new ReportShape(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
        var cells = new float[shape.Total];
        PackedRows.Unpack(File, section("words"), cells.AsSpan(0, shape.PlaceStart), shape.Width);
        PackedRows.Unpack(File, section("places"), cells.AsSpan(shape.PlaceStart..shape.VectorStart), shape.Hidden);
        PackedRows.Unpack(File, section("dense"), cells.AsSpan(shape.VectorStart));
        var (words, places) = (FormTable.Read(section("word-rows"), shape.WordRows), FormTable.Read(section("place-rows"), shape.PlaceRows));
        return new ReportNetwork(shape, cells, words, places);
    }

    /// <summary>A network's sections.</summary>
    /// <param name="shape">How large it is.</param>
    /// <param name="weights">All of them.</param>
    /// <param name="wordRows">A written table of rows.</param>
    /// <param name="placeRows">Another.</param>
    public static IEnumerable<(string Name, byte[] Content)> Write(ReportShape shape, float[] weights, byte[] wordRows, byte[] placeRows)
    {
        int[] sizes = [shape.WordRows, shape.PlaceRows, shape.Width, shape.Layers, shape.Hidden];
        yield return ("sizes", MemoryMarshal.AsBytes<int>(sizes).ToArray());
        yield return ("words", PackedRows.Pack(weights.AsSpan(0, shape.PlaceStart), shape.Width));
        yield return ("places", PackedRows.Pack(weights.AsSpan(shape.PlaceStart..shape.VectorStart), shape.Hidden));
        yield return ("dense", PackedRows.Halves(weights[shape.VectorStart..shape.Total]));
        yield return ("word-rows", wordRows);
        yield return ("place-rows", placeRows);
    }

    /// <summary>Works out what words say.</summary>
    /// <param name="text">Has its odds.</param>
    /// <param name="range">Which words.</param>
    /// <param name="room">Receives it.</param>
    public void Encode(ReportText text, TextRange range, ReportRoom room)
    {
        var (count, width) = (range.Length, Shape.Width);
        room.Begin(range, Shape);
        room.Words.AsSpan(0, (count + 1) * width).Clear();
        for (var i = 0; i < count; i++)
        {
            LookUp(text, range.First + i, room.Words.AsSpan((i + 1) * width, width));
            text.CopyVector(range.First + i, room.Taken.AsSpan(i * ReportShape.Vector, ReportShape.Vector));
        }

        Matrix.AddPanels(room.Taken, ReportShape.Vector, vectors, room.Words.AsSpan(width), count, ReportShape.Vector, width);
        for (var layer = 0; layer < Shape.Layers; layer++)
        {
            TakeIn(text.Document, layer, room);
        }

        var columns = ReportShape.Parts * Shape.Hidden;
        var all = room.Told.AsSpan(0, (count + 1) * columns);
        all.Clear();
        Matrix.AddPanels(room.Words, width, told, all, count + 1, width, columns);
    }

    /// <summary>Adds the scores of an encoded word's roles, in steps.</summary>
    public void AddRoles(ReportRoom room, int word, Span<int> scores)
    {
        var row = room.Words.AsSpan(room.Range.NumberOf(word) * Shape.Width, Shape.Width);
        for (var role = 0; role < ReportShape.Roles; role++)
        {
            scores[role] += InSteps(weights[Shape.RoleBias + role] + Matrix.Dot(weights.AsSpan(Shape.RoleStart + (role * Shape.Width), Shape.Width), row));
        }
    }

    /// <summary>Looks at a scene as a whole; its words are encoded.</summary>
    public void Look(ReportScene scene, ReportRoom room)
    {
        Span<uint> features = stackalloc uint[ReportFeatures.SceneCount];
        ReportFeatures.FillScene(scene, features);
        weights.AsSpan(Shape.HiddenBias, Shape.Hidden).CopyTo(room.Scene);
        AddPlaces(features, room.Scene);
        Matrix.Add(Told(room, scene.Cue, 1), room.Scene);
    }

    /// <summary>Adds the scores of a place's labels, in steps, in the scene looked at last.</summary>
    public void AddScores(ReportScene scene, int place, ReportRoom room, Span<int> scores)
    {
        Span<uint> features = stackalloc uint[ReportFeatures.PlaceCount];
        ReportFeatures.FillPlace(scene, place, features);
        room.Scene.CopyTo(room.Hidden, 0);
        AddPlaces(features, room.Hidden);
        var (word, branch) = scene.WordsOf(place);
        Matrix.Add(Told(room, word, 0), room.Hidden);
        Matrix.Add(Told(room, branch, 2), room.Hidden);
        Matrix.Rectify(room.Hidden);
        for (var label = 0; label < ReportLabels.Count; label++)
        {
            scores[label] += InSteps(weights[Shape.LabelBias + label] + Matrix.Dot(weights.AsSpan(Shape.LabelStart + (label * Shape.Hidden), Shape.Hidden), room.Hidden));
        }
    }

    /// <summary>What each move onto a place is worth, in steps, label by label from which and to which.</summary>
    public ReadOnlySpan<int> Moves(ReportScene scene, int place) => moves.AsSpan(ReportFeatures.Step(scene, place) * ReportLabels.Moves, ReportLabels.Moves);

    private void LookUp(ReportText text, int word, Span<float> sum)
    {
        Span<uint> features = stackalloc uint[ReportFeatures.WordCount];
        Span<int> rows = stackalloc int[ReportFeatures.WordCount];
        ReportFeatures.FillWord(text, word, features);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = words.Find(features[i]) * Shape.Width;
        }

        Matrix.AddRows(weights, rows, sum);
    }

    private void AddPlaces(ReadOnlySpan<uint> features, Span<float> sum)
    {
        Span<int> rows = stackalloc int[features.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = Shape.PlaceStart + (places.Find(features[i]) * Shape.Hidden);
        }

        Matrix.AddRows(weights, rows, sum);
    }

    private void TakeIn(Document document, int layer, ReportRoom room)
    {
        var (width, count) = (Shape.Width, room.Range.Length);
        var added = weights.AsSpan(Shape.Layer(layer) + Shape.LayerSize - width, width);
        for (var i = 0; i < count; i++)
        {
            var (left, middle, right) = room.Range.Window(document, i + 1, ReportShape.IsTree(layer));
            var taken = room.Taken.AsSpan(i * ReportShape.Taken * width, ReportShape.Taken * width);
            room.Words.AsSpan(left * width, width).CopyTo(taken);
            room.Words.AsSpan(middle * width, width).CopyTo(taken[width..]);
            room.Words.AsSpan(right * width, width).CopyTo(taken[(2 * width)..]);
            added.CopyTo(room.Sums.AsSpan(i * width));
        }

        var sums = room.Sums.AsSpan(0, count * width);
        Matrix.AddPanels(room.Taken, ReportShape.Taken * width, layers[layer], sums, count, ReportShape.Taken * width, width);
        Matrix.Rectify(sums);
        Matrix.Add(sums, room.Words.AsSpan(width, sums.Length));
    }

    private Span<float> Told(ReportRoom room, int word, int part) => room.Told.AsSpan(((room.Range.NumberOf(word) * ReportShape.Parts) + part) * Shape.Hidden, Shape.Hidden);

    private static int InSteps(float score) => (int)MathF.Round(score / Step);
}
