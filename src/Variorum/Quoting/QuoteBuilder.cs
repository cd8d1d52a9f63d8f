using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Turns a report's pieces into a quote of the article's text.</summary>
internal sealed class QuoteBuilder(string text, ImmutableArray<Marked> marked)
{
    /// <summary>The quote of a report; null where nothing is left of its content.</summary>
    public Quote? Build(CarriedReport carried, int? speaker)
    {
        var (report, frame) = (carried.Report, carried.Report.Frame);
        var (content, quoted) = (new List<TextSpan>(), new List<TextSpan>());
        var alone = true;
        foreach (var part in report.Content.OrderBy(part => part.Start))
        {
            alone &= part.End == part.Start + 1 && frame[part.Start].IsMarked;
            content.Add(SpanOf(frame, part));
            quoted.AddRange(Enumerable.Range(part.Start, part.End - part.Start).Where(i => frame[i].IsMarked).Select(i => InnerOf(frame[i])));
        }

        content.RemoveAll(span => span.IsEmpty);
        quoted.RemoveAll(span => span.IsEmpty);
        if (content.Count == 0)
        {
            return null;
        }

        var kind = quoted.Count == 0 ? QuoteKind.Indirect : alone ? QuoteKind.Direct : QuoteKind.Mixed;
        return new Quote(kind, [.. content], Free(Of(frame, report.Cue), content), Free(Of(frame, report.Source), content), speaker, [.. quoted], carried.Via, report.Rule) { Act = Acts.Of(report) };
    }

    /// <summary>What stands in a marked stretch: a comma that only the marks' place asks for is not said.</summary>
    public TextSpan InnerOf(Piece piece)
    {
        var (start, end) = (marked[piece.Marked].Inner.Start, marked[piece.Marked].Inner.End);
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ','))
        {
            end--;
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return new TextSpan(start, end);
    }

    private TextSpan SpanOf(Frame frame, PieceRange part)
    {
        if (part.End == part.Start + 1 && frame[part.Start].IsMarked)
        {
            return InnerOf(frame[part.Start]);
        }

        var end = Clauses.Trim(frame, part.Start, part.End);
        return end > part.Start ? frame.Span(part.Start, end) : default;
    }

    private static TextSpan? Of(Frame frame, PieceRange? words) => words is { IsEmpty: false } range ? frame.Span(range.Start, range.End) : null;

    /// <summary>Source and cue never overlap the content: where a rule read them so, they are given up.</summary>
    private static TextSpan? Free(TextSpan? span, List<TextSpan> content) => span is { } known && content.Exists(part => part.Overlaps(known)) ? null : span;
}
