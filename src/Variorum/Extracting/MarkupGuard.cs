using System.Text;

namespace Variorum.Extracting;

/// <summary>Bounds what an HTML page can ask of its parser: length, number of tags, depth, length of a tag.</summary>
/// <remarks><b>Method.</b> One pass over the markup, before it is parsed. Tags beyond a bound are dropped and their content stays.
/// <b>Cost.</b> Linear; a page within the bounds is returned as it is.</remarks>
internal ref struct MarkupGuard
{
    private const int LongestTag = 8192;

    private const int MostAttributes = 100;

    private const int MostStrays = 1000;

    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup", "html", "body", "head",
    };

    private readonly ReadOnlySpan<char> markup;
    private readonly Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
    private StringBuilder? output;
    private int copied;
    private int depth;
    private int tags;
    private int strays;
    private bool isTooDeep;

    private MarkupGuard(ReadOnlySpan<char> markup) => this.markup = markup;

    /// <summary>The markup within bounds; adds problems for what was dropped.</summary>
    public static string Limit(string markup, List<Problem> problems)
    {
        if (markup.Length > Limits.MarkupLength)
        {
            problems.Add(new Problem(ProblemCodes.TooLarge, $"Only the first {Limits.MarkupLength} characters of the page were read."));
            markup = markup[..Limits.MarkupLength];
        }

        var guard = new MarkupGuard(markup);
        var end = guard.Run();
        if (guard.isTooDeep)
        {
            problems.Add(new Problem(ProblemCodes.TooDeep, $"Elements nested deeper than {Limits.Depth} levels were read as if they were not nested."));
        }

        if (end < markup.Length)
        {
            problems.Add(new Problem(ProblemCodes.TooLarge, $"Only the first {Limits.Tags} tags of the page were read."));
        }

        return guard.output is null ? markup[..end] : guard.output.Append(markup, guard.copied, Math.Max(0, end - guard.copied)).ToString();
    }

    /// <summary>Returns where reading ends.</summary>
    private int Run()
    {
        var at = 0;
        while (at < markup.Length)
        {
            var next = markup[at..].IndexOf('<');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (++tags > Limits.Tags)
            {
                return at;
            }

            at = Tag(at);
        }

        return markup.Length;
    }

    private int Tag(int start)
    {
        var rest = markup[start..];
        if (rest.StartsWith("<!--"))
        {
            var close = rest[4..].IndexOf("-->");
            return close < 0 ? markup.Length : start + close + 7;
        }

        var isClosing = rest.Length > 1 && rest[1] == '/';
        var name = Name(rest[(isClosing ? 2 : 1)..]);
        if (name.Length == 0)
        {
            return Stray(start, rest);
        }

        var length = rest.IndexOf('>');
        length = length < 0 ? rest.Length : length + 1;
        return Take(start, start + length, name.ToString(), isClosing);
    }

    /// <summary>A parser may take time in the square of the signs that open no tag; after the first many they become entities.</summary>
    private int Stray(int start, ReadOnlySpan<char> rest)
    {
        if (rest.Length > 1 && rest[1] is '!' or '?' or '/')
        {
            return start + 1;
        }

        tags--;
        if (++strays > MostStrays)
        {
            Replace(start, start + 1, "&lt;");
        }

        return start + 1;
    }

    private int Take(int start, int end, string name, bool isClosing)
    {
        if (isClosing)
        {
            if (open.TryGetValue(name, out var count) && count > 0)
            {
                open[name] = count - 1;
                depth--;
            }

            return end;
        }

        if (!Unclosed.Contains(name) && markup[Math.Max(start, end - 2)] != '/')
        {
            if (depth >= Limits.Depth)
            {
                isTooDeep = true;
                Replace(start, end, "");
                return end;
            }

            open[name] = open.GetValueOrDefault(name) + 1;
            depth++;
        }

        if (end - start > LongestTag || HasManyAttributes(markup[start..end]))
        {
            Replace(start, end, "<" + name + ">");
        }

        return IsRaw(name) ? SkipRaw(end, name) : end;
    }

    /// <summary>Counts the spaces outside quotation marks.</summary>
    private static bool HasManyAttributes(ReadOnlySpan<char> tag)
    {
        var count = 0;
        var quote = '\0';
        foreach (var c in tag.Length < 2 * MostAttributes ? [] : tag)
        {
            count += quote == '\0' && char.IsWhiteSpace(c) ? 1 : 0;
            quote = quote == c ? '\0' : quote == '\0' && c is '"' or '\'' ? c : quote;
        }

        return count > MostAttributes;
    }

    private static bool IsRaw(string name) => name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    private readonly int SkipRaw(int at, string name)
    {
        var close = markup[at..].IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? at : at + close;
    }

    private void Replace(int start, int end, string with)
    {
        output ??= new StringBuilder(markup.Length);
        output.Append(markup[copied..start]).Append(with);
        copied = end;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && end < 30 && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '-' or ':'))
        {
            end++;
        }

        return end > 0 && char.IsAsciiLetter(rest[0]) ? rest[..end] : [];
    }
}
