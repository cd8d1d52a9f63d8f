namespace Variorum;

/// <summary>A span that names or points at something.</summary>
/// <param name="Span">The words, title and determiner included ("Iranian President Masoud Pezeshkian").</param>
/// <param name="Name">The name alone within it ("Masoud Pezeshkian"); for a role or a pronoun the whole span.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Kind">How it points.</param>
/// <param name="Chain">Index into <see cref="Reading.Chains"/>; -1 where it was joined to nothing (a stray pronoun).</param>
/// <param name="Rule">The rule or model that found it and joined it.</param>
public sealed record Mention(TextSpan Span, TextSpan Name, EntityType Type, MentionKind Kind, int Chain, string Rule);

/// <summary>How a mention points at its thing.</summary>
public enum MentionKind
{
    /// <summary>By a name.</summary>
    Name,

    /// <summary>By a role or description ("the Iranian president").</summary>
    Role,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>What kind of thing is named.</summary>
public enum EntityType
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation: a company, party, agency, outlet, government body.</summary>
    Organisation,

    /// <summary>A place, countries included.</summary>
    Place,

    /// <summary>An event with a name.</summary>
    Event,

    /// <summary>A nation, people, faith or party, as its members or as an adjective.</summary>
    Group,

    /// <summary>A book, a film, a song, a law.</summary>
    Work,

    /// <summary>Anything else.</summary>
    Other,
}
