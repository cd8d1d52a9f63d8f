using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Variorum.Extracting;

/// <summary>Takes out of a tag the attributes that no step looks at: a page's markup is mostly these.</summary>
internal static class AttributeTrimmer
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\f");

    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \t\r\n\f/");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/=>");

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\f>");

    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "class", "id", "role", "itemprop", "itemtype", "itemscope", "href", "content", "name", "property", "datetime", "rel", "type", "alt", "title", "lang", "hidden", "aria-hidden", "cite", "data-component", "src");

    /// <summary>The length of the tag that a text begins with, its <c>&gt;</c> included; signs within quotation marks do not end it.</summary>
    /// <returns>0 where it does not end, or its marks do not close.</returns>
    public static int TagLength(ReadOnlySpan<char> tag)
    {
        var at = 1;
        while (tag[at..].IndexOfAny('"', '\'', '>') is >= 0 and var next)
        {
            at += next;
            if (tag[at] == '>')
            {
                return at + 1;
            }

            var close = tag[..at].TrimEnd() is [.., '='] ? tag[(at + 1)..].IndexOf(tag[at]) : -1;
            if (close < 0 && tag[at - 1] == '=')
            {
                return 0;
            }

            at += close + 2;
        }

        return 0;
    }

    /// <summary>Appends what stands before and in a tag, without what is not looked at.</summary>
    /// <param name="markup">The page.</param>
    /// <param name="copied">Up to where it was appended before.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="end">One past its end.</param>
    /// <param name="name">How long its name is.</param>
    /// <param name="output">Made where something is left out.</param>
    /// <returns>Up to where it was appended now.</returns>
    public static int Trim(ReadOnlySpan<char> markup, int copied, int start, int end, int name, ref StringBuilder? output)
    {
        var tag = markup[..end];
        var at = start + 1 + name;
        while (at < tag.Length)
        {
            var before = at;
            var attribute = Next(tag, ref at, out var value);
            if (attribute.IsEmpty)
            {
                break;
            }

            if (!IsKept(attribute, value))
            {
                output ??= new StringBuilder(markup.Length);
                output.Append(tag[copied..before]).Append(' ');
                copied = at;
            }
        }

        return copied;
    }

    private static bool IsKept(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        name.Equals("style", StringComparison.OrdinalIgnoreCase)
            ? value.Contains("none", StringComparison.OrdinalIgnoreCase) || value.Contains("hidden", StringComparison.OrdinalIgnoreCase)
            : Kept.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && !(name.Equals("src", StringComparison.OrdinalIgnoreCase) && value.Length > 300);

    /// <summary>The next attribute's name and value; an empty name at the tag's end.</summary>
    private static ReadOnlySpan<char> Next(ReadOnlySpan<char> tag, ref int at, out ReadOnlySpan<char> value)
    {
        value = default;
        at = Skip(tag, at, Gaps);
        var end = tag[at..].IndexOfAny(NameEnds);
        var name = end < 0 ? tag[at..] : tag.Slice(at, end);
        at += name.Length;
        var after = Skip(tag, at, Spaces);
        if (after < tag.Length && tag[after] == '=')
        {
            at = Skip(tag, after + 1, Spaces);
            value = Value(tag, ref at);
            return name.IsEmpty ? "=" : name;
        }

        return name;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> tag, ref int at)
    {
        if (at < tag.Length && tag[at] is '"' or '\'')
        {
            var close = tag[(at + 1)..].IndexOf(tag[at]);
            var quoted = close < 0 ? tag[(at + 1)..] : tag.Slice(at + 1, close);
            at = close < 0 ? tag.Length : at + close + 2;
            return quoted;
        }

        var end = tag[at..].IndexOfAny(ValueEnds);
        var value = end < 0 ? tag[at..] : tag.Slice(at, end);
        at += value.Length;
        return value;
    }

    private static int Skip(ReadOnlySpan<char> tag, int at, SearchValues<char> any) =>
        tag[at..].IndexOfAnyExcept(any) is >= 0 and var next ? at + next : tag.Length;
}
