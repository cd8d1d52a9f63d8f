using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>Writes the account: title, who-what-when-where, labels, timeline and brief.</summary>
internal sealed class AccountComposer(Models models)
{
    public Account Compose(Story story, ImmutableArray<Utterance> utterances, ImmutableArray<ClaimGroup> claims, ImmutableArray<Conflict> conflicts) =>
        models is null
            ? throw new ArgumentNullException(nameof(story))
            : new Account(story, story.Readings[0].Article.Headline ?? "", new EventSummary(null, [], null, null), utterances, claims, conflicts, [], [], []);
}
