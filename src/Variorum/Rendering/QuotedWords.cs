using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>One stretch of reported words, and which marks belong around it.</summary>
/// <param name="Span">The words, in the article's text.</param>
/// <param name="Opens">Whether a quotation mark opens it that the span itself does not hold.</param>
/// <param name="Closes">Whether one closes it.</param>
public readonly record struct QuotedPart(TextSpan Span, bool Opens, bool Closes);

/// <summary>Sets reported words in quotation marks exactly where the article does.</summary>
public static class QuotedWords
{
    /// <summary>How far source, cue and words may stand apart and still read as one stretch ("told reporters on Monday that").</summary>
    private const int LongestGap = 50;

    private const string Marks = "\"“”„‟«»‹›‘’‚‛'＂「」『』";

    /// <summary>The words of a place, in one or more stretches: the reporter's words between them are left out.</summary>
    public static ImmutableArray<QuotedPart> Of(Reading reading, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var quote = reading.Quotes.Where(quote => quote.Extent.Overlaps(span)).MaxBy(quote => Shared(quote.Extent, span) - Surplus(quote.Extent, span));
        if (quote is null)
        {
            return [new QuotedPart(span, false, false)];
        }

        var marked = quote.Kind switch
        {
            QuoteKind.Direct => quote.Content,
            QuoteKind.Mixed => quote.Quoted,
            _ => [],
        };
        var standing = marked.Where(part => StandsInMarks(reading.Article.Text, part)).ToArray();
        return [.. Parts(quote, span).Select(part => Mark(part, standing))];
    }

    /// <summary>The same as one line of text.</summary>
    public static string Text(Reading reading, TextSpan span) =>
        string.Join(" … ", Of(reading, span).Select(part => (part.Opens ? "“" : "") + OneLine(part.Span.Of(reading.Article.Text)) + (part.Closes ? "”" : "")));

    /// <summary>The same led by who reports it and how, as printed, where these stand right before indirect words: "accused Norrby of hiding it" alone would turn the charge around.</summary>
    public static string Report(Reading reading, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var words = Text(reading, span);
        var quote = reading.Quotes.FirstOrDefault(quote => quote.Kind != QuoteKind.Direct && quote.Content[0].Start == span.Start);
        if (quote?.Cue is not { } cue || cue.End > span.Start || span.Start - cue.End > LongestGap)
        {
            return words;
        }

        var start = quote.Source is { } source && source.End <= cue.Start && cue.Start - source.End <= LongestGap && !HasContentIn(reading, new TextSpan(source.End, cue.Start)) ? source.Start : cue.Start;
        var lead = new TextSpan(start, span.Start).Of(reading.Article.Text);
        return lead.Contains('\n', StringComparison.Ordinal) ? words : OneLine(lead) + " " + words;
    }

    /// <summary>"confirmed the sale and said": what another report between tells has a line of its own.</summary>
    private static bool HasContentIn(Reading reading, TextSpan gap) => !gap.IsEmpty && reading.Quotes.Any(other => other.Content.Any(gap.Overlaps));

    /// <summary>Words with every stretch of white space as one space.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static int Shared(TextSpan left, TextSpan right) => Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start);

    private static int Surplus(TextSpan quote, TextSpan span) => quote.Length - Shared(quote, span);

    private static TextSpan[] Parts(Quote quote, TextSpan span)
    {
        var inside = quote.Content.Where(part => part.Overlaps(span)).Select(part => new TextSpan(Math.Max(part.Start, span.Start), Math.Min(part.End, span.End))).ToArray();
        return inside.Length == 0 ? [span] : inside;
    }

    private static QuotedPart Mark(TextSpan part, TextSpan[] marked) => new(
        part,
        marked.Any(quoted => quoted.Start <= part.Start && part.Start < quoted.End),
        marked.Any(quoted => quoted.Start < part.End && part.End <= quoted.End));

    /// <summary>Whether a mark opens the words in the source. A quotation carried over paragraphs has no mark at a paragraph's end.</summary>
    private static bool StandsInMarks(string text, TextSpan part)
    {
        var before = part.Start - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]) && text[before] != '\n')
        {
            before--;
        }

        return (before >= 0 && Marks.Contains(text[before])) || (part.Start < text.Length && Marks.Contains(text[part.Start]));
    }
}
