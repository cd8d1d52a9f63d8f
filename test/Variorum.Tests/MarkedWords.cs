namespace Variorum.Tests;

/// <summary>What stands in quotation marks in a text, found without the program's help.</summary>
/// <remarks><b>Method.</b> Paragraph by paragraph: from an opening mark to its closing one, or to the paragraph's end where it is
/// carried over. A typewriter mark closes what is open and opens only where no word
/// ends before it. Single marks open where no letter stands before them and close
/// where none stands after them.</remarks>
internal static class MarkedWords
{
    /// <summary>The words between double marks, whatever their form.</summary>
    public static IEnumerable<string> Doubles(string text) => Spans(text, singles: false).Select(s => s.Of(text));

    /// <summary>Whether <paramref name="words"/> stand in <paramref name="source"/> between marks, single or double.</summary>
    public static bool Holds(string source, string words)
    {
        var (folded, wanted) = (Fold(source), Fold(words).Trim());
        var marked = Spans(source, singles: true).ToList();
        for (var at = folded.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (marked.Exists(m => m.Contains(new TextSpan(at, at + wanted.Length))))
            {
                return true;
            }
        }

        return false;
    }

    public static IEnumerable<TextSpan> Spans(string text, bool singles)
    {
        var start = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            foreach (var span in OfParagraph(paragraph, singles ? "\"“”‘’'" : "\"“”"))
            {
                yield return new TextSpan(start + span.Start, start + span.End);
            }

            start += paragraph.Length + 1;
        }
    }

    private static IEnumerable<TextSpan> OfParagraph(string text, string marks)
    {
        var open = new Stack<(char Mark, int At)>();
        for (var i = 0; i < text.Length; i++)
        {
            var mark = text[i];
            if (!marks.Contains(mark, StringComparison.Ordinal))
            {
                continue;
            }

            if (Closes(text, i) && open.Any(o => Matches(o.Mark, mark)))
            {
                while (!Matches(open.Peek().Mark, mark))
                {
                    open.Pop();
                }

                yield return new TextSpan(open.Pop().At + 1, i);
            }
            else if (Opens(text, i))
            {
                open.Push((mark, i));
            }
        }

        foreach (var (_, at) in open)
        {
            yield return new TextSpan(at + 1, text.Length);
        }
    }

    private static bool Opens(string text, int at) => text[at] switch
    {
        '“' => true,
        '"' => at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || ",.;:?!%".Contains(text[at - 1], StringComparison.Ordinal)),
        '‘' or '\'' => at == 0 || !char.IsLetterOrDigit(text[at - 1]),
        _ => false,
    };

    private static bool Closes(string text, int at) => text[at] switch
    {
        '”' or '"' => true,
        '’' or '\'' => at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]),
        _ => false,
    };

    private static bool Matches(char open, char close) => (open, close) is ('“', '”') or ('"', '"') or ('‘', '’') or ('\'', '\'');

    /// <summary>Character for character: plain marks, dashes and spaces.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = source[i] switch
            {
                '“' or '”' => '"',
                '‘' or '’' => '\'',
                var c when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
                var c => c,
            };
        }
    });
}
