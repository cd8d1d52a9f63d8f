using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Where an article lies.</summary>
/// <param name="Story">The story that it is in; a digest of several is in one of its own.</param>
/// <param name="Also">The other stories whose event it tells of, ascending.</param>
/// <param name="IsDigest">Whether its parts are of several stories, none of which has most of it.</param>
internal readonly record struct StoryPlace(int Story, ImmutableArray<int> Also, bool IsDigest);
