using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Decides which of two articles with shared text took it from the other.</summary>
internal static class CopyDirection
{
    /// <summary>The rules, the strongest evidence first; the first that can tell decides.</summary>
    private static readonly ImmutableArray<(string Rule, Func<SharedText, Taker> Decide)> Rules =
    [
        ("same-wire", pair => pair.Left.SharedAuthor(pair.Right) is null ? Taker.Unknown : Taker.Right),
        ("text-of-wire", pair => Only(IsAuthorOf(pair.Left, pair.Right), IsAuthorOf(pair.Right, pair.Left))),
        ("cites-outlet", pair => Only(pair.Right.Cites(pair.Left), pair.Left.Cites(pair.Right))),
        ("wire-credit", pair => Only(pair.Left.Authors.Length > 0, pair.Right.Authors.Length > 0)),
        ("earlier-publication", pair => ByPublication(pair.Left.Reading.Article, pair.Right.Reading.Article)),
        ("cut-of-longer", pair => Only(IsCut(pair.RightShare, pair.LeftShare), IsCut(pair.LeftShare, pair.RightShare))),
    ];

    /// <returns>Whether the right article took from the left, and why. Where nothing tells, the later in the story's order
    /// is taken for the taker, and the rule says that the direction is unknown.</returns>
    public static (bool RightTook, string Rule) Decide(SharedText pair)
    {
        foreach (var (rule, decide) in Rules)
        {
            if (decide(pair) is not Taker.Unknown and var taker)
            {
                return (taker == Taker.Right, rule);
            }
        }

        return (true, "direction-unknown");
    }

    /// <summary>Whether <paramref name="source"/> is the agency's own page of a text that <paramref name="other"/> credits to it.</summary>
    private static bool IsAuthorOf(Origin source, Origin other) =>
        source.Outlet is { } outlet && other.Reading.Article.Wires.Contains(outlet, StringComparer.OrdinalIgnoreCase);

    /// <summary>Almost all of the one stands in the other, which has much besides.</summary>
    private static bool IsCut(double taken, double left) => taken >= 0.8 && left <= 0.6;

    private static Taker Only(bool rightTook, bool leftTook) => (rightTook, leftTook) switch
    {
        (true, false) => Taker.Right,
        (false, true) => Taker.Left,
        _ => Taker.Unknown,
    };

    /// <summary>A date that the story lent does not tell; nor do days of one article against hours of another on the same day.</summary>
    private static Taker ByPublication(Article left, Article right)
    {
        if (left is not { Published: { } l, PublishedFrom: not DateSource.Story } || right is not { Published: { } r, PublishedFrom: not DateSource.Story })
        {
            return Taker.Unknown;
        }

        var order = l.Time.HasValue && r.Time.HasValue ? l.CompareTo(r) : l.Date.CompareTo(r.Date);
        return Only(order < 0, order > 0);
    }

    private enum Taker
    {
        Unknown,
        Left,
        Right,
    }
}

/// <summary>Two articles with text in common.</summary>
/// <param name="Left">The earlier in the story's order.</param>
/// <param name="Right">The later.</param>
/// <param name="LeftShare">Part of the left one's own words that stand in the right one.</param>
/// <param name="RightShare">Part of the right one's own words that stand in the left one.</param>
internal sealed record SharedText(Origin Left, Origin Right, double LeftShare, double RightShare);
