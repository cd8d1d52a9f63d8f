namespace Variorum.Lexicons;

/// <summary>Names known beforehand: countries, cities, given names, surnames, outlets.</summary>
internal sealed class Gazetteer
{
    /// <summary>The country a name, demonym or capital stands for.</summary>
    /// <param name="name">Any case as in running text ("Russia", "Russian", "the US", "Moscow").</param>
    public Country? FindCountry(string name) => null;

    /// <summary>Whether a word is a usual given name, and of which gender.</summary>
    public bool IsGivenName(string word, out Gender gender)
    {
        gender = Gender.Unknown;
        return false;
    }

    /// <summary>Whether a word is a usual surname.</summary>
    public bool IsSurname(string word) => false;

    /// <summary>The ISO 3166-1 alpha-2 country of a well-known city; null for none.</summary>
    public string? FindCity(string name) => null;

    /// <summary>The outlet of a registrable domain ("themoscowtimes.com"); null where it is not known.</summary>
    public Outlet? FindOutlet(string domain) => null;
}

/// <summary>A country.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">Usual English name.</param>
/// <param name="Demonyms">"Russian", "Russians".</param>
/// <param name="Capital">Usual English name of its capital; null without one.</param>
internal sealed record Country(string Code, string Name, System.Collections.Immutable.ImmutableArray<string> Demonyms, string? Capital);
