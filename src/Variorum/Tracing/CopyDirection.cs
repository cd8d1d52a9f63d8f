using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Decides which of two articles with shared text took it from the other.</summary>
internal static class CopyDirection
{
    /// <summary>The rules, the strongest evidence first; the first that can tell decides.</summary>
    private static readonly ImmutableArray<(string Rule, Func<Pair, Taker> Decide)> Rules =
    [
        ("text-of-wire", pair => Only(IsAuthorOf(pair.Left, pair.Right), IsAuthorOf(pair.Right, pair.Left))),
        ("cites-outlet", pair => Only(pair.Right.Cites(pair.Left), pair.Left.Cites(pair.Right))),
        ("same-wire", pair => pair.Left.SharedAuthor(pair.Right) is null ? Taker.Unknown : Taker.Neither),
        ("wire-credit", pair => pair.Left.Authors.Length + pair.Right.Authors.Length > 0 ? Taker.Neither : Taker.Unknown),
        ("earlier-publication", pair => ByPublication(pair.Left.Article, pair.Right.Article)),
        ("earlier-dateline", pair => ByDateline(pair.Left.Article.Dateline, pair.Right.Article.Dateline)),
        ("own-report", pair => Only(pair.Left.IsOwnReport, pair.Right.IsOwnReport)),
        ("cut-of-longer", pair => Only(IsCut(pair.Text.RightShare, pair.Text.LeftShare), IsCut(pair.Text.LeftShare, pair.Text.RightShare))),
    ];

    /// <returns>Who took from whom, and why; where nothing tells, or both have it from one agency, nobody.</returns>
    public static (Taker Taker, string Rule) Decide(Origin left, Origin right, SharedText text)
    {
        var pair = new Pair(left, right, text);
        foreach (var (rule, decide) in Rules)
        {
            if (decide(pair) is not Taker.Unknown and var taker)
            {
                return (taker, rule);
            }
        }

        return (Taker.Unknown, "direction-unknown");
    }

    /// <summary>Whether <paramref name="source"/> is the agency's own page of a text that <paramref name="other"/> credits to it.</summary>
    private static bool IsAuthorOf(Origin source, Origin other) =>
        source.Outlet is { } outlet && other.Article.Wires.Contains(outlet, StringComparer.OrdinalIgnoreCase)
        && !string.Equals(outlet, other.Outlet, StringComparison.OrdinalIgnoreCase);

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
        if (Published(left) is not { } l || Published(right) is not { } r)
        {
            return Taker.Unknown;
        }

        var order = l.Time.HasValue && r.Time.HasValue ? l.CompareTo(r) : l.Date.CompareTo(r.Date);
        return Only(order < 0, order > 0);
    }

    private static Timestamp? Published(Article article) => article.PublishedFrom == DateSource.Story ? article.Modified : article.Published ?? article.Modified;

    private static Taker ByDateline(Dateline? left, Dateline? right) =>
        left?.Date is { } l && right?.Date is { } r ? Only(l < r, r < l) : Taker.Unknown;

    private sealed record Pair(Origin Left, Origin Right, SharedText Text);
}

/// <summary>Which of two articles took from the other.</summary>
internal enum Taker
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>The left one.</summary>
    Left,

    /// <summary>The right one.</summary>
    Right,

    /// <summary>Both took from a third.</summary>
    Neither,
}
