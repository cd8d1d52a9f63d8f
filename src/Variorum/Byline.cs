namespace Variorum;

/// <summary>One name of an article's byline.</summary>
/// <param name="Name">As printed, without "By".</param>
/// <param name="Kind">Whether it names a person, a news agency or a desk ("Staff", "Our Correspondent").</param>
public sealed record Byline(string Name, BylineKind Kind);

/// <summary>What a byline names.</summary>
public enum BylineKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A news agency.</summary>
    Wire,

    /// <summary>A desk, the staff, the outlet itself.</summary>
    Desk,
}
