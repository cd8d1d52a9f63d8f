using System.Collections.Immutable;

namespace Variorum.App.Site;

/// <summary>Nests passages that contain one another, and cuts those that cross, so that elements can hold them.</summary>
internal static class PassageNester
{
    private static readonly Comparer<Passage> ByPlace = Comparer<Passage>.Create(Compare);

    /// <summary>A paragraph's text and passages as a tree that covers it without gaps.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="passages">All passages of the article.</param>
    public static ImmutableArray<PassageNode> Nest(TextSpan paragraph, IEnumerable<Passage> passages) =>
        Nest(paragraph, new SortedSet<Passage>(passages.Where(passage => passage.Span.Overlaps(paragraph) && !passage.Span.IsEmpty).Select(passage => Cut(passage, paragraph)), ByPlace));

    private static ImmutableArray<PassageNode> Nest(TextSpan outer, SortedSet<Passage> passages)
    {
        var nodes = ImmutableArray.CreateBuilder<PassageNode>();
        var at = outer.Start;
        while (passages.Min is { } passage)
        {
            passages.Remove(passage);
            AddText(nodes, new TextSpan(at, passage.Span.Start));
            nodes.Add(new PassageNode(passage.Span, passage, Nest(passage.Span, TakeInner(passages, passage.Span))));
            at = passage.Span.End;
        }

        AddText(nodes, new TextSpan(at, outer.End));
        return nodes.ToImmutable();
    }

    /// <summary>Moves what begins inside a passage out of the rest; what lasts longer leaves its remainder there.</summary>
    private static SortedSet<Passage> TakeInner(SortedSet<Passage> rest, TextSpan outer)
    {
        var inner = new SortedSet<Passage>(ByPlace);
        while (rest.Min is { } next && next.Span.Start < outer.End)
        {
            rest.Remove(next);
            inner.Add(Cut(next, outer));
            if (next.Span.End > outer.End)
            {
                rest.Add(Cut(next, new TextSpan(outer.End, next.Span.End)));
            }
        }

        return inner;
    }

    private static Passage Cut(Passage passage, TextSpan to)
    {
        var span = new TextSpan(Math.Max(passage.Span.Start, to.Start), Math.Min(passage.Span.End, to.End));
        return passage with { Span = span, IsFirst = passage.IsFirst && span.Start == passage.Span.Start, IsLast = passage.IsLast && span.End == passage.Span.End };
    }

    private static void AddText(ImmutableArray<PassageNode>.Builder nodes, TextSpan span)
    {
        if (!span.IsEmpty)
        {
            nodes.Add(new PassageNode(span, null, []));
        }
    }

    /// <summary>Earlier first, of those the longer first.</summary>
    private static int Compare(Passage left, Passage right)
    {
        var byStart = left.Span.Start.CompareTo(right.Span.Start);
        var byEnd = byStart != 0 ? byStart : right.Span.End.CompareTo(left.Span.End);
        return byEnd != 0 ? byEnd : string.CompareOrdinal(left.Anchor, right.Anchor);
    }
}
