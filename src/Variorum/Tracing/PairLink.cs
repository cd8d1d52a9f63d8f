using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>How two articles depend on each other, before it is known how they do on the others.</summary>
/// <param name="Left">The earlier in the order of publication.</param>
/// <param name="Right">The later.</param>
/// <param name="Kind">What kind of debt.</param>
/// <param name="Taker">Who owes it.</param>
/// <param name="Rule">What decided kind and direction.</param>
internal sealed record PairLink(int Left, int Right, LineageKind Kind, Taker Taker, string Rule)
{
    /// <summary>What they share; null for nothing.</summary>
    public SharedText? Text { get; init; }

    /// <summary>How sure the direction is: a greater number yields to a lesser one.</summary>
    public int Doubt => Taker is Taker.Unknown or Taker.Neither ? 3 : Kind == LineageKind.Cites ? 1 : Rule.EndsWith("earlier-publication", StringComparison.Ordinal) ? 2 : 0;

    /// <summary>The link of two articles with common text.</summary>
    public static PairLink OfText(int left, int right, Origin leftOrigin, Origin rightOrigin, SharedText text)
    {
        var (taker, rule) = CopyDirection.Decide(leftOrigin, rightOrigin);
        return new PairLink(left, right, LineageKind.Copy, taker, "shared-text/" + rule) { Text = text };
    }

    /// <param name="leftText">The left one's words.</param>
    /// <param name="rightText">The right one's words.</param>
    /// <param name="rightTook">The direction, as it is decided in the end.</param>
    public LineageLink Draw(TracedText leftText, TracedText rightText, bool rightTook)
    {
        var passages = Passages(Text, leftText, rightText);
        var (from, to) = rightTook ? (Left, Right) : (Right, Left);
        return new LineageLink(
            from,
            to,
            Kind,
            Text is null ? 0 : rightTook ? Text.RightShare : Text.LeftShare,
            rightTook ? passages : [.. passages.Select(p => new SharedPassage(p.To, p.From, p.Kind)).OrderBy(p => p.To)],
            Rule)
        { IsDirected = Taker == (rightTook ? Taker.Right : Taker.Left) };
    }

    /// <summary>The shared stretches as spans, from the left to the right article, in the right one's order.</summary>
    public static ImmutableArray<SharedPassage> Passages(SharedText? text, TracedText left, TracedText right) => text is null ? [] :
        [.. text.Stretches.Select(s => new SharedPassage(left.Span(s.Left.First, s.Left.Last), right.Span(s.Right.First, s.Right.Last), s.Kind)).OrderBy(p => p.To)];
}
