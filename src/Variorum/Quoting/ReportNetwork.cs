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

    private readonly PackedRows wordRows;
    private readonly PackedRows placeRows;
    private readonly FormTable words;
    private readonly FormTable places;

    /// <summary>The matrices of the layers, of what words say and of their vectors, laid out for products, and what is added in the layers.</summary>
    private readonly float[][] layers;
    private readonly float[][] layerBias;
    private readonly float[] told;
    private readonly float[] vectors;

    /// <summary>The weights of the roles, one role after another, and of the labels, one hidden unit after another.</summary>
    private readonly float[] roles;
    private readonly float[] roleBias;
    private readonly float[] hiddenBias;
    private readonly float[] labels;
    private readonly float[] labelBias;
    private readonly int[] moves;

    /// <param name="shape">How large it is.</param>
    /// <param name="dense">All weights but the rows'.</param>
    /// <param name="words">Which rows tell of a word, and the rows.</param>
    /// <param name="places">Which rows tell of a scene or a place, and the rows.</param>
    private ReportNetwork(ReportShape shape, float[] dense, (FormTable Table, PackedRows Rows) words, (FormTable Table, PackedRows Rows) places)
    {
        Shape = shape;
        ((this.words, wordRows), (this.places, placeRows)) = (words, places);
        layers = [.. Enumerable.Range(0, shape.Layers).Select(layer => Matrix.Panels(Part(shape.Layer(layer), shape.LayerSize - shape.Width), shape.Width))];
        layerBias = [.. Enumerable.Range(0, shape.Layers).Select(layer => Part(shape.Layer(layer) + shape.LayerSize - shape.Width, shape.Width))];
        told = Matrix.Panels(Part(shape.ToldStart, shape.Width * ReportShape.Parts * shape.Hidden), ReportShape.Parts * shape.Hidden);
        vectors = Matrix.Panels(Part(shape.VectorStart, ReportShape.Vector * shape.Width), shape.Width);
        (roles, roleBias) = (Part(shape.RoleStart, ReportShape.Roles * shape.Width), Part(shape.RoleBias, ReportShape.Roles));
        hiddenBias = Part(shape.HiddenBias, shape.Hidden);
        (labels, labelBias) = (new float[ReportLabels.Count * shape.Hidden], Part(shape.LabelBias, ReportLabels.Count));
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = dense[shape.LabelStart - shape.VectorStart + (i % ReportLabels.Count * shape.Hidden) + (i / ReportLabels.Count)];
        }

        moves = Array.ConvertAll(Part(shape.MoveStart, shape.Total - shape.MoveStart), InSteps);

        float[] Part(int start, int length) => dense[(start - shape.VectorStart)..(start - shape.VectorStart + length)];
    }

    public ReportShape Shape { get; }

    /// <summary>What each move onto a place of each kind is worth, in steps, label by label from which and to which.</summary>
    public ReadOnlySpan<int> Moves => moves;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ReportNetwork Read(Func<string, byte[]> section)
    {
        var sizes = MemoryMarshal.Cast<byte, int>(section("sizes"));
        if (sizes.Length != 5 || sizes.ContainsAnyExceptInRange(1, 1 << 20) || sizes[2..].ContainsAnyExceptInRange(1, 1 << 8) || sizes[2] % Matrix.Lanes != 0 || sizes[4] % Matrix.Lanes != 0)
        {
            throw ModelFile.Unusable(File, "is damaged (its sizes)");
        }

        var shape = new ReportShape(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
        var dense = new float[shape.Total - shape.VectorStart];
        PackedRows.Unpack(File, section("dense"), dense);
        return new ReportNetwork(
            shape,
            dense,
            (FormTable.Read(section("word-rows"), shape.WordRows), PackedRows.Read(File, section("words"), shape.WordRows, shape.Width)),
            (FormTable.Read(section("place-rows"), shape.PlaceRows), PackedRows.Read(File, section("places"), shape.PlaceRows, shape.Hidden)));
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
        Span<uint> features = stackalloc uint[ReportFeatures.WordCount];
        for (var i = 0; i < count; i++)
        {
            ReportFeatures.FillWord(text, range.First + i, features);
            Find(words, features, room.Rows.AsSpan(i * features.Length));
        }

        for (var i = 0; i < count; i++)
        {
            wordRows.Add(room.Rows.AsSpan(i * features.Length, features.Length), room.Words.AsSpan((i + 1) * width, width));
            text.CopyVector(range.First + i, room.Vectors.AsSpan(i * ReportShape.Vector, ReportShape.Vector));
        }

        Matrix.AddPanels(room.Vectors, ReportShape.Vector, vectors, room.Words.AsSpan(width), count, ReportShape.Vector, width);
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
            scores[role] += InSteps(roleBias[role] + Matrix.Dot(roles.AsSpan(role * Shape.Width, Shape.Width), row));
        }
    }

    /// <summary>Adds the scores of the labels of all places of a scene, in steps; its words are encoded.</summary>
    public void AddScores(ReportScene scene, ReportRoom room, Span<int> scores)
    {
        Look(scene, room);
        Span<uint> features = stackalloc uint[ReportFeatures.PlaceCount];
        Span<float> sums = stackalloc float[ReportLabels.Count];
        for (var place = 0; place < scene.Length; place++)
        {
            ReportFeatures.FillPlace(scene, place, features);
            Find(places, features, room.PlaceRows.AsSpan(place * features.Length));
        }

        for (var place = 0; place < scene.Length; place++)
        {
            room.Scene.CopyTo(room.Hidden, 0);
            placeRows.Add(room.PlaceRows.AsSpan(place * features.Length, features.Length), room.Hidden);
            var (word, branch) = scene.WordsOf(place);
            Matrix.Add(Told(room, word, 0), room.Hidden);
            Matrix.Add(Told(room, branch, 2), room.Hidden);
            Matrix.Rectify(room.Hidden);
            labelBias.CopyTo(sums);
            Matrix.AddEight(room.Hidden, labels, sums);
            for (var label = 0; label < sums.Length; label++)
            {
                scores[(place * ReportLabels.Count) + label] += InSteps(sums[label]);
            }
        }
    }

    /// <summary>Looks at a scene as a whole.</summary>
    private void Look(ReportScene scene, ReportRoom room)
    {
        Span<uint> features = stackalloc uint[ReportFeatures.SceneCount];
        ReportFeatures.FillScene(scene, features);
        Span<int> rows = stackalloc int[ReportFeatures.SceneCount];
        Find(places, features, rows);
        hiddenBias.CopyTo(room.Scene, 0);
        placeRows.Add(rows, room.Scene);
        Matrix.Add(Told(room, scene.Cue, 1), room.Scene);
    }

    private static void Find(FormTable table, ReadOnlySpan<uint> features, Span<int> rows)
    {
        for (var i = 0; i < features.Length; i++)
        {
            rows[i] = table.Find(features[i]);
        }
    }

    private void TakeIn(Document document, int layer, ReportRoom room)
    {
        var (width, count) = (Shape.Width, room.Range.Length);
        var sums = room.Sums.AsSpan(0, count * width);
        for (var i = 0; i < count; i++)
        {
            layerBias[layer].CopyTo(sums[(i * width)..]);
        }

        if (ReportShape.IsTree(layer))
        {
            TakeInHeads(document, layer, room, sums);
        }
        else
        {
            // Each word's window of three lies in a row already; behind the last there is nothing.
            room.Words.AsSpan((count + 1) * width, width).Clear();
            Matrix.AddPanels(room.Words, width, layers[layer], sums, count, ReportShape.Taken * width, width);
        }

        Matrix.Rectify(sums);
        Matrix.Add(sums, room.Words.AsSpan(width, sums.Length));
    }

    /// <summary>Some words at a time, so that what they take in stays at hand.</summary>
    private void TakeInHeads(Document document, int layer, ReportRoom room, Span<float> sums)
    {
        var (width, count) = (Shape.Width, room.Range.Length);
        for (var first = 0; first < count; first += ReportRoom.Block)
        {
            var size = Math.Min(ReportRoom.Block, count - first);
            for (var i = 0; i < size; i++)
            {
                var (head, own, above) = room.Range.Window(document, first + i + 1, true);
                var taken = room.Taken.AsSpan(i * ReportShape.Taken * width, ReportShape.Taken * width);
                room.Words.AsSpan(head * width, width).CopyTo(taken);
                room.Words.AsSpan(own * width, width).CopyTo(taken[width..]);
                room.Words.AsSpan(above * width, width).CopyTo(taken[(2 * width)..]);
            }

            Matrix.AddPanels(room.Taken, ReportShape.Taken * width, layers[layer], sums[(first * width)..], size, ReportShape.Taken * width, width);
        }
    }

    private Span<float> Told(ReportRoom room, int word, int part) => room.Told.AsSpan(((room.Range.NumberOf(word) * ReportShape.Parts) + part) * Shape.Hidden, Shape.Hidden);

    private static int InSteps(float score) => (int)MathF.Round(score / Step);
}
