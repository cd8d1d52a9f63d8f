namespace Variorum.Clustering;

/// <summary>How likely a part of an article tells of the same event as another article.</summary>
/// <param name="Part">Which part; <see cref="Whole"/> for the article itself.</param>
/// <param name="Share">How much of the article's words the part has.</param>
/// <param name="Other">The other article.</param>
/// <param name="Chance">How likely.</param>
internal readonly record struct StoryBond(int Part, float Share, StoryNode Other, float Chance)
{
    /// <summary>Instead of a part: all of it.</summary>
    public const int Whole = -1;
}
