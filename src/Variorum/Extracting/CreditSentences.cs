using System.Buffers;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Finds the sentences inside an article's paragraphs that say from whom a part of the text is ("The Associated Press contributed to this report").</summary>
internal static class CreditSentences
{
    /// <summary>A credit of more characters is a sentence of the text.</summary>
    private const int Longest = 260;

    private static readonly Lazy<SearchValues<string>> Cues = new(() => SearchValues.Create([.. Lexicon.Words("credit-sentences")], StringComparison.OrdinalIgnoreCase));

    /// <summary>The credits of a paragraph, as printed.</summary>
    public static IEnumerable<string> Find(string paragraph)
    {
        for (var from = 0; from < paragraph.Length;)
        {
            var at = paragraph.AsSpan(from).IndexOfAny(Cues.Value);
            if (at < 0)
            {
                yield break;
            }

            var (start, end) = Around(paragraph, from + at);
            if (end - start <= Longest)
            {
                yield return paragraph[start..end];
            }

            from = Math.Max(end, from + at + 1);
        }
    }

    /// <summary>The sentence about a place: initials and "Inc." may cut it short, which loses no agency's name but one before them.</summary>
    private static (int Start, int End) Around(string text, int at)
    {
        var start = at > 1 ? text.LastIndexOf(". ", at - 1, StringComparison.Ordinal) + 1 : 0;
        var end = text.IndexOf(". ", at, StringComparison.Ordinal);
        return (start, end < 0 ? text.Length : end);
    }
}
