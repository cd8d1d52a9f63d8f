using System.Collections.Immutable;
using Variorum.Extracting;

namespace Variorum.Tracing;

/// <summary>What an article shows of where its text comes from.</summary>
/// <param name="Article">The article.</param>
/// <param name="Outlet">Who published it; null where unknown.</param>
/// <param name="Authors">Agencies that its byline, its dateline or its outlet names as the text's author.</param>
internal sealed record Origin(Article Article, string? Outlet, ImmutableArray<string> Authors)
{
    private static readonly ImmutableArray<string> Agencies = [" News Agency", " Press Agency", " News Service", " Newswire", " Press Association"];

    public static Origin Of(Article article)
    {
        var authors = article.Bylines.Where(b => b.Kind == BylineKind.Wire).Select(b => UsualName(b.Name, article))
            .Concat(article.Bylines.Where(b => b.Kind != BylineKind.Wire && IsAgency(b.Name)).Select(b => b.Name))
            .Concat(article.Dateline?.Wire is { } wire ? [wire] : [])
            .Concat(article.Outlet?.Name is { } outlet && article.Wires.Contains(outlet, StringComparer.OrdinalIgnoreCase) ? [outlet] : [])
            .Concat(HouseCredits.OwningWire(article) is { } owner ? [owner] : [])
            .Concat(article.Wires.Where(wire => HasWriterOf(article, wire)))
            .Concat(Unsigned(article));
        return new Origin(article, article.Outlet?.Name, [.. authors.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Outlets whose text it is by its own credit, whether its own or another's.</summary>
    public ImmutableArray<string> Houses { get; } = HouseCredits.Find(Article);

    /// <summary>When it was published as far as it shows itself: a date that the story lent tells nothing, and nothing is changed before it is published.</summary>
    public Timestamp? Published =>
        Article.PublishedFrom == DateSource.Story || Article.Published is not { } published || Article.Modified < published ? Article.Modified : published;

    /// <summary>What its outlet is known by, whatever it calls itself; null where unknown.</summary>
    public string? House => Article.Outlet?.Domain ?? Outlet;

    /// <summary>Whether a person signed it and the place it was filed from is the outlet's own line, not an agency's.</summary>
    public bool IsOwnReport => Authors.IsEmpty && Article is { Wires.IsEmpty: true, Dateline.Place: not null }
        && Article.Bylines.Any(b => b.Kind == BylineKind.Person);

    /// <summary>The agency that both name as author; null for none.</summary>
    public string? SharedAuthor(Origin other) => Authors.FirstOrDefault(a => other.Authors.Contains(a, StringComparer.OrdinalIgnoreCase));

    /// <summary>The agency that both credit in some way; null for none.</summary>
    public string? SharedCredit(Origin other) =>
        Credits.FirstOrDefault(c => other.Credits.Contains(c, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether it takes something from the other's outlet, by its own word.</summary>
    public bool Cites(Origin other) => Citation(other) is not null;

    /// <summary>Where it names the other's outlet as its source; null where it does not.</summary>
    public TextSpan? Citation(Origin other) =>
        other.Outlet is { } outlet && !string.Equals(outlet, Outlet, StringComparison.OrdinalIgnoreCase) ? OutletCitation.Find(Article.Text, outlet) : null;

    /// <summary>Whether its credit names the other's outlet as the text's owner, and not its own.</summary>
    public bool Owes(Origin other) =>
        other.Article.Outlet is { } theirs && Article.Outlet is { } ours && Houses.Any(house => HouseName.Names(house, theirs)) && !Houses.Any(house => HouseName.Names(house, ours));

    /// <summary>A third outlet that both credit as the text's owner; null for none.</summary>
    public string? SharedHouse(Origin other) => Article.Outlet is not { } ours || other.Article.Outlet is not { } theirs ? null
        : Houses.FirstOrDefault(house => other.Houses.Contains(house, StringComparer.OrdinalIgnoreCase) && !HouseCredits.IsCompany(house)
            && WireTable.FindCredit(house) is null && !HouseName.Names(house, ours) && !HouseName.Names(house, theirs));

    /// <summary>An agency to which somebody spoke in both; null for none.</summary>
    public string? SharedHearer(Origin other) =>
        OutletCitation.FindHearers(Article.Text) is { Count: > 0 } hearers ? OutletCitation.FindHearers(other.Article.Text).FirstOrDefault(hearers.Contains) : null;

    private IEnumerable<string> Credits => Authors.Concat(Article.Wires).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a byline calls itself an agency's, though the list of agencies does not have it: "Norvik Press Agency".</summary>
    private static bool IsAgency(string byline) => Agencies.Any(ending => byline.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The usual name behind a byline's: "Agence France-Presse" is "AFP", "Reuters in Berlin" what the article credits.</summary>
    private static string UsualName(string byline, Article article) =>
        WireTable.FindCredit(byline)?.Name ?? BylineReader.WireOf(byline)?.Name ?? article.Wires.FirstOrDefault(w => byline.Contains(w, StringComparison.OrdinalIgnoreCase)) ?? byline;

    /// <summary>Whether its foot names the agency's own writers: "Associated Press writer Ann Bell contributed to this report".</summary>
    private static bool HasWriterOf(Article article, string wire) => WireTable.FindCredit(wire) is { } known
        && article.Credits.Any(credit => known.Names.Any(name => credit.Contains(name + " writer", StringComparison.Ordinal)));

    /// <summary>A credited text that nobody signed and that opens like an agency's is the agency's.</summary>
    private static ImmutableArray<string> Unsigned(Article article) =>
        article is { Bylines.IsEmpty: true, Wires.Length: 1, Dateline.Place: not null } ? article.Wires : [];
}
