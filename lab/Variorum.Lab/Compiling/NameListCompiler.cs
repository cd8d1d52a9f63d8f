using System.Text.Json;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lexicons;

namespace Variorum.Lab.Compiling;

/// <summary>Makes the phrase lists of <c>models/names.model</c> out of the project's own lists and free ones.</summary>
/// <param name="data">The folder of labelled data; the lists are those of its folder <c>lexicons</c>.</param>
internal sealed class NameListCompiler(DirectoryInfo data)
{
    private const int LongestPhrase = 8;

    private readonly Dictionary<uint, NameList> phrases = [];
    private readonly List<TextSpan> spans = [];

    public byte[] Compile()
    {
        AddOwn();
        AddCountries();
        AddPlaces();
        AddPeople();
        AddActors();
        AddOutlets();
        AddAll(NameList.Word, Lines("wordnet/synsets.tsv.gz").Skip(1).SelectMany(line => line.Split('\t')[3].Split(',', ';', '|')).Where(w => w.Length > 0 && w.All(char.IsLower)));
        AddAll(NameList.Job, Lines("job-titles.txt.gz").Where(title => title.Count(c => c == ' ') < 3));
        return NameLists.Write(phrases);
    }

    private void AddOwn()
    {
        AddAll(NameList.City, Lexicon.Rows("cities").Select(row => row[0]));
        AddAll(NameList.Region, Lexicon.Rows("regions").Select(row => row[0]));
        AddAll(NameList.PlaceWord, Lexicon.Words("place-words").Order(StringComparer.Ordinal));
        AddAll(NameList.EventWord, Lexicon.Words("event-words").Order(StringComparer.Ordinal));
        AddAll(NameList.Calendar, Lexicon.Words("calendar-names").Order(StringComparer.Ordinal));
        AddAll(NameList.People, Lexicon.Words("peoples").Order(StringComparer.Ordinal));
        AddAll(NameList.Title, Lexicon.Rows("person-titles").Select(row => row[0]));
        AddAll(NameList.Title, Lexicon.Words("title-modifiers").Order(StringComparer.Ordinal));
        AddAll(NameList.Organisation, Lexicon.Rows("organisations").SelectMany(row => row));
        AddAll(NameList.Outlet, Lexicon.Rows("outlet-domains").Select(row => row[1]));
        AddAll(NameList.Agency, Lexicon.Rows("wires").SelectMany(row => row[3].Split('|').Prepend(row[0])));
        AddAll(NameList.Job, Lexicon.Rows("role-nouns").Select(row => row[0]));
        foreach (var row in Lexicon.Rows("organisation-words"))
        {
            Add(row[1].Contains("suffix", StringComparison.Ordinal) ? NameList.FirmWord : NameList.OrganisationWord, row[0]);
        }

        foreach (var row in Lexicon.Rows("country-names"))
        {
            Add(row[2] switch { "name" => NameList.Country, "capital" => NameList.City, _ => NameList.Nationality }, row[0]);
        }
    }

    private void AddCountries()
    {
        using var countries = JsonDocument.Parse(string.Join('\n', Lines("countries.json.gz")));
        foreach (var (name, value) in countries.RootElement.EnumerateArray().SelectMany(GazetteerCompiler.ReadCountryNames))
        {
            Add(value[3..] switch { "name" => NameList.Country, "capital" => NameList.City, _ => NameList.Nationality }, name);
        }
    }

