namespace Variorum.App.Site;

/// <summary>A cited passage with the sentence around it.</summary>
/// <param name="Before">The sentence up to the passage.</param>
/// <param name="Cited">The passage.</param>
/// <param name="After">The rest of the sentence.</param>
public sealed record Excerpt(string Before, string Cited, string After)
{
    /// <summary>How much of a long sentence is shown on either side.</summary>
    private const int Reach = 220;

    public static Excerpt Of(Reading reading, TextSpan span)
    {
        var text = reading.Article.Text;
        var sentence = reading.Document.SentenceAt(span.Start) is >= 0 and var index ? reading.Document.Sentences[index].Span.Union(span) : span;
        var (start, end) = (WordStart(text, Math.Max(sentence.Start, span.Start - Reach), span.Start), WordEnd(text, span.End, Math.Min(sentence.End, span.End + Reach)));
        return new Excerpt(
            (start > sentence.Start ? "… " : "") + text[start..span.Start],
            span.Of(text),
            text[span.End..end] + (end < sentence.End ? " …" : ""));
    }

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
