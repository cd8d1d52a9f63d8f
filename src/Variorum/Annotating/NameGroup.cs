namespace Variorum.Annotating;

/// <summary>The mentions of one article that have the same name.</summary>
internal sealed class NameGroup(string key)
{
    public string Key { get; } = key;

    public string[] Words { get; } = NameKey.Words(key);

    public List<MentionDraft> Mentions { get; } = [];

    public EntityType Type { get; set; }

    public TypeVotes Votes;

    public NameGroup? JoinedTo { get; set; }

    public string Rule { get; set; } = "same-name";

    public bool IsNationality => Mentions[0].IsNationality;

    /// <summary>ISO code of the country it is another name of; null for none.</summary>
    public string? Country => Mentions[0].IsPlural ? null : Mentions.Find(m => m.Country is not null && m.Title is null)?.Country;

    public string Last => Words[^1];

    public NameGroup Root => JoinedTo is null ? this : JoinedTo.Root;
}
