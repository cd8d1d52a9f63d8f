using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Lexicons;

/// <summary>Names known beforehand: countries, cities, given names, surnames, outlets.</summary>
/// <remarks><b>Source.</b> The lists of <c>models/gazetteer.model</c>, and before them those written for this project.</remarks>
internal sealed class Gazetteer
{
    private readonly NameTable _cities;
    private readonly NameTable _givenNames;
    private readonly NameTable _surnames;
    private readonly NameTable _outlets;
    private readonly Lazy<FrozenDictionary<string, Country>> _countries;
    private readonly Lazy<FrozenDictionary<string, CountryName>> _countryNames;

    /// <summary>A gazetteer that knows the project's own lists alone.</summary>
    public Gazetteer()
        : this(_ => [])
    {
    }

    /// <param name="table">The bytes of a table by its name, as <see cref="NameTable.Compile"/> made them.</param>
    public Gazetteer(Func<string, byte[]> table)
    {
        _cities = new NameTable(() => table("cities"));
        _givenNames = new NameTable(() => table("given-names"));
        _surnames = new NameTable(() => table("surnames"));
        _outlets = new NameTable(() => table("outlets"));
        var countries = new NameTable(() => table("countries"));
        var names = new NameTable(() => table("country-names"));
        _countries = new(() => countries.Rows().ToFrozenDictionary(row => row.Name, ReadCountry, StringComparer.Ordinal));
        _countryNames = new(() => ReadCountryNames(names));
    }

    private static FrozenDictionary<string, string> OwnCities => OwnCityList.Value;

    private static readonly Lazy<FrozenDictionary<string, string>> OwnCityList =
        new(() => Lexicon.Rows("cities").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, string?>> OwnRegions =
        new(() => Lexicon.Rows("regions").ToFrozenDictionary(row => row[0], row => row.Length > 1 ? row[1] : null, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Outlet>> OwnOutlets =
        new(() => Lexicon.Rows("outlet-domains").ToFrozenDictionary(row => row[0], row => new Outlet(row[1], row[0], row[2]), StringComparer.Ordinal));

    /// <summary>The country a name, demonym or capital stands for.</summary>
    /// <param name="name">Any case as in running text ("Russia", "Russian", "the US", "Moscow").</param>
    public Country? FindCountry(string name) => FindCountry(name, out _);

    /// <summary>The country a name, demonym or capital stands for, and how it does.</summary>
    public Country? FindCountry(string name, out CountryNameKind kind)
    {
        name = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        if (!_countryNames.Value.TryGetValue(name, out var found))
        {
            kind = default;
            return null;
        }

        kind = found.Kind;
        return _countries.Value.GetValueOrDefault(found.Code) ?? new Country(found.Code, found.Code, [], null);
    }

    /// <summary>Whether a word is a usual given name, and of which gender.</summary>
    public bool IsGivenName(string word, out Gender gender)
    {
        gender = Gender.Unknown;
        if (!_givenNames.TryFind(word, out var value))
        {
            return false;
        }

        gender = value.IsEmpty ? Gender.Unknown : value[0] switch { (byte)'f' => Gender.Feminine, (byte)'m' => Gender.Masculine, _ => Gender.Unknown };
        return true;
    }

    /// <summary>Whether a word is a usual surname.</summary>
    public bool IsSurname(string word) => _surnames.TryFind(word, out _);

    /// <summary>The ISO 3166-1 alpha-2 country of a well-known city; null for none.</summary>
    public string? FindCity(string name) => OwnCities.TryGetValue(name, out var code) ? code : _cities.Find(name);

    /// <summary>Whether a city is so well known that its name is a place before it is anything else.</summary>
    public static bool IsMajorCity(string name) => OwnCities.ContainsKey(name);

    /// <summary>Whether a name is that of a region, a sea, a state of a federation.</summary>
    /// <param name="name">As in running text, without "the".</param>
    /// <param name="country">ISO 3166-1 alpha-2 of the country it lies in; null where it is no country's alone.</param>
    public static bool IsRegion(string name, out string? country) => OwnRegions.Value.TryGetValue(name, out country);

    /// <summary>The outlet of a registrable domain ("themoscowtimes.com"); null where it is not known.</summary>
    public Outlet? FindOutlet(string domain)
    {
        if (OwnOutlets.Value.TryGetValue(domain, out var own))
        {
            return own;
        }

        if (_outlets.Find(domain) is not { } row)
        {
            return null;
        }

        var cut = row.IndexOf('|');
        return new Outlet(row[..cut], domain, cut + 1 < row.Length ? row[(cut + 1)..] : null);
    }

    private static Country ReadCountry((string Name, string Value) row)
    {
        var cells = row.Value.Split('|');
        return new Country(row.Name, cells[0], [.. cells[2].Split(';', StringSplitOptions.RemoveEmptyEntries)], cells[1].Length > 0 ? cells[1] : null);
    }

    private static FrozenDictionary<string, CountryName> ReadCountryNames(NameTable compiled)
    {
        var names = new Dictionary<string, CountryName>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Rows("country-names"))
        {
            names.TryAdd(row[0], new CountryName(row[1], Kind(row[2])));
        }

        foreach (var (name, value) in compiled.Rows())
        {
            names.TryAdd(name, new CountryName(value[..2], Kind(value[3..])));
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static CountryNameKind Kind(string word) => word switch
    {
        "adjective" => CountryNameKind.Adjective,
        "people" => CountryNameKind.People,
        "capital" => CountryNameKind.Capital,
        _ => CountryNameKind.Name,
    };

    private readonly record struct CountryName(string Code, CountryNameKind Kind);
}

/// <summary>A country.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">Usual English name.</param>
/// <param name="Demonyms">"Russian", "Russians".</param>
/// <param name="Capital">Usual English name of its capital; null without one.</param>
internal sealed record Country(string Code, string Name, ImmutableArray<string> Demonyms, string? Capital);

/// <summary>How a word stands for a country.</summary>
internal enum CountryNameKind
{
    /// <summary>Its name.</summary>
    Name,

    /// <summary>"Russian".</summary>
    Adjective,

    /// <summary>"Russians".</summary>
    People,

    /// <summary>Its capital.</summary>
    Capital,
}
