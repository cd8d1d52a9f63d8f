namespace Variorum.Learning;

/// <summary>Labels that mark spans of several kinds in a row of words: outside, or the begin, inside or end of a span, or a span of one word.</summary>
/// <remarks>
/// <para><b>Shape.</b> 0 is outside; each kind has four labels after it, in the order of <see cref="ChainPlace"/>. Spans of one
/// kind or of several lie side by side, never in each other.</para>
/// <para><b>Method.</b> The coding BIOES, also called BILOU (Ratinov and Roth, 2009).</para>
/// </remarks>
internal static class ChainLabels
{
    /// <summary>The label of a word in no span.</summary>
    public const byte Outside = 0;

    private const int Places = 4;

    /// <summary>How many labels there are for so many kinds.</summary>
    public static int Count(int kinds) => 1 + (kinds * Places);

    /// <summary>The label of a place in a span of a kind.</summary>
    public static byte Of(int kind, ChainPlace place) => (byte)(1 + (kind * Places) + (int)place);

    /// <summary>The kind of span a label is of; -1 for outside.</summary>
    public static int Kind(int label) => label == Outside ? -1 : (label - 1) / Places;

    /// <summary>The place in its span of a label other than outside.</summary>
    public static ChainPlace Place(int label) => (ChainPlace)((label - 1) % Places);

    /// <summary>Whether a span can begin, or a word outside stand, after this label: nothing is left open.</summary>
    public static bool Closes(int label) => label == Outside || Place(label) is ChainPlace.End or ChainPlace.Single;

    /// <summary>Whether a label can stand where nothing is open.</summary>
    public static bool Opens(int label) => label == Outside || Place(label) is ChainPlace.Begin or ChainPlace.Single;

    /// <summary>Whether one label can stand after another.</summary>
    public static bool CanFollow(int before, int after) =>
        Closes(before) ? Opens(after) : !Opens(after) && Kind(before) == Kind(after);

    /// <summary>Marks a span.</summary>
    public static void Mark(Span<byte> labels, int first, int end, int kind)
    {
        for (var i = first; i < end; i++)
        {
            labels[i] = Of(kind, end - first == 1 ? ChainPlace.Single : i == first ? ChainPlace.Begin : i == end - 1 ? ChainPlace.End : ChainPlace.Inside);
        }
    }

    /// <summary>Where the span that opens at a word ends.</summary>
    public static int SpanEnd(ReadOnlySpan<byte> labels, int first)
    {
        var end = first;
        while (end < labels.Length - 1 && !Closes(labels[end]))
        {
            end++;
        }

        return end + 1;
    }
}

/// <summary>Where in its span a word stands.</summary>
internal enum ChainPlace
{
    /// <summary>First of several.</summary>
    Begin,

    /// <summary>Between the first and the last.</summary>
    Inside,

    /// <summary>Last of several.</summary>
    End,

    /// <summary>The whole span.</summary>
    Single,
}
