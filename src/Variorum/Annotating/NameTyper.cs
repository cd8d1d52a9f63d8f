using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Votes on what kind of thing a name names: by its own words, and by the words around one of its mentions.</summary>
internal sealed class NameTyper(NameText text, Gazetteer gazetteer)
{
    private static readonly FrozenSet<string> PlacePrepositions = FrozenSet.Create(
        StringComparer.Ordinal, "in", "at", "near", "across", "around", "outside", "inside", "throughout", "towards", "toward", "into");

    /// <summary>Votes by the words around a mention.</summary>
    public void VoteByContext(MentionDraft mention)
    {
        var (before, after) = (mention.First - 1, mention.End);
        VoteByWordBefore(mention, before);
        if (after >= text.Count)
        {
            return;
        }

        if (text[after].IsSpeechVerb)
        {
            mention.Votes.Add(EntityType.Person, 8);
            mention.Votes.Add(EntityType.Organisation, 4);
        }

        if (text.IsAny(after, "who", "whose") || (text.Is(after, ",") && text.IsAny(after + 1, "who", "whose")))
        {
            mention.Votes.Add(EntityType.Person, 15);
        }

        if (text.Is(after, ",") && IsAge(after + 1))
        {
            mention.Votes.Add(EntityType.Person, 40);
        }

        if (text.Is(after, ",") && after + 1 < text.Count && IsWiderPlace(after + 1))
        {
            mention.Votes.Add(EntityType.Place, 12);
        }

        if (text.IsHyphen(after) && text.Is(after + 1, "based"))
        {
            mention.Votes.Add(EntityType.Place, 25);
        }
    }

    /// <summary>Votes by the name's own words.</summary>
    public TypeVotes VoteByForm(MentionDraft mention)
    {
        var votes = default(TypeVotes);
        var (first, end) = (mention.NameFirst, mention.NameEnd);
        VoteByLists(ref votes, text.Listed(first, end));
        VoteByKindWords(ref votes, first, end);
        if (end - first > 1)
        {
            VoteByPersonalName(ref votes, first, end);
        }
        else
        {
            VoteBySingleWord(ref votes, text[first]);
        }

        return votes;
    }

    private void VoteByWordBefore(MentionDraft mention, int before)
    {
        if (before < 0 || text.Sentence(before) != text.Sentence(mention.First))
        {
            return;
        }

        var word = text[before];
        if (PlacePrepositions.Contains(word.Lower))
        {
            mention.Votes.Add(EntityType.Place, 8);
        }
        else if (word.Lower is "from" or "to")
        {
            mention.Votes.Add(EntityType.Place, 2);
        }
        else if (word.Lower == "the" && mention.NameFirst == mention.First)
        {
            mention.Votes.Add(EntityType.Person, -30);
        }
        else if (word.IsSpeechVerb)
        {
            mention.Votes.Add(EntityType.Person, 6);
        }
    }

    private bool IsAge(int at) => at + 1 < text.Count && text[at].Form.Length <= 3 && text[at].Form.All(char.IsAsciiDigit) && text.IsAny(at + 1, ",", ".", ")");

    private bool IsWiderPlace(int at) => (text[at].Country is not null && text[at].CountryKind == CountryNameKind.Name) || Gazetteer.IsRegion(text[at].Proper, out _)
        || text[at].Form is "Ala." or "Ariz." or "Ark." or "Calif." or "Colo." or "Conn." or "Del." or "Fla." or "Ga." or "Ill." or "Ind." or "Kan." or "Ky." or "La." or "Md." or "Mass." or "Mich." or "Minn." or "Miss."
            or "Mo." or "Mont." or "Neb." or "Nev." or "N.H." or "N.J." or "N.M." or "N.Y." or "N.C." or "N.D." or "Okla." or "Ore." or "Pa." or "R.I." or "S.C." or "S.D." or "Tenn." or "Tex." or "Vt." or "Va." or "Wash." or "Wis." or "D.C.";

