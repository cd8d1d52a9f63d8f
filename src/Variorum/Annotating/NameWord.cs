using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>A word form with what the lists know of it.</summary>
internal sealed class NameWord
{
    private static readonly Lazy<FrozenSet<string>> OpeningWords = new(() => Lexicon.Words("opening-words"));
    private static readonly Lazy<FrozenSet<string>> SoftOpeningWords = new(() => Lexicon.Words("soft-opening-words"));
    private static readonly Lazy<FrozenSet<string>> PlainWords = new(() => Lexicon.Words("plain-words", ignoreCase: false));
    private static readonly Lazy<FrozenSet<string>> SpeechVerbs = new(() => Lexicon.Words("speech-verbs"));
    private static readonly Lazy<FrozenSet<string>> TitleModifiers = new(() => Lexicon.Words("title-modifiers", ignoreCase: false));
    private static readonly Lazy<FrozenSet<string>> EventWords = new(() => Lexicon.Words("event-words", ignoreCase: false));
    private static readonly Lazy<FrozenSet<string>> PlaceWords = new(() => Lexicon.Words("place-words", ignoreCase: false));

    private static readonly Lazy<FrozenDictionary<string, Gender>> Titles = new(() => Lexicon.Rows("person-titles")
        .ToFrozenDictionary(row => row[0], row => row.Length < 2 ? Gender.Unknown : row[1] == "f" ? Gender.Feminine : Gender.Masculine, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, OrganisationWord>> OrganisationWords = new(() => Lexicon.Rows("organisation-words")
        .ToFrozenDictionary(row => row[0], row => row[1].Split(' ').Select(Kind).Aggregate((a, b) => a | b), StringComparer.Ordinal));

    public NameWord(string form, Gazetteer gazetteer)
    {
        Form = form;
        Lower = form.ToLowerInvariant();
        IsCapital = char.IsUpper(form[0]);
        IsAllCaps = IsCapital && form.Count(char.IsLetter) > 1 && !form.Any(char.IsLower);
        IsOpening = OpeningWords.Value.Contains(form) && form != "US";
        IsSpeechVerb = !IsCapital && SpeechVerbs.Value.Contains(form);
        if (!IsCapital)
        {
            return;
        }

        Proper = IsAllCaps && form.Length > 4 ? char.ToUpperInvariant(form[0]) + Lower[1..] : form;
        IsSoftOpening = SoftOpeningWords.Value.Contains(form);
        IsPlain = PlainWords.Value.Contains(form) || PlainWords.Value.Contains(Proper);
        IsTitle = Titles.Value.TryGetValue(Proper, out var titleGender);
        TitleGender = titleGender;
        IsTitleModifier = TitleModifiers.Value.Contains(Proper);
        Organisation = OrganisationWords.Value.GetValueOrDefault(Proper);
        IsEventWord = EventWords.Value.Contains(Proper);
        IsPlaceWord = PlaceWords.Value.Contains(Proper);
        IsGivenName = gazetteer.IsGivenName(Proper, out var gender);
        GivenGender = gender;
        IsSurname = gazetteer.IsSurname(Proper);
        Country = gazetteer.FindCountry(Proper, out var kind)?.Code;
        CountryKind = kind;
    }

    public string Form { get; }

    public string Lower { get; }

    /// <summary>The form with one capital alone, where it is a long word in capitals.</summary>
    public string Proper { get; } = "";

    public bool IsCapital { get; }

    public bool IsAllCaps { get; }

    /// <summary>Opens sentences and never names.</summary>
    public bool IsOpening { get; }

    /// <summary>Opens sentences, and names of several words.</summary>
    public bool IsSoftOpening { get; }

    /// <summary>Has a capital without naming anybody.</summary>
    public bool IsPlain { get; }

    public bool IsSpeechVerb { get; }

    public bool IsTitle { get; }

    public Gender TitleGender { get; }

    public bool IsTitleModifier { get; }

    public OrganisationWord Organisation { get; }

    public bool IsEventWord { get; }

    public bool IsPlaceWord { get; }

    public bool IsGivenName { get; }

    public Gender GivenGender { get; }

    public bool IsSurname { get; }

    /// <summary>ISO code of the country it stands for by itself; null for none.</summary>
    public string? Country { get; }

    public CountryNameKind CountryKind { get; }

    /// <summary>"Russian".</summary>
    public bool IsNationality => Country is not null && CountryKind == CountryNameKind.Adjective;

    /// <summary>Whether the word names a kind of organisation, place or event.</summary>
    public bool IsKindWord => Organisation != OrganisationWord.None || IsPlaceWord || IsEventWord;

    /// <summary>Whether a list says that the word is of somebody's or some place's name.</summary>
    public bool IsListed => IsGivenName || IsSurname || Country is not null;

    private static OrganisationWord Kind(string word) => word switch
    {
        "suffix" => OrganisationWord.Suffix,
        "of" => OrganisationWord.Head | OrganisationWord.GoesOn,
        _ => OrganisationWord.Head,
    };
}

/// <summary>What a word says of the organisation whose name holds it.</summary>
[Flags]
internal enum OrganisationWord
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Closes a company's name ("Inc").</summary>
    Suffix = 1,

    /// <summary>Names its kind ("Police").</summary>
    Head = 2,

    /// <summary>Names its kind and goes on with "of" or "for" ("Ministry").</summary>
    GoesOn = 4,
}
