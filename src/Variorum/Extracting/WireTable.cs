using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>A news agency.</summary>
/// <param name="Name">Its usual name ("AFP").</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Domain">Where it publishes.</param>
/// <param name="Names">All names that mean it in running text.</param>
/// <param name="CreditNames">Short names that mean it only in a credit, a byline or a dateline ("AP", "PA").</param>
/// <param name="Languages">BCP 47 tags of those it writes in.</param>
/// <param name="HasOwnReaders">Whether it also publishes as an outlet of its own, so that its own pages are not wire copy ("Bloomberg").</param>
internal sealed record Wire(
    string Name,
    string Country,
    string Domain,
    ImmutableArray<string> Names,
    ImmutableArray<string> CreditNames,
    ImmutableArray<string> Languages,
    bool HasOwnReaders);

/// <summary>The news agencies, from <c>wires.txt</c>.</summary>
internal static class WireTable
{
    private const int LongestShortName = 4;

    private static readonly Lazy<ImmutableArray<Wire>> Rows = new(() => [.. Lexicon.Rows("wires").Select(Read)]);

    private static readonly Lazy<FrozenDictionary<string, Wire>> ByCredit = new(() => Index(wire => wire.Names.Concat(wire.CreditNames)));

    private static readonly Lazy<FrozenDictionary<string, Wire>> ByName = new(() => Index(wire => wire.Names));

    private static readonly Lazy<FrozenDictionary<string, Wire>> ByDomain = new(() => Index(wire => [wire.Domain]));

    /// <summary>All agencies, in the list's order.</summary>
    public static ImmutableArray<Wire> All => Rows.Value;

    /// <summary>The agency that a whole credit, byline or dateline part names ("AP", "Agence France-Presse"); null for none.</summary>
    /// <remarks>Short names are known by their case: "map" and "pa" are words.</remarks>
    public static Wire? FindCredit(string credit)
    {
        credit = WithoutArticle(credit);
        var wire = ByCredit.Value.GetValueOrDefault(credit);
        return wire is null || credit.Length > LongestShortName || !credit.Any(char.IsLower) || wire.Names.Contains(credit) || wire.CreditNames.Contains(credit) ? wire : null;
    }

    /// <summary>The agency that a whole name means in running text; null for none, and for names that are also other words.</summary>
    public static Wire? FindName(string name) => ByName.Value.GetValueOrDefault(WithoutArticle(name));

    /// <summary>The agency that publishes under a domain; null for none.</summary>
    public static Wire? FindDomain(string domain) => ByDomain.Value.GetValueOrDefault(domain);

    private static string WithoutArticle(string name)
    {
        name = name.Trim();
        return name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
    }

    private static Wire Read(string[] cells)
    {
        var credits = Cell(cells[4]);
        var names = credits.Contains(cells[0]) ? Cell(cells[3]) : [cells[0], .. Cell(cells[3])];
        return new Wire(cells[0], cells[1].ToUpperInvariant(), cells[2], names, credits, Cell(cells[5]), char.IsLower(cells[1][0]));
    }

    private static ImmutableArray<string> Cell(string cell) => cell == "-" ? [] : [.. cell.Split('|')];

    private static FrozenDictionary<string, Wire> Index(Func<Wire, IEnumerable<string>> keys)
    {
        var index = new Dictionary<string, Wire>(StringComparer.OrdinalIgnoreCase);
        foreach (var wire in All)
        {
            foreach (var key in keys(wire))
            {
                index.TryAdd(WithoutArticle(key), wire);
            }
        }

        return index.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
