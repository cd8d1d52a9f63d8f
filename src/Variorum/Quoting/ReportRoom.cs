namespace Variorum.Quoting;

/// <summary>Room for a <see cref="ReportNetwork"/> to work in; one a thread, used again for the next words.</summary>
internal sealed class ReportRoom
{
    /// <summary>Words that take in their heads at once.</summary>
    public const int Block = 32;

    /// <summary>The words that are encoded.</summary>
    public TextRange Range { get; private set; }

    /// <summary>What stands for each word; before them what stands for none.</summary>
    public float[] Words { get; private set; } = [];

    /// <summary>Which rows tell of each word, and of each place of a scene.</summary>
    public int[] Rows { get; private set; } = [];

    public int[] PlaceRows { get; private set; } = [];

    /// <summary>What is known of the meaning of each word.</summary>
    public float[] Vectors { get; private set; } = [];

    /// <summary>What a layer takes in for each of a block of words.</summary>
    public float[] Taken { get; private set; } = [];

    public float[] Sums { get; private set; } = [];

    /// <summary>What each word says as the place, as the cue and as the head of a branch; before them what none says.</summary>
    public float[] Told { get; private set; } = [];

    /// <summary>The hidden units of a scene as a whole, and of one of its places.</summary>
    public float[] Scene { get; private set; } = [];

    public float[] Hidden { get; private set; } = [];

    /// <summary>For the places of a scene: scores of labels, the kinds of moves, and the best ways back.</summary>
    public int[] Scores { get; private set; } = [];

    public int[] Kinds { get; private set; } = [];

    public byte[] Back { get; private set; } = [];

    /// <summary>Makes room for the places of a scene.</summary>
    public void BeginScene(int count)
    {
        if (Kinds.Length < count)
        {
            PlaceRows = new int[count * ReportFeatures.PlaceCount];
            (Scores, Kinds, Back) = (new int[count * ReportLabels.Count], new int[count], new byte[count * ReportLabels.Count]);
        }
    }

    /// <summary>Makes room for some words of a text.</summary>
    public void Begin(TextRange range, ReportShape shape)
    {
        Range = range;
        var count = range.Length;
        if (Scene.Length == shape.Hidden && Words.Length >= (count + 2) * shape.Width)
        {
            return;
        }

        var room = Math.Max(640, count);
        Rows = new int[room * ReportFeatures.WordCount];
        Words = new float[(room + 2) * shape.Width];
        Vectors = new float[room * ReportShape.Vector];
        Taken = new float[Block * ReportShape.Taken * shape.Width];
        Sums = new float[room * shape.Width];
        Told = new float[(room + 1) * ReportShape.Parts * shape.Hidden];
        (Scene, Hidden) = (new float[shape.Hidden], new float[shape.Hidden]);
    }
}

/// <summary>A range of words, half-open.</summary>
internal readonly record struct TextRange(int First, int End)
{
    public int Length => End - First;

    public bool Contains(int word) => word >= First && word < End;

    /// <summary>A word's number among those of the range, from 1; 0 for one outside.</summary>
    public int NumberOf(int word) => Contains(word) ? word - First + 1 : 0;

    /// <summary>The words that a layer takes in for one: its neighbours, or its head and the head of that; numbers from 1, 0 for none.</summary>
    public (int Left, int Middle, int Right) Window(Document document, int number, bool isTree)
    {
        if (!isTree)
        {
            return (number - 1, number, number < Length ? number + 1 : 0);
        }

        var head = document.Tokens[First + number - 1].Head;
        return (NumberOf(head), number, NumberOf(head < 0 ? -1 : document.Tokens[head].Head));
    }
}
