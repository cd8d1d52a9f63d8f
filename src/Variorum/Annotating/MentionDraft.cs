namespace Variorum.Annotating;

/// <summary>A mention while its kind, type and chain are still open. Offsets are tokens, half-open.</summary>
internal sealed class MentionDraft(MentionKind kind, int first, int end, string rule)
{
    public MentionKind Kind { get; } = kind;

    /// <summary>First token, title and determiner included.</summary>
    public int First { get; set; } = first;

    public int End { get; set; } = end;

    /// <summary>First token of the name alone.</summary>
    public int NameFirst { get; set; } = first;

    public int NameEnd { get; set; } = end;

    public EntityType Type { get; set; } = EntityType.Other;

    public string Rule { get; set; } = rule;

    public ChainDraft? Chain { get; set; }

    /// <summary>For a role: the name it stands beside; null for none.</summary>
    public MentionDraft? Beside { get; set; }

    /// <summary>The name as it stands in the text; for a role its noun.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the words around it say of its type.</summary>
    public TypeVotes Votes;

    public Gender Gender { get; set; }

    public bool IsPlural { get; set; }

    /// <summary>A title or description of it that stands beside its name; null without one.</summary>
    public string? Title { get; set; }

    /// <summary>For a role, or a name with a title: the noun, in lower case ("president").</summary>
    public string? RoleNoun { get; set; }

    /// <summary>ISO code of the country that its title or description names; null for none.</summary>
    public string? Country { get; set; }

    /// <summary>Name of the organisation that its title or description names; null for none.</summary>
    public string? Owner { get; set; }

    /// <summary>"Russian" and the like.</summary>
    public bool IsNationality { get; set; }

    /// <summary>For a role: whether its noun may be said of many in the text.</summary>
    public bool IsLoose { get; set; }

    /// <summary>For a role: first token of its noun.</summary>
    public int NounFirst { get; set; } = first;

    /// <summary>For a role: how it is introduced.</summary>
    public RoleArticle Article { get; set; }

    /// <summary>For a pronoun: which.</summary>
    public PronounCase Case { get; set; }

    /// <summary>Whether the title "Mr" or the like stands before it, which wants a surname.</summary>
    public bool IsCourtesy { get; set; }

    public bool Covers(MentionDraft other) => First <= other.First && other.End <= End;
}

/// <summary>How a role is introduced.</summary>
internal enum RoleArticle
{
    /// <summary>Without any word.</summary>
    None,

    /// <summary>"the", "its", "Iran's".</summary>
    Definite,

    /// <summary>"a", "two", "several".</summary>
    Indefinite,
}

/// <summary>Which form of a pronoun it is.</summary>
internal enum PronounCase
{
    /// <summary>"he".</summary>
    Subject,

    /// <summary>"him".</summary>
    Object,

    /// <summary>"his".</summary>
    Possessive,

    /// <summary>"himself".</summary>
    Reflexive,
}

/// <summary>How much speaks for each type.</summary>
internal struct TypeVotes
{
    private int _person;
    private int _organisation;
    private int _place;
    private int _event;
    private int _group;
    private int _work;
    private int _other;

    public void Add(EntityType type, int votes)
    {
        switch (type)
        {
            case EntityType.Person: _person += votes; break;
            case EntityType.Organisation: _organisation += votes; break;
            case EntityType.Place: _place += votes; break;
            case EntityType.Event: _event += votes; break;
            case EntityType.Group: _group += votes; break;
            case EntityType.Work: _work += votes; break;
            default: _other += votes; break;
        }
    }

    public void Add(TypeVotes votes)
    {
        _person += votes._person;
        _organisation += votes._organisation;
        _place += votes._place;
        _event += votes._event;
        _group += votes._group;
        _work += votes._work;
        _other += votes._other;
    }

    public readonly int Of(EntityType type) => type switch
    {
        EntityType.Person => _person,
        EntityType.Organisation => _organisation,
        EntityType.Place => _place,
        EntityType.Event => _event,
        EntityType.Group => _group,
        EntityType.Work => _work,
        _ => _other,
    };

    /// <summary>The type with most votes; of equals the first in the order of the types.</summary>
    public readonly EntityType Winner()
    {
        var best = EntityType.Person;
        for (var type = EntityType.Organisation; type <= EntityType.Other; type++)
        {
            best = Of(type) > Of(best) ? type : best;
        }

        return Of(best) > 0 ? best : EntityType.Other;
    }
}
