using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>The lines of each section.</summary>
internal sealed class OutlineLines(Edition edition, Account account)
{
    private readonly Story story = account.Story;

    public ImmutableArray<OutlineItem> Brief() => [.. account.Brief.Select(line => new OutlineItem(QuotedWords.OneLine(line.Text), Ids(line.Evidence)))];

    public ImmutableArray<OutlineItem> Accounts() => [.. story.Readings.Select((reading, i) =>
        new OutlineItem($"{edition.Id(reading.Article)}  {Outlets.Name(reading.Article)}", Particulars.Of(reading.Article), Debts(i)))];

    public ImmutableArray<OutlineItem> Conflicts() => [.. account.Conflicts.Select(conflict => new OutlineItem(
        QuotedWords.OneLine(conflict.About),
        JsonShapes.Name(conflict.Kind),
        [.. conflict.Values.Select(value => new OutlineItem(QuotedWords.OneLine(value.Text), Ids(value.Evidence)))]))];

    public ImmutableArray<OutlineItem> Agreed() => [.. account.Claims.Where(claim => claim.Agreement == Agreement.Agreed)
        .Select(claim => new OutlineItem(QuotedWords.OneLine(claim.Text), $"{Voices.Say(story, claim)}: {Ids(claim.Evidence.Select(evidence => evidence.Article))}"))];

    public ImmutableArray<OutlineItem> Speakers() => [.. account.Utterances
        .GroupBy(utterance => (utterance.Speaker, Name: utterance.SpeakerName ?? "Speaker not named"))
        .Select(same => new OutlineItem(same.Key.Name, same.Select(utterance => SpeakerLines.Role(story, utterance)).FirstOrDefault(role => role.Length > 0) ?? "", [.. same.Select(Card)]))];

    public ImmutableArray<OutlineItem> Labels() => [.. account.Labels.Select(labels => new OutlineItem(
        labels.Entity is { } entity ? story.Entities[entity].Name : Words(labels.Variants[0]),
        "",
        [.. labels.Variants.GroupBy(Words, StringComparer.Ordinal).Select(same => new OutlineItem(same.Key, Ids(same)))]))];

    public ImmutableArray<OutlineItem> Timeline() => [.. account.Timeline.Select(entry => new OutlineItem($"{Dates.Say(entry.When)}: {Words(entry.Evidence[0])}", Ids(entry.Evidence)))];

    /// <summary>Nothing is told by one alone where there is but one.</summary>
    public ImmutableArray<OutlineItem> Single() => story.Readings.Length < 2 ? [] : ByArticle(
        account.Claims.Where(claim => claim.Agreement == Agreement.Single),
        claim => [claim.Evidence[0].Article]);

    /// <summary>What an account leaves out that at least two others tell.</summary>
    public ImmutableArray<OutlineItem> Omissions() => ByArticle(
        account.Claims.Where(claim => claim.Evidence.Select(evidence => evidence.Article).Distinct().Skip(1).Any()),
        claim => claim.OmittedBy);

    private ImmutableArray<OutlineItem> ByArticle(IEnumerable<ClaimGroup> claims, Func<ClaimGroup, IEnumerable<int>> articles) =>
    [
        .. claims.SelectMany(claim => articles(claim).Select(article => (article, claim)))
            .GroupBy(pair => pair.article, pair => pair.claim)
            .OrderBy(same => same.Key)
            .Select(same => new OutlineItem(
                $"{edition.Id(story, same.Key)}  {Outlets.Name(story.Readings[same.Key].Article)}",
                Voices.Count(same.Count(), "statement"),
                [.. same.Select(claim => new OutlineItem(QuotedWords.OneLine(claim.Text), ""))])),
    ];

    /// <summary>The fullest form, and under it the others.</summary>
    private OutlineItem Card(Utterance utterance)
    {
        var wordings = CardWordings.Of(story, utterance);
        var words = WordingDifferences.Of([.. wordings.Select(wording => wording.Text)]);
        var lines = wordings.Select((wording, i) =>
        {
            var settings = Printings.Of(story, utterance, wording.Pieces[0]).SelectMany(printing => printing.Setting).Distinct(StringComparer.Ordinal);
            return new OutlineItem(wording.Text, string.Join("; ", settings.Prepend(Ids(wording.Articles)))) { Words = words[i].Any(word => word.IsVariant) ? words[i] : [] };
        }).ToArray();
        return lines[0] with { Details = [.. lines.Skip(1)] };
    }

    private ImmutableArray<OutlineItem> Debts(int article) => [.. story.Lineage.Links.Where(link => link.To == article).Select(link => new OutlineItem(Outliner.Debt(edition, story, link), ""))];

    private string Words(Citation citation) => QuotedWords.OneLine(citation.Span.Of(story.Readings[citation.Article].Article.Text));

    private string Ids(IEnumerable<Citation> evidence) => Ids(evidence.Select(citation => citation.Article));

    private string Ids(IEnumerable<int> articles) => string.Join(", ", articles.Distinct().Order().Select(article => edition.Id(story, article)));
}
