using System.Text.Json;
using System.Text.RegularExpressions;
using Variorum.Lab.Corpora;
using Variorum.Lexicons;

namespace Variorum.Lab.Compiling;

/// <summary>Makes the tables of <c>models/gazetteer.model</c> out of free lists of countries, cities, people's names and news feeds.</summary>
/// <param name="data">The folder of labelled data; the lists are those of its folder <c>lexicons</c>.</param>
internal sealed partial class GazetteerCompiler(DirectoryInfo data)
{
    /// <summary>A given name rarer than this everywhere (log 2 of its share) is left out.</summary>
    private const int RarestGivenName = -8;

    /// <summary>A given name that is also an English word must be at least this frequent in an English-speaking country.</summary>
    private const int RarestGivenNameThatIsAWord = -5;

    private static readonly string[] EnglishSpeaking = ["Great Britain", "Ireland", "U.S.A."];

    /// <summary>The tables by name; the same lists give the same bytes.</summary>
    public SortedDictionary<string, byte[]> Compile()
    {
        var words = ReadWords();
        var given = ReadGivenNames(words).DistinctBy(row => row.Name, StringComparer.Ordinal).ToList();
        var surnames = ReadSurnames(words).ToList();
        var people = given.Select(row => row.Name).Concat(surnames.Select(row => row.Name)).ToHashSet(StringComparer.Ordinal);
        using var countries = JsonDocument.Parse(string.Join('\n', Lines("countries.json.gz")));
        return new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["countries"] = NameTable.Compile(countries.RootElement.EnumerateArray().Select(ReadCountry)),
            ["country-names"] = NameTable.Compile(countries.RootElement.EnumerateArray().OrderByDescending(IsIndependent).SelectMany(ReadCountryNames)),
            ["cities"] = NameTable.Compile(ReadCities(countries.RootElement, words, people)),
            ["given-names"] = NameTable.Compile(given),
            ["surnames"] = NameTable.Compile(surnames),
            ["outlets"] = NameTable.Compile(ReadOutlets(countries.RootElement)),
        };
    }

    private static (string Name, string Value) ReadCountry(JsonElement country)
    {
        var name = country.GetProperty("name").GetProperty("common").GetString()!;
        return (Code(country), $"{name}|{Capital(country)}|{string.Join(';', Demonyms(country).Select(d => d.Name))}");
    }

    internal static IEnumerable<(string Name, string Value)> ReadCountryNames(JsonElement country)
    {
        var code = Code(country);
        var name = country.GetProperty("name");
        yield return (name.GetProperty("common").GetString()!, code + " name");
        yield return (name.GetProperty("official").GetString()!, code + " name");
        foreach (var (demonym, kind) in Demonyms(country))
        {
            yield return (demonym, $"{code} {kind}");
        }

        foreach (var other in country.GetProperty("altSpellings").EnumerateArray().Select(e => e.GetString()!))
        {
            if (other.Length > 3 && char.IsAsciiLetterUpper(other[0]) && !other.Contains(',', StringComparison.Ordinal))
            {
                yield return (other, code + " name");
            }
        }

        if (Capital(country) is { Length: > 0 } capital)
        {
            yield return (capital, code + " capital");
        }
    }

    private static IEnumerable<(string Name, string Kind)> Demonyms(JsonElement country)
    {
        if (!country.TryGetProperty("demonyms", out var all) || !all.TryGetProperty("eng", out var english))
        {
            yield break;
        }

        foreach (var form in english.EnumerateObject().Select(p => p.Value.GetString()!).Where(f => f.Length > 2).Distinct(StringComparer.Ordinal))
        {
            yield return (form, "adjective");
            if (form[^1] is 'n' or 'i' && !form.EndsWith("men", StringComparison.Ordinal))
            {
                yield return (form + "s", "people");
            }
        }
    }

    /// <summary>A state before a territory of the same demonym.</summary>
    private static bool IsIndependent(JsonElement country) => country.TryGetProperty("independent", out var independent) && independent.ValueKind == JsonValueKind.True;

    private static string Code(JsonElement country) => country.GetProperty("cca2").GetString()!;

    private static string Capital(JsonElement country) =>
        country.TryGetProperty("capital", out var all) && all.GetArrayLength() > 0 ? all[0].GetString()! : "";

    private IEnumerable<(string Name, string Value)> ReadGivenNames(HashSet<string> words)
    {
        string[]? head = null;
        foreach (var cells in Lines("names/firstnames-gender-country.csv.gz").Select(line => line.Split(';')))
        {
            if (head is null)
            {
                head = cells;
                continue;
            }

            var (name, gender) = (cells[0], cells[1]);
            var ranks = head.Zip(cells).Skip(2).Where(c => c.Second.Length > 0).Select(c => (Country: c.First, Rank: int.Parse(c.Second))).ToList();
            var isWord = words.Contains(name.ToLowerInvariant());
            var keep = isWord
                ? ranks.Exists(r => r.Rank >= RarestGivenNameThatIsAWord && EnglishSpeaking.Contains(r.Country, StringComparer.Ordinal))
                : ranks.Exists(r => r.Rank >= RarestGivenName);
            if (keep && IsPlainName(name))
            {
                yield return (name, gender.Contains('M', StringComparison.Ordinal) ? "m" : gender.Contains('F', StringComparison.Ordinal) ? "f" : "u");
            }
        }

        foreach (var name in Lines("names/first-names.txt.gz").Where(n => IsPlainName(n) && !words.Contains(n.ToLowerInvariant())))
        {
            yield return (name, "u");
        }
    }

    private IEnumerable<(string Name, string Value)> ReadSurnames(HashSet<string> words) =>
        Lines("names/surnames.txt.gz").Where(n => IsPlainName(n) && !words.Contains(n.ToLowerInvariant())).Select(n => (n, ""));

    /// <summary>Cities whose name says so by itself: in one country alone, no word and, if of one word, no person's name.</summary>
    private IEnumerable<(string Name, string Value)> ReadCities(JsonElement countries, HashSet<string> words, HashSet<string> people)
    {
        var codes = Codes(countries);
        var rows = Lines("places/world-cities.csv.gz").Skip(1).Select(line => line.Split(',')).Where(c => c.Length == 4 && codes.ContainsKey(c[1]));
        foreach (var same in rows.GroupBy(c => c[0], c => codes[c[1]], StringComparer.Ordinal))
        {
            var name = same.Key;
            var plain = name.Length > 3 && char.IsUpper(name[0]) && !words.Contains(name.ToLowerInvariant());
            if (plain && same.Distinct(StringComparer.Ordinal).Count() == 1 && !people.Contains(name))
            {
                yield return (name, same.First());
            }
        }
    }

    private IEnumerable<(string Name, string Value)> ReadOutlets(JsonElement countries)
    {
        var codes = Codes(countries);
        foreach (var cells in Lines("outlets/fundus-outlets.csv").Skip(1).Select(line => line.Split(',')))
        {
            yield return (cells[1], $"{cells[0]}|{cells[2].ToUpperInvariant()}");
        }

        foreach (var cells in Lines("outlets/awesome-rss-feeds.tsv").Skip(1).Select(line => line.Split('\t')))
        {
            var title = TitleParts().Split(cells[1]).Where(t => !FeedWords().IsMatch(t)).LastOrDefault("");
            if (Uri.TryCreate(cells[2], UriKind.Absolute, out var feed) && title.Length is > 2 and < 40 && codes.TryGetValue(cells[0], out var code))
            {
                yield return (Domain(feed.Host), $"{title.Trim()}|{code}");
            }
        }
    }

    /// <summary>A feed's host without the parts that name the feed.</summary>
    private static string Domain(string host) => FeedHost().Replace(host, "");

    private static Dictionary<string, string> Codes(JsonElement countries) =>
        countries.EnumerateArray().ToDictionary(c => c.GetProperty("name").GetProperty("common").GetString()!, Code, StringComparer.Ordinal);

    private static bool IsPlainName(string name) => name.Length is > 2 and < 24 && char.IsUpper(name[0]) && name.Skip(1).All(char.IsLetter);

    /// <summary>English words in lower case.</summary>
    private HashSet<string> ReadWords() =>
        Lines("wordnet/synsets.tsv.gz").Skip(1).SelectMany(line => line.Split('\t')[3].Split(',', ';', '|', ' ')).Where(w => w.Length > 0 && char.IsLower(w[0])).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<string> Lines(string list) => DataFile.Lines(data, "lexicons/" + list);

    [GeneratedRegex(@"\s[|–—>-]\s|: ", RegexOptions.NonBacktracking)]
    private static partial Regex TitleParts();

    [GeneratedRegex(@"\b(news|latest|breaking|headlines|rss|feed|stories|home|top)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FeedWords();

    [GeneratedRegex(@"^(?:www|rss|feeds?|news|english|en)\d*\.", RegexOptions.NonBacktracking)]
    private static partial Regex FeedHost();
}
