using System.Collections.Frozen;

namespace Variorum.Annotating;

/// <summary>Finds descriptions by role: "the Iranian president", "a spokesman for the ministry", "two officials", "police".</summary>
internal sealed class RoleFinder
{
    private const int LongestNoun = 5;
    private const int MostModifiers = 6;
    private const int LongestComplement = 8;

    private static readonly FrozenSet<string> Definites = FrozenSet.Create(
        StringComparer.Ordinal, "the", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your", "both");

    private static readonly FrozenSet<string> Indefinites = FrozenSet.Create(
        StringComparer.Ordinal, "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some", "many", "other", "another", "few", "dozens", "more", "most");

    private readonly NameText _text;
    private readonly MentionDraft?[] _nameAt;

    public RoleFinder(NameText text, IReadOnlyList<MentionDraft> names)
    {
        _text = text;
        _nameAt = new MentionDraft?[text.Count];
        foreach (var name in names)
        {
            for (var i = name.First; i < name.End; i++)
            {
                if (_nameAt[i] is null || _nameAt[i]!.Covers(name))
                {
                    _nameAt[i] = name;
                }
            }
        }
    }

    public List<MentionDraft> Find()
    {
        var found = new List<MentionDraft>();
        foreach (var sentence in _text.Document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (_nameAt[i] is null && !_text.IsTag(i, PartOfSpeech.Verb) && char.IsLetter(_text[i].Form[0]) && NounAt(i, sentence.End, out var end) is { } noun && IsHead(end, sentence.End))
                {
                    if (Read(i, end, noun, sentence) is { } role)
                    {
                        found.Add(role);
                    }

                    i = end - 1;
                }
            }
        }

        return found;
    }

    /// <summary>The longest role noun that begins at a token.</summary>
    private RoleNoun? NounAt(int first, int limit, out int end)
    {
        for (end = Math.Min(first + LongestNoun, limit); end > first; end--)
        {
            if (char.IsLetter(_text[end - 1].Form[0]) && RoleNouns.Find(_text.Of(first, end).ToLowerInvariant()) is { } noun)
            {
                return noun;
            }
        }

        return null;
    }

    /// <summary>Whether a noun that ends before <paramref name="at"/> is the head of its phrase and not a modifier of the next noun.</summary>
    private bool IsHead(int at, int limit)
    {
        if (at >= limit)
        {
            return true;
        }

        if (_text.IsHyphen(at) || (_nameAt[at] is null && NounAt(at, limit, out _) is not null && !_text.IsTag(at, PartOfSpeech.Verb)))
        {
            return false;
        }

        return !(_text.IsTag(at, PartOfSpeech.Noun) && !_text[at].IsCapital && !_text[at].IsSpeechVerb);
    }

    private MentionDraft? Read(int noun, int nounEnd, RoleNoun entry, Sentence sentence)
    {
        var first = FirstModifier(noun, sentence.First);
        var role = new MentionDraft(MentionKind.Role, first, nounEnd, "role-noun")
        {
            Type = entry.Type,
            Gender = entry.Gender,
            IsPlural = entry.IsPlural,
            RoleNoun = entry.Noun,
            NounFirst = noun,
            IsLoose = entry.IsLoose,
            Country = CountryIn(first, noun),
            Owner = OwnerIn(first, noun),
        };
        ReadArticle(role, sentence.First);
        ReadComplement(role, sentence.End);
        var isNamed = nounEnd < sentence.End && _nameAt[nounEnd] is { } name && name.First == nounEnd;
        if (role.Article == RoleArticle.None && !role.IsPlural && !isNamed && !IsApposed(role, sentence))
        {
            return null;
        }

        role.Name = _text.Of(role.NameFirst, role.End);
        return IsBodyPart(role) ? null : role;
    }

    /// <summary>"his head" is what he has on his shoulders, "the head of the party" is somebody.</summary>
    private bool IsBodyPart(MentionDraft role) => role.RoleNoun == "head" && role.End == role.NounFirst + 1 && _text.IsAny(role.First, "his", "her", "my", "your", "their");

    /// <summary>A bare noun is a description where commas set it beside a name: "Ann Oak, spokeswoman for the port, said".</summary>
    private bool IsApposed(MentionDraft role, Sentence sentence) => role.First - 2 >= sentence.First && _text.Is(role.First - 1, ",") && _nameAt[role.First - 2] is not null;

