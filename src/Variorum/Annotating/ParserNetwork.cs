using System.Runtime.InteropServices;
using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>How large a parser's network is, and where each of its parts lies among its weights.</summary>
/// <param name="WordRows">Rows that stand for something about a word.</param>
/// <param name="Width">Numbers in such a row, and in what stands for a word; a multiple of sixteen.</param>
/// <param name="Layers">How often a word takes in its neighbours.</param>
/// <param name="Hidden">Hidden units that look at a state; a multiple of sixteen.</param>
/// <param name="Names">Relations that are told apart.</param>
internal sealed record ParserShape(int WordRows, int Width, int Layers, int Hidden, int Names)
{
    /// <summary>Three actions, and the relations of an arc to the left and to the right.</summary>
    public int Classes => 3 + (2 * Names);

    public int LayerSize => (3 * Width * Width) + Width;

    public int ArcRows => WordRows * Width;

    public int LayerStart => ArcRows + (ArcView.Rows * Hidden);

    public int Slots => LayerStart + (Layers * LayerSize);

    public int HiddenBias => Slots + (Width * ArcView.Slots * Hidden);

    public int Output => HiddenBias + Hidden;

    public int OutputBias => Output + (Classes * Hidden);

    public int Total => OutputBias + Classes;

    /// <summary>The matrix of a layer, three rows of inputs after each other, then what is added.</summary>
    public int Layer(int number) => LayerStart + (number * LayerSize);
}

/// <summary>The network that scores a parser's actions.</summary>
/// <remarks>
/// <para><b>Method.</b> A word is the sum of rows for its form, tags, classes and ending; layers add to it what a rectified linear
/// convolution makes of it and its two neighbours; what a hidden layer takes from it in each place is multiplied out once a
/// sentence (Chen and Manning, 2014), so that a state costs sums only.</para>
/// <para><b>Order.</b> Sums run in one order on every machine.</para>
/// </remarks>
internal sealed class ParserNetwork
{
    private const string File = "parser.model";

    /// <summary>Shift, left, right.</summary>
    private const int Actions = 3;

    private readonly float[] weights;

    /// <summary>The matrices of the layers and of the places, laid out for products.</summary>
    private readonly float[][] layers;
    private readonly float[] places;

    /// <summary>The weights of the relations' scores, unit after unit, for arcs to the left and then to the right.</summary>
    private readonly float[] names;

    /// <param name="shape">How large it is.</param>
    /// <param name="weights">All of them.</param>
    public ParserNetwork(ParserShape shape, float[] weights)
    {
        (Shape, this.weights) = (shape, weights);
        layers = [.. Enumerable.Range(0, shape.Layers).Select(layer => Matrix.Panels(weights.AsSpan(shape.Layer(layer), 3 * shape.Width * shape.Width), shape.Width))];
        places = Matrix.Panels(weights.AsSpan(shape.Slots, shape.Width * ArcView.Slots * shape.Hidden), ArcView.Slots * shape.Hidden);
        names = new float[2 * shape.Names * shape.Hidden];
        for (var i = 0; i < names.Length; i++)
        {
            var (side, unit, name) = (i / (shape.Names * shape.Hidden), i / shape.Names % shape.Hidden, i % shape.Names);
            names[i] = weights[shape.Output + ((Actions + (side * shape.Names) + name) * shape.Hidden) + unit];
        }
    }

