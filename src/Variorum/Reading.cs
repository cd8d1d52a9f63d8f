using System.Collections.Immutable;

namespace Variorum;

/// <summary>What one article says.</summary>
/// <remarks><b>Method.</b> A pure function of the page and the models. <b>Order.</b> Everything stands in the order of the text.</remarks>
/// <param name="Article">What was published.</param>
/// <param name="Document">Its text with grammar.</param>
/// <param name="Mentions">What it names.</param>
/// <param name="Chains">Its mentions, joined.</param>
/// <param name="Times">The times it tells.</param>
/// <param name="Quantities">The numbers it tells.</param>
/// <param name="Quotes">Who it reports as saying what.</param>
/// <param name="Claims">What it states and how it stands to it.</param>
public sealed record Reading(
    Article Article,
    Document Document,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<Chain> Chains,
    ImmutableArray<TimeValue> Times,
    ImmutableArray<Quantity> Quantities,
    ImmutableArray<Quote> Quotes,
    ImmutableArray<Claim> Claims)
{
    /// <summary>Intentions and attitudes that it reports without a word of anybody's, and reports that only pass on another's words.</summary>
    public ImmutableArray<Quote> Thoughts { get; init; } = [];
}
