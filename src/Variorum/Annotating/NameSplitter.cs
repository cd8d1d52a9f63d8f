using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Parts a run of capitals into what it names: "Iranian President Masoud Pezeshkian", "Broadcom Chief Executive Hock Tan".</summary>
internal sealed class NameSplitter(NameText text, Gazetteer gazetteer)
{
    /// <summary>A person's name of more words is not one.</summary>
    private const int LongestPerson = 6;

    /// <summary>Adds the names of the run to <paramref name="found"/>.</summary>
    public void Split(int first, int end, List<MentionDraft> found)
    {
        (first, end) = Trim(first, end);
        if (first >= end)
        {
            return;
        }

        var title = IsKnown(first, end) ? -1 : LastTitle(first, end);
        if (title >= 0)
        {
            SplitTitle(first, title, end, found);
        }
        else
        {
            SplitUntitled(first, end, found);
        }
    }

    /// <summary>Takes off what hangs on a run without being of the name.</summary>
    private (int First, int End) Trim(int first, int end)
    {
        while (end > first && (text[end - 1].IsPlain || (!text[end - 1].IsCapital && !text.IsPossessive(end - 1) && end - 1 > first && !text.IsHyphen(end - 2))))
        {
            end--;
        }

        while (first < end && text[first].IsOpening && !IsInitial(first))
        {
            first++;
        }

        return (first, end);
    }

    private bool IsInitial(int at) => text[at].Form.Length == 2 && text[at].Form[1] == '.';

    /// <summary>The last word of a title that a personal name follows; -1 without one.</summary>
    private int LastTitle(int first, int end)
    {
        for (var i = end - 2; i >= first; i--)
        {
            if (text[i].IsTitle && IsPerson(i + 1, end) && !(i + 1 < end && text[end - 1].IsKindWord && !text[end - 1].IsSurname && !text[end - 1].IsGivenName))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsPerson(int first, int end)
    {
        if (end - first > LongestPerson || text[first].IsTitle || text[first].IsTitleModifier || text[first].Organisation.HasFlag(OrganisationWord.GoesOn) || !char.IsLetter(text[first].Form[0]))
        {
            return false;
        }

        for (var i = first; i < end; i++)
        {
            if (text.IsAny(i, "of", "for", "and", "the", "on", "in", "&"))
            {
                return false;
            }
        }

        return !(text[first].Country is not null && end - first == 1) && !KnownNames.Contains(text.Of(first, end));
    }

    private void SplitTitle(int first, int title, int end, List<MentionDraft> found)
    {
        var start = title;
        while (start > first && IsOfTitle(start - 1))
        {
            start--;
        }

        var noun = TitleNoun(start, title + 1);
        var mention = new MentionDraft(MentionKind.Name, first, end, "title-and-name")
        {
            NameFirst = title + 1,
            Name = text.Of(title + 1, end),
            Type = EntityType.Person,
            Gender = text[title].TitleGender,
            RoleNoun = noun,
            IsCourtesy = IsCourtesy(title),
        };
        mention.Title = mention.IsCourtesy ? null : text.Of(first, title + 1);
        mention.Votes.Add(EntityType.Person, 60);
        var country = start;
        while (country < title && !text[country].IsNationality && text[country].Country is null)
        {
            country++;
        }

        mention.Country = text[country].Country;
        if (start > first)
        {
            var owner = found.Count;
            SplitUntitled(first, start, found);
            mention.Owner = found.Count > owner ? found[^1].Name : null;
            mention.Country ??= found.Count > owner ? CountryOf(found[^1]) : null;
        }
        else
        {
            AddNationalities(start, title, found);
        }

        found.Add(mention);
    }

    private string? CountryOf(MentionDraft mention) => gazetteer.FindCountry(mention.Name, out var kind) is { } country && kind != CountryNameKind.Capital ? country.Code : null;

    /// <summary>"Mr", "Mrs": no role.</summary>
    private bool IsCourtesy(int title) => text[title].Form is "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Sir" or "Dame" or "Lord" or "Lady" or "Dr" or "Dr.";

    private bool IsOfTitle(int at) => text[at].IsTitle || text[at].IsTitleModifier || text[at].IsNationality || text[at].CountryKind == CountryNameKind.Name && text[at].Country is not null
        || text.IsAny(at, "of", "and", "for", "the", "-", "&") || text.IsPossessive(at);

    /// <summary>The noun of a title, small: "prime minister" for "British Prime Minister".</summary>
    private string? TitleNoun(int first, int end)
    {
        while (first < end - 1 && (text[first].Country is not null || text.IsAny(first, "former", "acting", "-", "ex", "then", "late")))
        {
            first++;
        }

        return IsCourtesy(end - 1) ? null : text.Of(first, end).ToLowerInvariant();
    }

    private void AddNationalities(int first, int end, List<MentionDraft> found)
    {
        for (var i = first; i < end; i++)
        {
            if (text[i].Country is not null)
            {
                found.Add(Plain(i, i + 1));
            }
        }
    }

    private void SplitUntitled(int first, int end, List<MentionDraft> found)
    {
        (first, end) = Trim(first, end);
        if (first >= end)
        {
            return;
        }

        var cut = IsKnown(first, end) ? first : PrefixEnd(first, end);
        if (cut > first && cut < end)
        {
            found.Add(Plain(first, cut));
            SplitUntitled(cut, end, found);
            return;
        }

        if (!IsTitleAlone(first, end))
        {
            found.Add(Plain(first, end));
        }
    }

    /// <summary>Whether the run is a title without a name ("the President"): a role, not a name.</summary>
    private bool IsTitleAlone(int first, int end)
    {
        var titles = 0;
        for (var i = first; i < end; i++)
        {
            if (!IsOfTitle(i) || (text[i].Country is not null && i == first && end - first == 1))
            {
                return false;
            }

            titles += text[i].IsTitle ? 1 : 0;
        }

        return titles > 0;
    }

    /// <summary>Where a nationality or a country that goes before another name ends; <paramref name="first"/> where there is none.</summary>
    private int PrefixEnd(int first, int end)
    {
        var word = text[first];
        if (end - first < 2 || word.Country is null || word.CountryKind == CountryNameKind.Capital || text.IsHyphen(first + 1))
        {
            return first;
        }

        var isKind = text[end - 1].IsKindWord || HasConnector(first, end) || KnownNames.Contains(text.Of(first, end));
        return isKind && !KnownNames.Contains(text.Of(first + 1, end)) ? first : first + 1;
    }

    private bool HasConnector(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.IsAny(i, "of", "for"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsKnown(int first, int end)
    {
        var name = text.Listed(first, end);
        return gazetteer.FindCountry(name) is not null || KnownNames.Contains(name) || Gazetteer.IsRegion(name, out _) || Gazetteer.IsMajorCity(name) || Peoples.Contains(name);
    }

    private MentionDraft Plain(int first, int end)
    {
        var name = text.Of(first, end);
        var country = gazetteer.FindCountry(text.Listed(first, end), out var kind);
        return new MentionDraft(MentionKind.Name, first, end, "capitals")
        {
            Name = name,
            IsNationality = country is not null ? kind == CountryNameKind.Adjective : Peoples.Contains(name),
            IsPlural = country is not null && kind == CountryNameKind.People,
            Country = country is not null && kind != CountryNameKind.Capital ? country.Code : null,
        };
    }
}
