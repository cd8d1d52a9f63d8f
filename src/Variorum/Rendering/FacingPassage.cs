using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>Sentences that one article took from another, set against each other.</summary>
/// <param name="Shared">The passage.</param>
/// <param name="From">The source's sentences, cut where something happens to them.</param>
/// <param name="To">The taker's.</param>
public sealed record FacingPassage(SharedPassage Shared, ImmutableArray<FacingPart> From, ImmutableArray<FacingPart> To)
{
    /// <summary>Whether not a word was touched.</summary>
    public bool IsWhole => From.All(part => part.Change == FacingChange.Kept) && To.All(part => part.Change == FacingChange.Kept);
}

/// <summary>Words in a row with one fate.</summary>
/// <param name="Span">In the article's text.</param>
/// <param name="Change">What became of them.</param>
public readonly record struct FacingPart(TextSpan Span, FacingChange Change);

/// <summary>What became of words on their way from one article to another.</summary>
public enum FacingChange
{
    /// <summary>They stand in both.</summary>
    Kept,

    /// <summary>The taker left them out.</summary>
    Cut,

    /// <summary>The taker put them in.</summary>
    Added,

    /// <summary>The taker put other words in their place; in the taker, those other words.</summary>
    Changed,
}
