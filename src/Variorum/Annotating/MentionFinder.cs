using System.Collections.Immutable;

namespace Variorum.Annotating;

/// <summary>Finds names, roles and pronouns and joins those of one thing into chains.</summary>
internal sealed class MentionFinder(Models models)
{
    public (ImmutableArray<Mention> Mentions, ImmutableArray<Chain> Chains) Find(Article article, Document document) =>
        models is null || article is null || document is null ? throw new ArgumentNullException(nameof(document)) : ([], []);
}
