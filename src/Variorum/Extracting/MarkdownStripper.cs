using System.Buffers;
using System.Text;

namespace Variorum.Extracting;

/// <summary>Takes Markdown's marks out of a line and keeps its words.</summary>
/// <remarks><b>Cost.</b> One pass; a bracket without its partner is left as it stands.</remarks>
internal static class MarkdownStripper
{
    private const int LongestLink = 2000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[*_`<\\");

    /// <summary>The line's words.</summary>
    /// <param name="line">One line.</param>
    /// <param name="level">Its heading level; 0 for none.</param>
    public static string Strip(string line, out int level)
    {
        level = 0;
        while (level < line.Length && level < 7 && line[level] == '#')
        {
            level++;
        }

        if (level > 0 && (level == 7 || level >= line.Length || line[level] != ' '))
        {
            level = 0;
        }

        line = level > 0 ? line[level..].Trim().TrimEnd('#').TrimEnd() : line;
        line = line.StartsWith("> ", StringComparison.Ordinal) ? line.TrimStart('>', ' ') : line;
        return !line.AsSpan().ContainsAny(Marks) ? line : Inline(line);
    }

    /// <summary>Whether a line is a rule: three or more of one mark and nothing else.</summary>
    public static bool IsRule(string line)
    {
        var marks = line.Replace(" ", "", StringComparison.Ordinal);
        return marks.Length >= 3 && marks[0] is '-' or '*' or '_' or '=' or '~' or '#' && marks.All(mark => mark == marks[0]);
    }

    private static string Inline(string line)
    {
        var output = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length;)
        {
            i = line[i] switch
            {
                '!' when i + 1 < line.Length && line[i + 1] == '[' => Link(line, i + 1, output, isImage: true),
                '[' => Link(line, i, output, isImage: false),
                '<' => AutoLink(line, i, output),
                '\\' when i + 1 < line.Length && char.IsPunctuation(line[i + 1]) => Copy(line, i + 1, output),
                '*' or '_' or '`' when IsEmphasis(line, i) => SkipRun(line, i),
                _ => Copy(line, i, output),
            };
        }

        return output.ToString().Trim();
    }

    private static int Copy(string line, int at, StringBuilder output)
    {
        output.Append(line[at]);
        return at + 1;
    }

    /// <summary>[words](address) becomes its words; an image becomes nothing.</summary>
    private static int Link(string line, int at, StringBuilder output, bool isImage)
    {
        var window = line.AsSpan(at, Math.Min(LongestLink, line.Length - at));
        var end = window.IndexOf("](");
        var close = end < 0 ? -1 : window[end..].IndexOf(')');
        if (close < 0 || window[1..Math.Max(end, 1)].Contains('['))
        {
            output.Append(isImage ? "!" : "");
            return Copy(line, at, output);
        }

        if (!isImage)
        {
            output.Append(Strip(window[1..end].ToString(), out _));
        }

        return at + end + close + 1;
    }

    private static int AutoLink(string line, int at, StringBuilder output)
    {
        var rest = line.AsSpan(at + 1, Math.Min(LongestLink, line.Length - at - 1));
        var end = rest.StartsWith("http") ? rest.IndexOf('>') : -1;
        if (end < 0)
        {
            return Copy(line, at, output);
        }

        output.Append(rest[..end]);
        return at + end + 2;
    }

    /// <summary>A run of marks that touches a word on one side and none on the other, or stands at the line's edge.</summary>
    private static bool IsEmphasis(string line, int at)
    {
        var end = SkipRun(line, at);
        var before = at == 0 ? ' ' : line[at - 1];
        var after = end == line.Length ? ' ' : line[end];
        var opens = !char.IsWhiteSpace(after) && !char.IsLetterOrDigit(before);
        var closes = !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
        return end - at <= 3 && (opens || closes) && HasPartner(line, at, end);
    }

    private static bool HasPartner(string line, int start, int end) =>
        line.AsSpan(end, Math.Min(LongestLink, line.Length - end)).Contains(line[start])
        || line.AsSpan(Math.Max(0, start - LongestLink), Math.Min(LongestLink, start)).Contains(line[start]);

    private static int SkipRun(string line, int at)
    {
        var end = at;
        while (end < line.Length && line[end] == line[at])
        {
            end++;
        }

        return end;
    }
}
