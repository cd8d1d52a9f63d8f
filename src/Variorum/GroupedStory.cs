using System.Collections.Immutable;

namespace Variorum;

/// <summary>Articles that a <see cref="StoryIndex"/> holds for one story.</summary>
/// <param name="Number">Its name in the index: it keeps it as long as most of its articles stay together.</param>
/// <param name="Articles">In the order in which they came.</param>
/// <param name="Why">The names that most of them share, as printed. Empty for an article alone.</param>
public sealed record GroupedStory(int Number, ImmutableArray<GroupedArticle> Articles, ImmutableArray<string> Why);

/// <summary>An article of a <see cref="GroupedStory"/>.</summary>
/// <param name="Path">As the user knows it.</param>
/// <param name="Published">When it was published; null where unknown.</param>
public sealed record GroupedArticle(string Path, Timestamp? Published);
