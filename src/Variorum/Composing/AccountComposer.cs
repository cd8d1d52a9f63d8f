using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>Writes the account: title, who-what-when-where, labels, timeline and brief.</summary>
internal sealed class AccountComposer(Models models)
{
    public Account Compose(Story story, ImmutableArray<Utterance> utterances, ImmutableArray<ClaimGroup> claims, ImmutableArray<Conflict> conflicts)
    {
        var summary = new EventFinder(models).Find(story, claims);
        var title = new TitleFinder(models).Find(story, summary);
        var labels = new LabelFinder(models).Find(story, claims);
        var timeline = new TimelineComposer().Compose(story, claims);
        var brief = new BriefComposer(story).Compose(summary, utterances, claims, conflicts);
        return new Account(story, title, summary, utterances, claims, conflicts, labels, timeline, brief);
    }
}
