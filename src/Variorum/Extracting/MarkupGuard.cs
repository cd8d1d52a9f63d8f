using System.Runtime.InteropServices;
using System.Text;

namespace Variorum.Extracting;

/// <summary>Bounds what an HTML page can ask of its parser: length, number of tags, depth, length of a tag.</summary>
/// <remarks><b>Method.</b> One pass over the markup, before it is parsed. Tags beyond a bound are dropped and their content stays.
/// What nothing here looks at is left out, since the parser's time goes by the length of what it is given: comments, scripts but
/// JSON-LD, styles, drawings, and the attributes that <see cref="AttributeTrimmer"/> does not keep. <b>Cost.</b> Linear.</remarks>
internal ref struct MarkupGuard
{
    private const int LongestTag = 512 * 1024;

    private const int ShortestScan = 1024;

    private const int MostVain = 8 * LongestTag;

    private const int ShortTag = 40;

    private const int MostAttributes = 100;

    private const int MostStrays = 1000;

    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup", "html", "body", "head",
    };

    private static readonly string[] Raw = ["script", "style", "svg"];

    private readonly ReadOnlySpan<char> markup;
    private readonly Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
    private StringBuilder? output;
    private int copied;
    private int depth;
    private int tags;
    private int strays;
    private int vainRoom = MostVain;
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
            return Comment(start, rest);
        }

        var isClosing = rest.Length > 1 && rest[1] == '/';
        var name = Name(rest[(isClosing ? 2 : 1)..]);
        if (name.Length == 0)
        {
            return Stray(start, rest);
        }

        var length = isClosing ? 0 : QuotedLength(rest);
        length = length == 0 ? rest.IndexOf('>') + 1 : length;
        length = length == 0 ? rest.Length : length;
        return Take(start, start + length, name, isClosing);
    }

    /// <summary>The length of a tag whose attributes may hold its closing sign; 0 where their marks do not close. Looking in vain is paid from a purse.</summary>
    private int QuotedLength(ReadOnlySpan<char> rest)
    {
        var head = rest[..Math.Min(rest.Length, vainRoom > 0 ? LongestTag : ShortestScan)];
        var length = AttributeTrimmer.TagLength(head);
        vainRoom -= length == 0 ? head.Length : 0;
        return length;
    }

    private int Comment(int start, ReadOnlySpan<char> rest)
    {
        var close = rest[4..].IndexOf("-->");
        if (close < 0)
        {
            return markup.Length;
        }

        Replace(start, start + close + 7, "");
        return start + close + 7;
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

    private int Take(int start, int end, ReadOnlySpan<char> name, bool isClosing)
    {
        if (isClosing)
        {
            if (Lookup().TryGetValue(name, out var count) && count > 0)
            {
                Lookup()[name] = count - 1;
                depth--;
            }

            return end;
        }

        if (RawEnd(end, name) is { } after && !markup[start..end].Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            Replace(start, after, "");
            return after;
        }

        return Open(start, end, name);
    }

    private int Open(int start, int end, ReadOnlySpan<char> name)
    {
        if (!Unclosed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && markup[Math.Max(start, end - 2)] != '/')
        {
            if (depth >= Limits.Depth)
            {
                isTooDeep = true;
                Replace(start, end, "");
                return end;
            }

            CollectionsMarshal.GetValueRefOrAddDefault(Lookup(), name, out _)++;
            depth++;
        }

        if (HasManyAttributes(markup[start..end]))
        {
            Replace(start, end, $"<{name}>");
        }
        else if (end - start > ShortTag)
        {
            copied = AttributeTrimmer.Trim(markup, copied, start, end, name.Length, ref output);
        }

        return name.Equals("script", StringComparison.OrdinalIgnoreCase) ? RawStart(end, name) : end;
    }

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup() => open.GetAlternateLookup<ReadOnlySpan<char>>();

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

    /// <summary>One past the end of an element whose content is no text of the page; null for others, and where it is not closed.</summary>
    private readonly int? RawEnd(int at, ReadOnlySpan<char> name)
    {
        foreach (var raw in Raw)
        {
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase))
            {
                var close = markup[at..].IndexOf("</" + raw, StringComparison.OrdinalIgnoreCase);
                var end = close < 0 ? -1 : markup[(at + close)..].IndexOf('>');
                return end < 0 ? null : at + close + end + 1;
            }
        }

        return null;
    }

    /// <summary>Where a script's closing tag begins.</summary>
    private readonly int RawStart(int at, ReadOnlySpan<char> name)
    {
        var close = markup[at..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
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
