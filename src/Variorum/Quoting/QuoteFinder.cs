using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Finds who is reported as saying what.</summary>
internal sealed class QuoteFinder(Models models)
{
    public ImmutableArray<Quote> Find(Article article, Document document, ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains) =>
        models is null || article is null || document is null || mentions.IsDefault || chains.IsDefault ? throw new InvalidOperationException() : [];
}
