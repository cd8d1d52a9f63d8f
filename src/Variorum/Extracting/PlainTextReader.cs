namespace Variorum.Extracting;

/// <summary>Reads an article from plain text or Markdown with whatever metadata stands loosely around it.</summary>
internal static class PlainTextReader
{
    private const int TailLines = 8;

    /// <summary>Reads a text.</summary>
    public static Draft Read(string text)
    {
        var draft = new Draft();
        var lines = LineSplitter.Split(text);
        var end = ReadTail(lines, draft);
        HeadReader.Read(lines, end, draft);
        return draft;
    }

    /// <summary>Takes addresses and labelled metadata from the last lines, where they end the text.</summary>
    /// <returns>One past the last line of the body.</returns>
    private static int ReadTail(List<Line> lines, Draft draft)
    {
        var end = lines.Count;
        for (var i = lines.Count - 1; i > 0 && i >= lines.Count - TailLines; i--)
        {
            var text = lines[i].Text;
            if (FieldLine.IsAddress(text))
            {
                draft.Url ??= FieldLine.IsSourceLabel(lines[i - 1].Text) || i == lines.Count - 1 ? text : null;
                end = i;
            }
            else if (FieldLine.Read(text) is { } field && field.Apply(draft, isTail: true))
            {
                end = i;
            }
            else if (FieldLine.IsSourceLabel(text))
            {
                end = i;
            }
            else if (!LineRules.Furniture.Match(text))
            {
                break;
            }
        }

        return end;
    }
}
