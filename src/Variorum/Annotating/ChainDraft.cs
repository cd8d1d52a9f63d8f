namespace Variorum.Annotating;

/// <summary>The mentions of one thing while they are being gathered.</summary>
internal sealed class ChainDraft
{
    private readonly List<string> _roles = [];
    private readonly HashSet<string> _rolesSeen = new(StringComparer.OrdinalIgnoreCase);

    public List<MentionDraft> Mentions { get; } = [];

    /// <summary>The fullest name; for a thing never named, its first description.</summary>
    public string Name { get; set; } = "";

    public EntityType Type { get; set; } = EntityType.Other;

    public Gender Gender { get; set; }

    public bool IsPlural { get; set; }

    public bool IsNamed { get; set; }

    /// <summary>Titles and descriptions, each once, in order of finding.</summary>
    public IReadOnlyList<string> Roles => _roles;

    /// <summary>The nouns of its roles with the country or body they are held in.</summary>
    public HashSet<(string Noun, string? Of)> Posts { get; } = [];

    /// <summary>ISO codes of the countries its titles name.</summary>
    public SortedSet<string> Countries { get; } = new(StringComparer.Ordinal);

    public void Add(MentionDraft mention)
    {
        mention.Chain = this;
        Mentions.Add(mention);
        Gender = Gender == Gender.Unknown ? mention.Gender : Gender;
        if (mention.Title is { } title && _rolesSeen.Add(title))
        {
            _roles.Add(title);
        }

        if (mention.Country is { } country && Type == EntityType.Person)
        {
            Countries.Add(country);
        }

        if (mention.RoleNoun is { } noun)
        {
            Posts.Add((noun, mention.Country ?? mention.Owner));
        }
    }
}
