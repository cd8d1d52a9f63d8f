using System.Collections.Immutable;

namespace Variorum;

/// <summary>Who took text from whom within a story.</summary>
/// <param name="Links">What was found, by <see cref="LineageLink.To"/>, then by <see cref="LineageLink.From"/>. No way along them leads back to where it began.</param>
/// <param name="Families">Article indices by origin; every article is in exactly one. Ordered by their first article.</param>
/// <param name="IsEstablished">Whether something shows that at least two families are independent (own byline, own agency, own dateline).</param>
public sealed record Lineage(ImmutableArray<LineageLink> Links, ImmutableArray<ImmutableArray<int>> Families, bool IsEstablished)
{
    /// <summary>What shows where an article's reporting comes from, by article. Empty where nothing does.</summary>
    public ImmutableArray<OriginSign> Signs { get; init; } = [];

    /// <summary>Why each family is one, by family; several reasons may hold. A family of one article has none.</summary>
    public ImmutableArray<FamilyReason> Reasons { get; init; } = [];

    /// <summary>Pairs that share words without either having taken the other's text, by their articles.</summary>
    public ImmutableArray<SharedWords> Shared { get; init; } = [];
}

/// <summary>Why articles count as one voice.</summary>
/// <param name="Family">Index into <see cref="Lineage.Families"/>.</param>
/// <param name="Articles">Those it holds for, ascending.</param>
/// <param name="Name">The agency, the outlet or the owner that they have in common; null for shared text.</param>
/// <param name="Rule">What was decided by.</param>
public sealed record FamilyReason(int Family, ImmutableArray<int> Articles, string? Name, string Rule);

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
public sealed record LineageLink(int From, int To, LineageKind Kind, double Share, ImmutableArray<SharedPassage> Passages, string Rule)
{
    /// <summary>Whether something shows that <see cref="To"/> took from <see cref="From"/>; where nothing does, the order is the story's.</summary>
    public bool IsDirected { get; init; } = true;

    /// <summary>Whether this is the likeliest source of <see cref="To"/>: such links are a forest, one a taker.</summary>
    public bool IsBest { get; init; }
}

/// <summary>A stretch that stands in two articles, within one paragraph of each.</summary>
/// <param name="From">In the one.</param>
/// <param name="To">In the other.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct SharedPassage(TextSpan From, TextSpan To, SharedKind Kind = SharedKind.Text);

/// <summary>Two articles that share words, but neither the other's text.</summary>
/// <param name="Left">The earlier in the story's order.</param>
/// <param name="Right">The later.</param>
/// <param name="Kind">What most of the shared words are.</param>
/// <param name="Passages">The stretches, <see cref="SharedPassage.From"/> in the left one, in the order of the right one.</param>
public sealed record SharedWords(int Left, int Right, SharedKind Kind, ImmutableArray<SharedPassage> Passages);

/// <summary>What two articles share in a passage. Only the first two are a copy's.</summary>
public enum SharedKind
{
    /// <summary>Text of their own.</summary>
    Text,

    /// <summary>Text of their own, put in other words.</summary>
    Rewritten,

    /// <summary>What both have from one statement of police, a court or a company.</summary>
    Statement,

    /// <summary>Somebody's speech, a post or a statement that both quote.</summary>
    Quote,

    /// <summary>A photo's caption or credit.</summary>
    Caption,

    /// <summary>A row of captions, a list of films.</summary>
    Gallery,

    /// <summary>What the site or a whole chain of sites prints with every article.</summary>
    Boilerplate,
}

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
