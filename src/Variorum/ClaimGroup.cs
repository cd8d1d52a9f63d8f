using System.Collections.Immutable;

namespace Variorum;

/// <summary>The same claim across articles.</summary>
/// <param name="Text">The form that stands for it: the words of <paramref name="Evidence"/>'s first citation.</param>
/// <param name="Agreement">What the accounts make of it.</param>
/// <param name="Evidence">Where it is made, the clearest statement first.</param>
/// <param name="Families">How many families of articles make it.</param>
/// <param name="OmittedBy">Articles that do not make it, ascending.</param>
/// <param name="Rule">What joined it.</param>
public sealed record ClaimGroup(
    string Text,
    Agreement Agreement,
    ImmutableArray<ClaimEvidence> Evidence,
    int Families,
    ImmutableArray<int> OmittedBy,
    string Rule);

/// <summary>One article's form of a claim.</summary>
/// <param name="Article">Index into <see cref="Story.Readings"/>.</param>
/// <param name="Claim">Index into that article's <see cref="Reading.Claims"/>.</param>
public readonly record struct ClaimEvidence(int Article, int Claim);

/// <summary>What the accounts make of a claim.</summary>
public enum Agreement
{
    /// <summary>At least two articles make it and none contradicts.</summary>
    Agreed,

    /// <summary>Accounts differ on it.</summary>
    Conflicting,

    /// <summary>One article alone makes it.</summary>
    Single,
}
