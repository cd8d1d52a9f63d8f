namespace Variorum.Annotating;

/// <summary>What the name tagger tells apart.</summary>
internal enum NameKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A nation, people, faith or party as people or adjective.</summary>
    Group,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A book, film, song, law.</summary>
    Work,

    /// <summary>Any other name.</summary>
    Other,
}
