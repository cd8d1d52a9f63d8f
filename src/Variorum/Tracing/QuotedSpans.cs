using System.Buffers;

namespace Variorum.Tracing;

/// <summary>Finds what stands between quotation marks in a paragraph.</summary>
internal static class QuotedSpans
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„«»‘’");

    /// <summary>Fills <paramref name="spans"/>, by place.</summary>
    /// <remarks>A quotation carried over paragraphs opens anew in each and closes in the last alone.</remarks>
    public static void Find(string text, int start, int end, List<TextSpan> spans)
    {
        spans.Clear();
        var (open, mark) = (-1, '\0');
        for (var i = Next(text, start, end); i < end; i = Next(text, i + 1, end))
        {
            if (open < 0)
            {
                if (Opens(text, i, start))
                {
                    (open, mark) = (i + 1, text[i]);
                }
            }
            else if (Closes(text, i, mark))
            {
                spans.Add(new TextSpan(open, i));
                open = -1;
            }
        }

        if (open == start + 1)
        {
            spans.Add(new TextSpan(open, end));
        }
    }

    private static int Next(string text, int from, int end)
    {
        var at = from < end ? text.AsSpan(from, end - from).IndexOfAny(Marks) : -1;
        return at < 0 ? end : from + at;
    }

    private static bool Opens(string text, int at, int start) => text[at] switch
    {
        '"' or '“' or '„' or '«' => true,
        '‘' => (at == start || !char.IsLetterOrDigit(text[at - 1])) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]),
        _ => false,
    };

    /// <summary>A single mark is also an apostrophe: it closes only after a word's or a sentence's end.</summary>
    private static bool Closes(string text, int at, char mark) => mark switch
    {
        '"' => text[at] is '"' or '”',
        '“' or '„' => text[at] is '”' or '"' || (mark == '„' && text[at] == '“'),
        '«' => text[at] == '»',
        _ => text[at] == '’' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])) && text[at - 1] != 's',
    };
}
