namespace Variorum.Annotating;

/// <summary>The title before a person's name: "Iranian President", "Broadcom Chief Executive".</summary>
/// <param name="text">The document.</param>
/// <param name="mention">The person's name.</param>
/// <param name="floor">Where the name before ends.</param>
internal sealed class NameTitle(NameText text, MentionDraft mention, int floor)
{
    /// <summary>Gives the mention its title, and what the title says of country, office and body.</summary>
    /// <param name="byEnd">The names before by their ends.</param>
    public void Read(Dictionary<int, MentionDraft> byEnd)
    {
        var last = mention.NameFirst - 1;
        var lowest = text.Document.Sentences[text.Sentence(mention.NameFirst)].First;
        if (last < lowest || !text[last].IsTitle)
        {
            return;
        }

        var first = First(last, lowest);
        mention.Rule = "title-and-name";
        mention.Gender = text[last].TitleGender;
        mention.RoleNoun = Noun(first, last + 1);
        mention.IsCourtesy = IsCourtesy(last);
        for (var i = first; i < last && mention.Country is null; i++)
        {
            mention.Country = text[i].Country;
        }

        mention.First = Math.Min(mention.First, first);
        if (byEnd.TryGetValue(first, out var owner) && owner.First >= lowest && owner.NameFirst == owner.First && !text.Opens(first))
        {
            mention.First = owner.First;
            mention.Owner = owner.Name;
            mention.Country ??= owner.Country;
        }

        mention.Title = mention.IsCourtesy ? null : text.Of(mention.First, last + 1);
    }

    private int First(int last, int lowest)
    {
        var first = last;
        for (var i = last - 1; i >= lowest && IsOfTitle(i); i--)
        {
            first = text[i].IsCapital ? i : first;
        }

        return first;
    }

    private bool IsOfTitle(int at)
    {
        var isName = text[at].IsNationality || (text[at].CountryKind == Lexicons.CountryNameKind.Name && text[at].Country is not null);
        // "Ostrian President": an adjective nobody listed.
        var isAdjective = at == mention.NameFirst - 2 && text[at].IsCapital && text.IsTag(at, PartOfSpeech.Adj);
        return isAdjective || (at >= floor && (text[at].IsTitle || text[at].IsTitleModifier || text.IsAny(at, "of", "and", "for", "the", "-", "&"))) || isName;
    }

    /// <summary>"prime minister" for "British Prime Minister".</summary>
    private string? Noun(int first, int end)
    {
        while (first < end - 1 && (text[first].Country is not null || text.IsAny(first, "former", "acting", "-", "ex", "then", "late")))
        {
            first++;
        }

        return IsCourtesy(end - 1) ? null : text.Of(first, end).ToLowerInvariant();
    }

    /// <summary>"Mr", "Mrs": no role.</summary>
    private bool IsCourtesy(int title) => text[title].Form is "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss" or "Sir" or "Dame" or "Lord" or "Lady" or "Dr" or "Dr.";
}
