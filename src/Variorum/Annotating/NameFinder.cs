using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Finds names: what the name tagger marks, and with it the title that stands before a person's name.</summary>
/// <remarks><b>Order.</b> By place; a name within a title ("Iranian" in "Iranian President Masoud Pezeshkian") is a name of its own.</remarks>
internal sealed class NameFinder(NameText text, NameTagger tagger, Gazetteer gazetteer)
{
    /// <summary>How much the tagger's kind counts beside what lists and roles say.</summary>
    private const int TaggerVote = 40;

    private readonly Dictionary<int, MentionDraft> _byEnd = [];
    private readonly List<MentionDraft> _found = [];
    private int _covered;

    public List<MentionDraft> Find()
    {
        var view = tagger.Look(text.Document);
        foreach (var name in new NameMender(text, view, tagger.Tag(view)).Find())
        {
            Add(name);
        }

        return _found;
    }

    private void Add(NameSpan span)
    {
        var (first, end, kind, rule) = span;
        var nameFirst = kind == NameKind.Person ? AfterTitle(first, end) : first;
        var name = text.Of(nameFirst, end);
        var mention = new MentionDraft(MentionKind.Name, first, end, rule) { NameFirst = nameFirst, Name = name };
        mention.Votes.Add(TypeOf(kind), TaggerVote);
        if (kind == NameKind.Person)
        {
            new NameTitle(text, mention, _covered).Read(_byEnd);
        }
        else
        {
            ReadCountry(mention, kind);
        }

        _found.Add(mention);
        _byEnd[end] = mention;
        _covered = end;
    }

    /// <summary>"President" is not of the name.</summary>
    private int AfterTitle(int first, int end)
    {
        while (first < end - 1 && text[first].IsTitle && !(text[first].IsGivenName && end - first == 2))
        {
            first++;
        }

        return first;
    }

    private void ReadCountry(MentionDraft mention, NameKind kind)
    {
        var country = gazetteer.FindCountry(text.Listed(mention.First, mention.End), out var how);
        mention.IsPlural = country is not null ? how == CountryNameKind.People : kind == NameKind.Group && mention.Name[^1] == 's';
        mention.IsNationality = country is not null ? how == CountryNameKind.Adjective : Peoples.Contains(mention.Name) || (kind == NameKind.Group && !mention.IsPlural);
        mention.Country = country is not null && how != CountryNameKind.Capital ? country.Code : null;
    }

    private static EntityType TypeOf(NameKind kind) => kind switch
    {
        NameKind.Person => EntityType.Person,
        NameKind.Organisation => EntityType.Organisation,
        NameKind.Place => EntityType.Place,
        NameKind.Group => EntityType.Group,
        NameKind.Event => EntityType.Event,
        NameKind.Work => EntityType.Work,
        _ => EntityType.Other,
    };
}
