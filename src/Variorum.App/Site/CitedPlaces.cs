namespace Variorum.App.Site;

/// <summary>Every passage that a line of the page cites, with the line's label and what it is.</summary>
public static class CitedPlaces
{
    public static IEnumerable<(string Label, string Title, Citation Citation)> Of(Account account) =>
        OfEvent(account.Event)
            .Concat(OfEach(account.Brief, "b", "line {0} of the brief", line => line.Evidence))
            .Concat(OfEach(account.Conflicts, "k", "difference {0}", conflict => conflict.Values.SelectMany(value => value.Evidence)))
            .Concat(OfEach(account.Utterances, "u", "utterance {0}", utterance => OfUtterance(utterance)))
            .Concat(account.Story.Readings.Length > 1 ? OfEach(account.Claims, "c", "claim {0}", claim => OfClaim(account.Story, claim)) : [])
            .Concat(OfEach(account.Labels, "l", "names {0}", labels => labels.Variants))
            .Concat(OfEach(account.Timeline, "t", "point {0} of the timeline", entry => entry.Evidence));

    /// <summary>Where an article makes a claim.</summary>
    public static Citation OfEvidence(Story story, ClaimEvidence evidence) => new(evidence.Article, story.Readings[evidence.Article].Claims[evidence.Claim].Span);

    /// <summary>Where an article reports an utterance.</summary>
    public static Citation OfQuote(QuotePart quote) => new(quote.Article, quote.Span);

    private static IEnumerable<(string Label, string Title, Citation Citation)> OfEvent(EventSummary summary)
    {
        IEnumerable<Citation> what = summary.What is { } citation ? [citation] : [];
        return what.Concat(summary.When?.Evidence ?? []).Concat(summary.Where?.Evidence ?? []).Select(cited => ("e", "the event", cited));
    }

    private static IEnumerable<Citation> OfUtterance(Utterance utterance) =>
        utterance.Quotes.Select(quote => OfQuote(quote)).Concat(utterance.Wordings.Select(wording => wording.Citation));

    private static IEnumerable<Citation> OfClaim(Story story, ClaimGroup claim) => claim.Evidence.Select(evidence => OfEvidence(story, evidence));

    private static IEnumerable<(string Label, string Title, Citation Citation)> OfEach<T>(IEnumerable<T> lines, string letter, string title, Func<T, IEnumerable<Citation>> cited) =>
        lines.SelectMany((line, i) => cited(line).Select(citation => ($"{letter}{i + 1}", string.Format(System.Globalization.CultureInfo.InvariantCulture, title, i + 1), citation)));
}
