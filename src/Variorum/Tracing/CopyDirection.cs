using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>Decides which of two articles with shared text took it from the other.</summary>
internal static class CopyDirection
{
    /// <summary>Days by which an article may be dated before the one that it names as its source.</summary>
    private const int Slack = 2;

    /// <summary>So many of the rules go by what an article says of its source.</summary>
    private const int ByCredit = 8;

    /// <summary>The rules, the strongest evidence first; the first that can tell decides.</summary>
    /// <remarks>Who is the longer, who cut and who is signed from the place decide nothing: takers shorten as often as they add.</remarks>
    private static readonly ImmutableArray<(string Rule, Func<Origin, Origin, Taker> Decide)> Rules =
    [
        ("text-of-wire", (left, right) => Only(IsAuthorOf(left, right), IsAuthorOf(right, left))),
        ("credits-outlet", (left, right) => Only(right.Owes(left), left.Owes(right))),
        ("same-wire", (left, right) => Third(left.SharedAuthor(right))),
        ("cites-outlet", (left, right) => Only(Cites(right, left), Cites(left, right))),
        ("wire-credit", (left, right) => left.Authors.Length + right.Authors.Length > 0 ? Taker.Neither : Taker.Unknown),
        ("same-wire-credited", (left, right) => IsOneHouse(left, right) ? Taker.Unknown : Third(left.SharedCredit(right))),
        ("told-wire", (left, right) => IsOneHouse(left, right) ? Taker.Unknown : Third(left.SharedHearer(right))),
        ("same-credit", (left, right) => Third(left.SharedHouse(right))),
        ("earlier-publication", ByPublication),
        ("earlier-dateline", (left, right) => ByDateline(left.Article.Dateline, right.Article.Dateline)),
    ];

    /// <returns>Who took from whom, and why; where nothing tells, or both have it from one agency, nobody.</returns>
    public static (Taker Taker, string Rule) Decide(Origin left, Origin right)
    {
        foreach (var (rule, decide) in Rules)
        {
            if (decide(left, right) is not Taker.Unknown and var taker)
            {
                return (taker, rule);
            }
        }

        return (Taker.Unknown, "direction-unknown");
    }

    /// <summary>What two share, as a statement that both follow where it looks like one and no credit or name says that either took it.</summary>
    public static SharedText WithoutStatement(Origin left, Origin right, SharedText text) =>
        text is { IsCopy: true, IsLikeStatement: true } && !IsOneHouse(left, right) && Rules[..ByCredit].All(rule => rule.Decide(left, right) == Taker.Unknown) ? text.AsStatement() : text;

    /// <summary>Whether <paramref name="source"/> is the agency's own page of a text that <paramref name="other"/> credits to it.</summary>
    private static bool IsAuthorOf(Origin source, Origin other) =>
        source.Outlet is { } outlet && other.Article.Wires.Contains(outlet, StringComparer.OrdinalIgnoreCase)
        && !string.Equals(outlet, other.Outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one names the other's outlet as its source, and is not too early to have its text from there.</summary>
    private static bool Cites(Origin taker, Origin source) =>
        taker.Cites(source) && !(taker.Published is { } t && source.Published is { } s && s.Date.DayNumber - t.Date.DayNumber > Slack);

    private static bool IsOneHouse(Origin left, Origin right) => left.House is { } house && string.Equals(house, right.House, StringComparison.OrdinalIgnoreCase);

    private static Taker Third(string? source) => source is null ? Taker.Unknown : Taker.Neither;

    private static Taker Only(bool rightTook, bool leftTook) => (rightTook, leftTook) switch
    {
        (true, false) => Taker.Right,
        (false, true) => Taker.Left,
        _ => Taker.Unknown,
    };

    /// <summary>Days of one article against hours of another on the same day tell nothing.</summary>
    private static Taker ByPublication(Origin left, Origin right)
    {
        if (left.Published is not { } l || right.Published is not { } r)
        {
            return Taker.Unknown;
        }

        var order = l.Time.HasValue && r.Time.HasValue ? l.CompareTo(r) : l.Date.CompareTo(r.Date);
        return Only(order < 0, order > 0);
    }

    private static Taker ByDateline(Dateline? left, Dateline? right) =>
        left?.Date is { } l && right?.Date is { } r ? Only(l < r, r < l) : Taker.Unknown;
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
