namespace Variorum.Tracing;

/// <summary>Tells which places of an article are words it quotes, embedded posts included.</summary>
/// <remarks><b>Method.</b> The quotes that were found, and whatever stands between double quotation marks of one paragraph.</remarks>
internal sealed class SpeechMask
{
    private readonly List<TextSpan> hidden;

    private SpeechMask(List<TextSpan> hidden) => this.hidden = hidden;

    public static SpeechMask Of(Reading reading)
    {
        var spans = reading.Quotes.SelectMany(q => q.Quoted).ToList();
        foreach (var paragraph in reading.Document.Paragraphs)
        {
            if (IsPost(reading.Article.Text.AsSpan(paragraph.Start, paragraph.Length)))
            {
                spans.Add(paragraph);
            }
            else
            {
                Scan(reading.Article.Text, paragraph, spans);
            }
        }

        return new SpeechMask(Merge(spans));
    }

    /// <summary>Whether the unit at <paramref name="offset"/> is quoted.</summary>
    public bool Hides(int offset)
    {
        int low = 0, high = hidden.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (hidden[middle].End <= offset)
            {
                low = middle + 1;
            }
            else if (hidden[middle].Start > offset)
            {
                high = middle - 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A post of a social network set into the page: it names its handle or its picture's address.</summary>
    private static bool IsPost(ReadOnlySpan<char> paragraph) =>
        paragraph.Contains("pic.twitter.com", StringComparison.OrdinalIgnoreCase) || paragraph.Contains(" (@", StringComparison.Ordinal);

    private static void Scan(string text, TextSpan paragraph, List<TextSpan> spans)
    {
        var open = -1;
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            switch (text[i])
            {
                case '“' or '„' or '«' when open < 0:
                case '"' when open < 0:
                    open = i + 1;
                    break;
                case '”' or '»' or '"' when open >= 0:
                    spans.Add(new TextSpan(open, i));
                    open = -1;
                    break;
            }
        }

        // A quotation carried over paragraphs opens anew in each and closes in the last alone.
        if (open == paragraph.Start + 1)
        {
            spans.Add(new TextSpan(open, paragraph.End));
        }
    }

    private static List<TextSpan> Merge(List<TextSpan> spans)
    {
        var merged = new List<TextSpan>(spans.Count);
        foreach (var span in spans.Where(s => !s.IsEmpty).Order())
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1].Union(span);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