    private void AddPlaces()
    {
        foreach (var cells in Lines("places/world-cities.csv.gz").Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length == 4))
        {
            Add(NameList.Town, cells[0]);
            Add(NameList.Region, cells[2]);
        }
    }

    private void AddPeople()
    {
        foreach (var cells in Lines("names/firstnames-gender-country.csv.gz").Skip(1).Select(line => line.Split(';')))
        {
            Add(NameList.Given, cells[0]);
            if (cells.Skip(2).Take(3).Any(rank => rank.Length > 0 && int.Parse(rank) >= -6))
            {
                Add(NameList.UsualGiven, cells[0]);
            }
        }

        AddAll(NameList.Given, Lines("names/first-names.txt.gz"));
        AddAll(NameList.Surname, Lines("names/surnames.txt.gz"));
        foreach (var list in new[] { "people/us-congress-terms.csv.gz", "people/us-executive-terms.csv.gz" })
        {
            foreach (var cells in Lines(list).Skip(1).Select(line => line.Split(',')))
            {
                Add(NameList.Person, cells[1] + " " + cells[4]);
                Add(NameList.Person, cells[3].Length > 0 ? cells[3] + " " + cells[4] : cells[5]);
                Add(NameList.Person, cells[5]);
            }
        }
    }

    /// <summary>Leaders, organisations and armed groups; which of them a country's actors are, their words tell.</summary>
    private void AddActors()
    {
        AddAll(NameList.Organisation, Actors("Phoenix.International.actors.txt.gz").Where(name => !IsPerson(name)));
        AddAll(NameList.Faction, Actors("Phoenix.MilNonState.actors.txt.gz"));
        AddAll(NameList.Region, CountryPlaces().Where(name => !phrases.GetValueOrDefault(HashOf(name)).HasFlag(NameList.Nationality)));
        AddAll(NameList.Person, Actors("Phoenix.International.actors.txt.gz").Concat(Actors("Phoenix.Countries.actors.txt.gz")).Where(IsPerson));
    }

    private bool IsPerson(string name)
    {
        var words = name.Split(' ');
        return words.Length is 2 or 3 && phrases.GetValueOrDefault(HashOf(words[0])).HasFlag(NameList.Given) && !phrases.GetValueOrDefault(HashOf(words[^1])).HasFlag(NameList.OrganisationWord)
            && !phrases.GetValueOrDefault(HashOf(words[^1])).HasFlag(NameList.Word);
    }

    /// <summary>A country's other names, cities and regions: what stands under a code of three letters.</summary>
    private IEnumerable<string> CountryPlaces()
    {
        var isCountry = false;
        foreach (var line in Lines("petrarch2/Phoenix.Countries.actors.txt.gz").Where(line => line.Length > 0 && (char.IsLetter(line[0]) || line[0] == '+')))
        {
            var code = line.AsSpan(line.IndexOf('[', StringComparison.Ordinal) + 1);
            isCountry = line[0] == '+' ? isCountry : code.Length > 3 && code[3] == ']';
            if (isCountry && ActorName(line) is { Length: > 3 } name)
            {
                yield return name;
            }
        }
    }

    private static string ActorName(string line) => line.TrimStart('+').Split('\t', '[', '#', '(')[0].Replace('_', ' ').Trim();

    private IEnumerable<string> Actors(string list)
    {
        foreach (var line in Lines("petrarch2/" + list))
        {
            var name = ActorName(line);
            if (line.Length > 0 && (char.IsLetter(line[0]) || line[0] == '+') && name.Length > 2)
            {
                yield return name;
            }
        }
    }

    private void AddOutlets()
    {
        AddAll(NameList.Outlet, Lines("outlets/newspapers.txt"));
        AddAll(NameList.Outlet, Lines("outlets/fundus-outlets.csv").Skip(1).Select(line => line.Split(',')[0]));
    }

    private void AddAll(NameList list, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Add(list, name);
        }
    }

    private void Add(NameList list, string name)
    {
        if (name.StartsWith("The ", StringComparison.Ordinal) && name.IndexOf(' ', 4) > 0)
        {
            Add(list, name[4..]);
        }

        spans.Clear();
        Tokenizer.Split(name, new TextSpan(0, name.Length), spans);
        if (spans.Count is 0 or > LongestPhrase)
        {
            return;
        }

        var phrase = 0u;
        for (var i = 0; i < spans.Count; i++)
        {
            phrase = Next(phrase, name.AsSpan(spans[i].Start, spans[i].Length));
            phrases[phrase] = phrases.GetValueOrDefault(phrase) | (i == spans.Count - 1 ? list : NameList.Opening);
        }
    }

    private static uint HashOf(string word) => Next(0, word);

    private static uint Next(uint phrase, ReadOnlySpan<char> word)
    {
        var single = NameLists.Join(0, NameLists.HashOf(word));
        return phrase == 0 ? single : NameLists.Join(phrase, single);
    }

    private IEnumerable<string> Lines(string list) => DataFile.Lines(data, "lexicons/" + list);
}
