using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>The lines of each section.</summary>
internal sealed class OutlineLines(Edition edition, Account account)
{
    private readonly Story story = account.Story;

    public ImmutableArray<OutlineItem> Brief() => [.. account.Brief.Select(line => new OutlineItem(QuotedWords.OneLine(line.Text), Ids(line.Evidence)))];

    /// <summary>The families, each as the tree of who took from whom; then what others share without owing it to one another.</summary>
    public ImmutableArray<OutlineItem> Accounts() =>
    [
        .. story.Lineage.Families.SelectMany((family, i) => family.Length == 1
            ? LineageTree.Of(story.Lineage, family).Select(Branch)
            : [new OutlineItem(
                $"{Voices.Capital(Voices.Count(family.Length, "account"))}, one voice",
                Kinship.Reasons(edition, story, i),
                [.. LineageTree.Of(story.Lineage, family).Select(Branch)])]),
        .. Kinship.SharedWithoutDebt(edition, story).Select(shared => new OutlineItem(shared, "")),
    ];

    /// <summary>What each account took from its source, sentence against sentence.</summary>
    public ImmutableArray<OutlineItem> Taken() => [.. story.Lineage.Links.Where(link => link.IsBest && link.Kind == LineageKind.Copy).Select(link => new OutlineItem(
        $"{edition.Id(story, link.To)}  {Outlets.Name(story.Readings[link.To].Article)}",
        Kinship.Debt(edition, story, link),
        [.. FacingPassages.Of(story, link).SelectMany(facing => Face(link, facing))]))];

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

    private OutlineItem Branch(LineageTree tree)
    {
        var article = story.Readings[tree.Article].Article;
        return new OutlineItem(
            $"{edition.Id(article)}  {Outlets.Name(article)}",
            Particulars.Of(article),
            [.. Remarks(tree).Select(remark => new OutlineItem(remark, "")), .. tree.Takers.Select(taker => Branch(taker) with { IsBranch = true })]);
    }

    private IEnumerable<string> Remarks(LineageTree tree) =>
        story.Lineage.Links.Where(link => link.To == tree.Article && (link.IsBest || link.Kind == LineageKind.Cites)).Select(link => Kinship.Debt(edition, story, link))
            .Append(Kinship.Signs(story, tree.Article)).Where(remark => remark.Length > 0);

    private IEnumerable<OutlineItem> Face(LineageLink link, FacingPassage facing)
    {
        var to = Words(link.To, facing.To);
        return facing.IsWhole
            ? [new OutlineItem($"{edition.Id(story, link.From)}, {edition.Id(story, link.To)}  {to}", "word for word")]
            : [new OutlineItem($"{edition.Id(story, link.From)}  {Words(link.From, facing.From)}", ""), new OutlineItem($"{edition.Id(story, link.To)}  {to}", FacingPassages.Say(story, link, facing))];
    }

    private string Words(int article, ImmutableArray<FacingPart> parts) =>
        QuotedWords.OneLine(new TextSpan(parts[0].Span.Start, parts[^1].Span.End).Of(story.Readings[article].Article.Text));

    private string Words(Citation citation) => QuotedWords.OneLine(citation.Span.Of(story.Readings[citation.Article].Article.Text));

    private string Ids(IEnumerable<Citation> evidence) => Ids(evidence.Select(citation => citation.Article));

    private string Ids(IEnumerable<int> articles) => string.Join(", ", articles.Distinct().Order().Select(article => edition.Id(story, article)));
}
