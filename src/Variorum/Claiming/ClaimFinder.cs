using System.Collections.Immutable;

namespace Variorum.Claiming;

/// <summary>Finds an article's checkable statements and how it stands to each.</summary>
internal sealed class ClaimFinder
{
    public ImmutableArray<Claim> Find(Document document, ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains, ImmutableArray<Quote> quotes) =>
        document is null || mentions.IsDefault || chains.IsDefault || quotes.IsDefault ? throw new InvalidOperationException() : [];
}
