namespace Variorum.Extracting;

/// <summary>One line or joined paragraph of a plain text.</summary>
/// <param name="Text">Its words, without Markdown's marks.</param>
/// <param name="Raw">As it stood.</param>
/// <param name="Level">Its heading level; 0 for none.</param>
/// <param name="BlankBefore">Whether a blank line parts it from the one before.</param>
internal readonly record struct Line(string Text, string Raw, int Level, bool BlankBefore);

/// <summary>Splits plain text into paragraphs.</summary>
/// <remarks><b>Method.</b> A line is a paragraph, except in a text broken to a width: there a break is taken for a wrap where the
/// next line's first word would not have fitted.</remarks>
internal static class LineSplitter
{
    private const int NarrowestWrap = 40;

    private const int WidestWrap = 120;

    private const int FewestWraps = 3;

    /// <summary>The paragraphs; blank lines and rules are left out.</summary>
    public static List<Line> Split(string text)
    {
        var raw = text.ReplaceLineEndings("\n").Split('\n');
        var width = WrapWidth(raw);
        var lines = new List<Line>();
        var blank = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var line = Clean(raw[i]);
            if (line.Length == 0 || MarkdownStripper.IsRule(line))
            {
                blank = true;
                continue;
            }

            if (width > 0)
            {
                line = Join(raw, ref i, line, width);
            }

            var words = MarkdownStripper.Strip(line, out var level).Trim();
            if (words.Length > 0)
            {
                lines.Add(new Line(words, line, level, blank));
            }

            blank = false;
        }

        return lines;
    }

    /// <summary>A line without control and zero-width characters and outer white space.</summary>
    public static string Clean(string line)
    {
        line = line.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && line.AsSpan().IndexOfAny('\u200B', '\uFEFF', '\u00AD') < 0
            ? line
            : string.Concat(line.Select(c => c == '\t' ? ' ' : c).Where(c => c >= ' ' && c is not ('\u200B' or '\uFEFF' or '\u00AD')));
        return line.Trim();
    }

    private static string Join(string[] raw, ref int at, string line, int width)
    {
        var parts = new List<string> { line };
        while (at + 1 < raw.Length && Clean(raw[at + 1]) is { Length: > 0 } next && IsWrap(raw[at].TrimEnd(), next, width) && !MarkdownStripper.IsRule(next))
        {
            parts.Add(next);
            at++;
        }

        return parts.Count == 1 ? line : string.Join(' ', parts);
    }

    private static bool IsWrap(string line, string next, int width)
    {
        var word = next.IndexOf(' ', StringComparison.Ordinal);
        return line.Length + 1 + (word < 0 ? next.Length : word) > width && !next.StartsWith('#');
    }

    /// <summary>The width a text is broken to; 0 for a text that is not, as where most lines end a sentence.</summary>
    private static int WrapWidth(string[] raw)
    {
        var pairs = new List<(string Line, string Next)>();
        for (var i = 0; i + 1 < raw.Length; i++)
        {
            if (raw[i].AsSpan().Trim().Length > 0 && raw[i + 1].AsSpan().Trim().Length > 0)
            {
                pairs.Add((raw[i].TrimEnd(), raw[i + 1].Trim()));
            }
        }

        var width = pairs.Count < FewestWraps ? 0 : pairs.Max(pair => pair.Line.Length);
        return width is >= NarrowestWrap and <= WidestWrap
            && pairs.Count(pair => IsWrap(pair.Line, pair.Next, width)) >= pairs.Count * 0.6
            && pairs.Count(pair => pair.Line[^1] is '.' or '!' or '?' or '"' or '”') <= pairs.Count * 0.4 ? width : 0;
    }
}