    private int FirstModifier(int noun, int floor)
    {
        var first = noun;
        while (first > floor && noun - first < MostModifiers && IsModifier(first - 1))
        {
            first--;
        }

        while (first < noun && (_text.IsAny(first, "-", "–") || (!_text.IsTagged && _text[first].Lower.EndsWith("ly", StringComparison.Ordinal))))
        {
            first++;
        }

        return first;
    }

    private bool IsModifier(int at)
    {
        if (_nameAt[at] is { } name)
        {
            return name.Type != EntityType.Person;
        }

        var word = _text[at];
        if (_text.IsHyphen(at))
        {
            return true;
        }

        if (!char.IsLetter(word.Form[0]) || (word.IsOpening && !_text.IsAny(at, "former", "then")))
        {
            return false;
        }

        return _text.IsTagged
            ? _text.IsTag(at, PartOfSpeech.Adj) || _text.IsTag(at, PartOfSpeech.Noun) || _text.IsTag(at, PartOfSpeech.Propn)
            : !word.IsSpeechVerb && !word.IsPlain;
    }

    private void ReadArticle(MentionDraft role, int floor)
    {
        var before = role.First - 1;
        if (before < floor)
        {
            return;
        }

        if (_text.IsPossessive(before) && before > floor && _nameAt[before - 1] is { } owner)
        {
            role.First = owner.First;
            role.Article = RoleArticle.Definite;
            role.Country ??= owner.Country;
            role.Owner ??= owner.Name;
        }
        else if (IsOwnedByRole(before, floor))
        {
            role.First = FirstModifier(before - 1, floor);
            role.First -= role.First > floor && IsArticle(role.First - 1) ? 1 : 0;
            role.Article = RoleArticle.Definite;
            role.Owner ??= _text.Of(role.First, before);
        }
        else if (Definites.Contains(_text[before].Lower))
        {
            role.First = before;
            role.Article = RoleArticle.Definite;
        }
        else if (Indefinites.Contains(_text[before].Lower) || char.IsAsciiDigit(_text[before].Form[0]))
        {
            role.First = before;
            role.Article = RoleArticle.Indefinite;
        }

        ReadPredeterminer(role, floor);
    }

    /// <summary>"the two leaders", "all his aides".</summary>
    private void ReadPredeterminer(MentionDraft role, int floor)
    {
        if (role.Article == RoleArticle.None || role.First <= floor || _nameAt[role.First - 1] is not null)
        {
            return;
        }

        var isDefinite = role.Article == RoleArticle.Indefinite && Definites.Contains(_text[role.First - 1].Lower);
        if (isDefinite || _text.IsAny(role.First - 1, "both", "all"))
        {
            role.First--;
            role.Article = isDefinite ? RoleArticle.Definite : role.Article;
        }
    }

    private bool IsArticle(int at) => Definites.Contains(_text[at].Lower) || Indefinites.Contains(_text[at].Lower);

    private bool IsOwnedByRole(int possessive, int floor) => _text.IsPossessive(possessive) && possessive > floor && NounAt(possessive - 1, possessive, out _) is not null;

    /// <summary>"of Iran", "for the ministry", "at the bank": what the role is of.</summary>
    private void ReadComplement(MentionDraft role, int limit)
    {
        var at = role.End;
        if (at + 1 >= limit || !_text.IsAny(at, "of", "for", "at", "with", "in") || role.Type != EntityType.Person)
        {
            return;
        }

        for (var i = at + 1; i < limit && i - at <= LongestComplement; i++)
        {
            if (_nameAt[i] is { } name)
            {
                Complete(role, name, isIn: _text.Is(at, "in"));
                return;
            }

            if (!_text.Is(at, "in") && NounAt(i, limit, out var end) is { Type: EntityType.Organisation } && IsHead(end, limit))
            {
                role.End = end;
                return;
            }

            if (!_text.Is(i, "the") && !IsModifier(i))
            {
                return;
            }
        }
    }

    /// <summary>"a spokesman in Berlin" is no post of Berlin's, and "the head in Berlin" may be anything.</summary>
    private static void Complete(MentionDraft role, MentionDraft name, bool isIn)
    {
        if (isIn && role.Article != RoleArticle.Indefinite)
        {
            return;
        }

        role.Country ??= isIn ? null : name.Country;
        role.Owner ??= isIn ? null : name.Name;
        role.End = name.Type == EntityType.Person || name.IsNationality ? role.End : name.End;
    }

    private string? CountryIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_nameAt[i]?.Country is { } country)
            {
                return country;
            }
        }

        return null;
    }

    private string? OwnerIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_nameAt[i] is { Country: null } name)
            {
                return name.Name;
            }
        }

        return null;
    }
}
