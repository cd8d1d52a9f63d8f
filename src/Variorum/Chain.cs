using System.Collections.Immutable;

namespace Variorum;

/// <summary>The mentions of one thing within one article.</summary>
/// <param name="Name">The fullest name the article gives; for a thing never named, its first description.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Gender">For a person, from pronouns, titles and first names.</param>
/// <param name="IsPlural">Whether it is several ("two officials", "the women").</param>
/// <param name="Roles">Titles and descriptions the article gives it ("Iranian President"), in order of appearance, each once.</param>
/// <param name="Mentions">Indices into <see cref="Reading.Mentions"/>, ascending.</param>
public sealed record Chain(string Name, EntityType Type, Gender Gender, bool IsPlural, ImmutableArray<string> Roles, ImmutableArray<int> Mentions);

/// <summary>Grammatical gender of a person, as far as the text shows it.</summary>
public enum Gender
{
    /// <summary>Not shown.</summary>
    Unknown,

    /// <summary>She.</summary>
    Feminine,

    /// <summary>He.</summary>
    Masculine,
}