    private void VoteByLists(ref TypeVotes votes, string name)
    {
        if (gazetteer.FindCountry(name, out var kind) is not null)
        {
            votes.Add(kind is CountryNameKind.Adjective or CountryNameKind.People ? EntityType.Other : EntityType.Place, 120);
        }
        else if (Peoples.Contains(name))
        {
            votes.Add(EntityType.Other, 120);
        }
        else if (Gazetteer.IsRegion(name, out _) || Gazetteer.IsMajorCity(name))
        {
            votes.Add(EntityType.Place, 80);
        }
        else if (gazetteer.FindCity(name) is not null)
        {
            votes.Add(EntityType.Place, 20);
        }

        if (KnownNames.Contains(name))
        {
            votes.Add(EntityType.Organisation, 100);
        }
    }

    private void VoteByKindWords(ref TypeVotes votes, int first, int end)
    {
        var (last, length) = (text[end - 1], end - first);
        if (last.Organisation.HasFlag(OrganisationWord.Suffix) && length > 1)
        {
            votes.Add(EntityType.Organisation, 60);
        }
        else if (last.Organisation != OrganisationWord.None)
        {
            votes.Add(EntityType.Organisation, length > 1 ? 35 : 15);
        }

        if (HeadGoesOn(first, end))
        {
            votes.Add(EntityType.Organisation, 50);
        }

        if (last.IsEventWord && length > 1)
        {
            votes.Add(EntityType.Event, 30);
        }

        if ((last.IsPlaceWord || OpensPlace(text[first])) && length > 1)
        {
            votes.Add(EntityType.Place, last.Proper is "Wall" or "Hall" or "Park" or "Hills" or "Wood" or "Lake" ? 12 : 32);
        }

        VoteByShape(ref votes, first, end);
    }

    private static bool OpensPlace(NameWord word) => word.Form is "Mount" or "Lake" or "Fort" or "Cape" or "Port" or "San" or "Santa" or "Saint" or "St." or "St";

    private void VoteByShape(ref TypeVotes votes, int first, int end)
    {
        var last = text[end - 1];
        if (end - first == 1 && last.IsAllCaps && last.Form.Length is >= 2 and <= 6 && !text.InTitleCase(first))
        {
            votes.Add(EntityType.Organisation, 15);
        }

        if (text.Is(first + 1, "&") || text.Is(end - 2, "&"))
        {
            votes.Add(EntityType.Organisation, 30);
        }
    }

    private bool HeadGoesOn(int first, int end)
    {
        for (var i = first; i + 1 < end; i++)
        {
            if (text[i].Organisation.HasFlag(OrganisationWord.GoesOn) && text.IsAny(i + 1, "of", "for", "on"))
            {
                return true;
            }
        }

        return false;
    }

    private void VoteByPersonalName(ref TypeVotes votes, int first, int end)
    {
        var (given, last) = (text[first], text[end - 1]);
        if (end - first > 5)
        {
            return;
        }

        votes.Add(EntityType.Person, given.IsGivenName ? 28 : 0);
        votes.Add(EntityType.Person, last.IsSurname ? 10 : 0);
        votes.Add(EntityType.Person, end - first > 2 && text[first + 1].Form.Length == 2 && text[first + 1].Form[1] == '.' ? 30 : 0);
        votes.Add(EntityType.Person, end - first > 2 && text.IsAny(end - 2, "bin", "von", "van", "al", "de", "der") ? 15 : 0);
        votes.Add(EntityType.Person, end - first is 2 or 3 ? 4 : 0);
    }

    private static void VoteBySingleWord(ref TypeVotes votes, NameWord word)
    {
        votes.Add(EntityType.Person, word.IsSurname ? 9 : 0);
        votes.Add(EntityType.Person, word.IsGivenName ? 6 : 0);
        votes.Add(EntityType.Organisation, 2);
    }
}
