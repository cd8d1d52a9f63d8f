using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Votes of lists on what kind of thing a name names, beside those of the name tagger.</summary>
internal sealed class NameTyper(NameText text, Gazetteer gazetteer)
{
    public TypeVotes VoteByForm(MentionDraft mention)
    {
        var votes = default(TypeVotes);
        var name = text.Listed(mention.NameFirst, mention.NameEnd);
        if (gazetteer.FindCountry(name, out var kind) is not null)
        {
            votes.Add(kind is CountryNameKind.Adjective or CountryNameKind.People ? EntityType.Group : EntityType.Place, kind == CountryNameKind.Capital ? 30 : 60);
        }
        else if (Peoples.Contains(name))
        {
            votes.Add(EntityType.Group, 60);
        }
        else if (Gazetteer.IsRegion(name, out _) || Gazetteer.IsMajorCity(name))
        {
            votes.Add(EntityType.Place, 30);
        }

        if (KnownNames.Contains(name))
        {
            votes.Add(EntityType.Organisation, 60);
        }

        return votes;
    }
}
