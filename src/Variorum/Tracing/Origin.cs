using System.Collections.Immutable;
using Variorum.Extracting;

namespace Variorum.Tracing;

/// <summary>What an article shows of where its text comes from.</summary>
/// <param name="Article">The article.</param>
/// <param name="Outlet">Who published it; null where unknown.</param>
/// <param name="Authors">Agencies that its byline, its dateline or its outlet names as the text's author.</param>
internal sealed record Origin(Article Article, string? Outlet, ImmutableArray<string> Authors)
{
    public static Origin Of(Article article)
    {
        var authors = article.Bylines.Where(b => b.Kind == BylineKind.Wire).Select(b => UsualName(b.Name, article))
            .Concat(article.Dateline?.Wire is { } wire ? [wire] : [])
            .Concat(article.Outlet?.Name is { } outlet && article.Wires.Contains(outlet, StringComparer.OrdinalIgnoreCase) ? [outlet] : [])
            .Concat(Unsigned(article));
        return new Origin(article, article.Outlet?.Name, [.. authors.Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

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

    private IEnumerable<string> Credits => Authors.Concat(Article.Wires).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The usual name behind a byline's: "Agence France-Presse" is "AFP", "Reuters in Berlin" what the article credits.</summary>
    private static string UsualName(string byline, Article article) =>
        WireTable.FindCredit(byline)?.Name ?? article.Wires.FirstOrDefault(w => byline.Contains(w, StringComparison.OrdinalIgnoreCase)) ?? byline;

    /// <summary>A credited text that nobody signed and that opens like an agency's is the agency's.</summary>
    private static ImmutableArray<string> Unsigned(Article article) =>
        article is { Bylines.IsEmpty: true, Wires.Length: 1, Dateline.Place: not null } ? article.Wires : [];
}
