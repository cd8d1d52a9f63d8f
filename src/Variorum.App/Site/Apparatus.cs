using System.Collections.Immutable;
using Variorum.Rendering;

namespace Variorum.App.Site;

/// <summary>The threads between an account and its articles: every line has its place on the page, every passage it cites another.</summary>
public sealed class Apparatus
{
    private readonly SortedDictionary<Citation, List<BackLink>> passages = [];
    private readonly int number;

    public Apparatus(Edition edition, int index)
    {
        Edition = edition;
        Account = edition.Accounts[index];
        number = index + 1;
        foreach (var (label, title, citation) in CitedPlaces.Of(Account))
        {
            Link(citation, new BackLink(label, Place(label), title));
        }

        foreach (var link in Story.Lineage.Links)
        {
            LinkCopies(link);
        }
    }

    public Edition Edition { get; }

    public Account Account { get; }

    public Story Story => Account.Story;

    /// <summary>Whether accounts can be held against each other.</summary>
    public bool HasSeveral => Story.Readings.Length > 1;

    public string Id(int article) => Edition.Id(Story, article);

    public Article Article(int article) => Story.Readings[article].Article;

    public string Name(int article) => Outlets.Name(Article(article));

    public string Words(Citation citation) => citation.Span.Of(Article(citation.Article).Text);

    /// <summary>Whether the page sets what a debt consists of against its source.</summary>
    public bool IsFaced(LineageLink link) =>
        link is { IsBest: true, Kind: LineageKind.Copy } && link.Passages.Any(passage => passage.Kind is SharedKind.Text or SharedKind.Rewritten);

    /// <summary>The page's name for a line of this account: <c>s1-c3</c>.</summary>
    public string Place(string label) => $"s{number}-{label}";

    /// <summary>The page's name for a passage: <c>a1-120-180</c>. Every one that is asked for is marked in its article.</summary>
    public string Anchor(Citation citation) => passages.ContainsKey(citation)
        ? Name(citation)
        : throw new InvalidOperationException($"The passage {Name(citation)} is linked to but not marked.");

    /// <summary>An article's passages, by place.</summary>
    public ImmutableArray<Passage> Passages(int article) =>
        [.. passages.Where(passage => passage.Key.Article == article).Select(passage => new Passage(passage.Key.Span, Name(passage.Key), [.. passage.Value.Distinct()], true, true))];

    private string Name(Citation citation) => $"{Id(citation.Article)}-{citation.Span.Start}-{citation.Span.End}";

    private void LinkCopies(LineageLink link)
    {
        foreach (var (from, to, _) in link.Passages)
        {
            var (origin, copy) = (new Citation(link.From, from), new Citation(link.To, to));
            Link(copy, new BackLink("=" + Id(link.From), Name(origin), "the same words in " + Name(link.From)));
            Link(origin, new BackLink("=" + Id(link.To), Name(copy), "the same words in " + Name(link.To)));
        }
    }

    private void Link(Citation citation, BackLink back)
    {
        if (!passages.TryGetValue(citation, out var backs))
        {
            passages[citation] = backs = [];
        }

        backs.Add(back);
    }
}
