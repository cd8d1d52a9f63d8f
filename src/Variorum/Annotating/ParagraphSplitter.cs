namespace Variorum.Annotating;

/// <summary>Finds a text's paragraphs.</summary>
/// <remarks>
/// A blank line always parts. A single line break parts too, unless the block of lines it stands in is wrapped: where at
/// least a quarter of the lines after the first begin with a small letter, the breaks are the width of a page.
/// </remarks>
internal static class ParagraphSplitter
{
    public static List<TextSpan> Split(string text)
    {
        var paragraphs = new List<TextSpan>();
        var block = new List<TextSpan>();
        var at = 0;
        while (at < text.Length)
        {
            var stop = text.AsSpan(at).IndexOfAny('\n', '\r', '\u2029');
            var lineEnd = stop < 0 ? text.Length : at + stop;
            var line = Trim(text, new TextSpan(at, lineEnd));
            if (line.IsEmpty)
            {
                Close(text, block, paragraphs);
            }
            else
            {
                block.Add(line);
            }

            at = lineEnd + 1;
            at += lineEnd < text.Length && text[lineEnd] == '\r' && at < text.Length && text[at] == '\n' ? 1 : 0;
        }

        Close(text, block, paragraphs);
        return paragraphs;
    }

    private static void Close(string text, List<TextSpan> block, List<TextSpan> paragraphs)
    {
        if (block.Count > 1 && IsWrapped(text, block))
        {
            paragraphs.Add(new TextSpan(block[0].Start, block[^1].End));
        }
        else
        {
            paragraphs.AddRange(block);
        }

        block.Clear();
    }

    private static bool IsWrapped(string text, List<TextSpan> block)
    {
        var small = 0;
        for (var i = 1; i < block.Count; i++)
        {
            small += char.IsLower(text[block[i].Start]) ? 1 : 0;
        }

        return small * 4 >= block.Count - 1;
    }

    private static TextSpan Trim(string text, TextSpan line)
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && Letters.IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && Letters.IsBlank(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