    public ParserShape Shape { get; }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ParserNetwork Read(Func<string, byte[]> section)
    {
        var sizes = MemoryMarshal.Cast<byte, int>(section("sizes"));
        if (sizes.Length != 5 || sizes.ContainsAnyExceptInRange(1, 1 << 20) || sizes[1] % Matrix.Lanes != 0 || sizes[3] % Matrix.Lanes != 0 || sizes[4] % Matrix.Lanes != 0)
        {
            throw ModelFile.Unusable(File, "is damaged (its sizes)");
        }

        var shape = new ParserShape(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
        var cells = new float[shape.Total];
        PackedRows.Unpack(File, section("words"), cells.AsSpan(0, shape.ArcRows), shape.Width);
        PackedRows.Unpack(File, section("arcs"), cells.AsSpan(shape.ArcRows..shape.LayerStart), shape.Hidden);
        PackedRows.Unpack(File, section("dense"), cells.AsSpan(shape.LayerStart));
        return new ParserNetwork(shape, cells);
    }

    /// <summary>The model's sections: rows as bytes with a scale each, the rest as halves.</summary>
    public IEnumerable<(string Name, byte[] Content)> Write()
    {
        int[] sizes = [Shape.WordRows, Shape.Width, Shape.Layers, Shape.Hidden, Shape.Names];
        yield return ("sizes", MemoryMarshal.AsBytes<int>(sizes).ToArray());
        yield return ("words", PackedRows.Pack(weights.AsSpan(0, Shape.ArcRows), Shape.Width));
        yield return ("arcs", PackedRows.Pack(weights.AsSpan(Shape.ArcRows..Shape.LayerStart), Shape.Hidden));
        yield return ("dense", PackedRows.Halves(weights[Shape.LayerStart..Shape.Total]));
    }

    /// <summary>Works out what each word of a sentence says in each place.</summary>
    /// <param name="words">From the place before the first word to the root.</param>
    /// <param name="room">Room to work in; holds the result.</param>
    public void Encode(ReadOnlySpan<ParserWord> words, ParserRoom room)
    {
        var (count, width) = (words.Length, Shape.Width);
        room.Begin(count, Shape);
        for (var i = 0; i < count; i++)
        {
            var rows = words[i].Rows;
            foreach (ref var row in (Span<int>)rows)
            {
                row *= width;
            }

            var sum = room.Words.AsSpan(i * width, width);
            sum.Clear();
            Matrix.AddRows(weights, rows, sum);
        }

        for (var layer = 0; layer < Shape.Layers; layer++)
        {
            TakeIn(layer, room, count);
        }

        var columns = ArcView.Slots * Shape.Hidden;
        var told = room.Told.AsSpan(0, count * columns);
        told.Clear();
        Matrix.AddPanels(room.Words, width, places, told, count, width, columns);
    }

    /// <summary>Looks at a state: fills the hidden units.</summary>
    public void Look(ParserState state, ParserRoom room)
    {
        var size = Shape.Hidden;
        Span<int> numbers = stackalloc int[ArcView.Most];
        var hidden = room.Hidden.AsSpan(0, size);
        weights.AsSpan(Shape.HiddenBias, size).CopyTo(hidden);
        ArcView.See(state, numbers);
        for (var slot = 0; slot < ArcView.Slots; slot++)
        {
            numbers[slot] = ((numbers[slot] * ArcView.Slots) + slot) * size;
        }

        Matrix.AddRows(room.Told, numbers[..ArcView.Slots], hidden);
        numbers = numbers[..ArcView.Relate(state, numbers)];
        foreach (ref var row in numbers)
        {
            row = Shape.ArcRows + (row * size);
        }

        Matrix.AddRows(weights, numbers, hidden);
        Matrix.Rectify(hidden);
    }

    /// <summary>The score of an action in the state looked at last.</summary>
    public float Score(ArcAction action, ParserRoom room) =>
        weights[Shape.OutputBias + (int)action] + Matrix.Dot(weights.AsSpan(Shape.Output + ((int)action * Shape.Hidden), Shape.Hidden), room.Hidden);

    /// <summary>The relation with the highest score, counted from 0, for an arc in the state looked at last.</summary>
    public int Name(ArcAction action, ParserRoom room)
    {
        var side = action == ArcAction.Left ? 0 : 1;
        var scores = room.Scores.AsSpan(0, Shape.Names);
        weights.AsSpan(Shape.OutputBias + Actions + (side * Shape.Names), Shape.Names).CopyTo(scores);
        Matrix.AddProduct(room.Hidden, Shape.Hidden, 1, names.AsSpan(side * Shape.Hidden * Shape.Names, Shape.Hidden * Shape.Names), scores, 1, Shape.Hidden, Shape.Names);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    private void TakeIn(int layer, ParserRoom room, int count)
    {
        var width = Shape.Width;
        var added = weights.AsSpan(Shape.Layer(layer) + (3 * width * width), width);
        var sums = room.Sums.AsSpan(0, (count - 1) * width);
        for (var i = 0; i < count - 1; i++)
        {
            added.CopyTo(sums[(i * width)..]);
        }

        // Each word's window of three lies in a row already; behind the root there is nothing.
        room.Words.AsSpan(count * width, width).Clear();
        Matrix.AddPanels(room.Words, width, layers[layer], sums, count - 1, 3 * width, width);
        Matrix.Rectify(sums);
        Matrix.Add(sums, room.Words.AsSpan(width, sums.Length));
    }
}
