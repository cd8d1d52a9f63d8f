using System.Collections.Immutable;

namespace Variorum;

/// <summary>Who took text from whom within a story.</summary>
/// <param name="Links">What was found, by <see cref="LineageLink.To"/>, then by <see cref="LineageLink.From"/>.</param>
/// <param name="Families">Article indices by origin; every article is in exactly one. Ordered by their first article.</param>
/// <param name="IsEstablished">Whether something shows that at least two families are independent (own byline, own agency, own dateline).</param>
public sealed record Lineage(ImmutableArray<LineageLink> Links, ImmutableArray<ImmutableArray<int>> Families, bool IsEstablished)
{
    /// <summary>What shows where an article's reporting comes from, by article. Empty where nothing does.</summary>
    public ImmutableArray<OriginSign> Signs { get; init; } = [];
}

/// <summary>Something that shows whose reporting an article is.</summary>
/// <param name="Article">Index into <see cref="Story.Readings"/>.</param>
/// <param name="Origin">The agency or outlet.</param>
/// <param name="Span">Where the article's text says so; null where its credits do.</param>
/// <param name="Rule">What kind of sign it is.</param>
public sealed record OriginSign(int Article, string Origin, TextSpan? Span, string Rule);

/// <summary>One article's debt to another.</summary>
/// <param name="From">The article that was taken from.</param>
/// <param name="To">The article that took.</param>
/// <param name="Kind">Copied text, one agency behind both, or a citation.</param>
/// <param name="Share">Part of <paramref name="To"/>'s words that stand in <paramref name="From"/>, quoted speech aside; 0 to 1.</param>
/// <param name="Passages">The shared stretches, in the order of <paramref name="To"/>.</param>
/// <param name="Rule">What decided kind and direction.</param>
public sealed record LineageLink(int From, int To, LineageKind Kind, double Share, ImmutableArray<(TextSpan From, TextSpan To)> Passages, string Rule);

/// <summary>How an article depends on another.</summary>
public enum LineageKind
{
    /// <summary>Its text, or a part of it, is the other's.</summary>
    Copy,

    /// <summary>Both credit the same agency.</summary>
    Wire,

    /// <summary>It names the other as its source.</summary>
    Cites,
}
