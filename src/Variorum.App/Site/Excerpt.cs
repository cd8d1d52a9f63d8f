namespace Variorum.App.Site;

/// <summary>A cited passage with the sentence around it.</summary>
/// <param name="Before">The sentence up to the passage.</param>
/// <param name="Cited">The passage.</param>
/// <param name="After">The rest of the sentence.</param>
public sealed record Excerpt(string Before, string Cited, string After)
{
    /// <summary>How much of a long sentence is shown on either side.</summary>
    private const int Reach = 220;

    /// <param name="reading">The article.</param>
    /// <param name="passage">What is cited.</param>
    /// <param name="value">The words that matter in it, as some account prints them; where this one has them, they alone are lit.</param>
    public static Excerpt Of(Reading reading, TextSpan passage, string value)
    {
        var text = reading.Article.Text;
        var at = text.AsSpan(passage.Start, passage.Length).IndexOf(value, StringComparison.OrdinalIgnoreCase);
        var found = new TextSpan(passage.Start + at, passage.Start + at + value.Length);
        var span = at >= 0 && IsWhole(text, found) ? found : passage;
        var sentence = reading.Document.SentenceAt(span.Start) is >= 0 and var index ? reading.Document.Sentences[index].Span.Union(span) : span;
        var (start, end) = (WordStart(text, Math.Max(sentence.Start, span.Start - Reach), span.Start), WordEnd(text, span.End, Math.Min(sentence.End, span.End + Reach)));
        return new Excerpt(
            (start > sentence.Start ? "… " : "") + text[start..span.Start],
            span.Of(text),
            text[span.End..end] + (end < sentence.End ? " …" : ""));
    }

    /// <summary>Whether no word is cut at either end.</summary>
    private static bool IsWhole(string text, TextSpan span) =>
        !span.IsEmpty && (span.Start == 0 || !char.IsLetterOrDigit(text[span.Start - 1])) && (span.End == text.Length || !char.IsLetterOrDigit(text[span.End]));

    private static int WordStart(string text, int from, int to)
    {
        while (from > 0 && from < to && !char.IsWhiteSpace(text[from - 1]))
        {
            from++;
        }

        return from;
    }

    private static int WordEnd(string text, int from, int to)
    {
        while (to > from && to < text.Length && !char.IsWhiteSpace(text[to]))
        {
            to--;
        }

        return to;
    }
}
