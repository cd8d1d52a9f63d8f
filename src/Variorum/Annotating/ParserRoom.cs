namespace Variorum.Annotating;

/// <summary>Room for a network to work in; one a thread, used again for the next sentence.</summary>
internal sealed class ParserRoom
{
    /// <summary>What stands for each word, with one place more than there are words.</summary>
    public float[] Words { get; private set; } = [];

    public float[] Sums { get; private set; } = [];

    /// <summary>What each word says in each place.</summary>
    public float[] Told { get; private set; } = [];

    public float[] Hidden { get; private set; } = [];

    /// <summary>Of relations.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>Makes room for a sentence.</summary>
    public void Begin(int words, ParserShape shape)
    {
        if (Hidden.Length == shape.Hidden && Words.Length >= (words + 1) * shape.Width)
        {
            return;
        }

        var room = Math.Max(64, words * 5 / 4);
        Words = new float[(room + 1) * shape.Width];
        Sums = new float[room * shape.Width];
        Told = new float[room * ArcView.Slots * shape.Hidden];
        Hidden = new float[shape.Hidden];
        Scores = new float[shape.Names];
    }
}
