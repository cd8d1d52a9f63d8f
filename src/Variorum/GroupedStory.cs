using System.Collections.Immutable;
using System.Globalization;
using Variorum.Clustering;

namespace Variorum;

/// <summary>Articles that a <see cref="StoryIndex"/> holds for one story.</summary>
/// <param name="Number">Its name in the index: it keeps it as long as most of its articles stay together.</param>
/// <param name="Articles">In the order in which they came.</param>
/// <param name="Why">The names that most of them share, as printed, then the day that most of them name ("11 October"). Empty for an article alone.</param>
public sealed record GroupedStory(int Number, ImmutableArray<GroupedArticle> Articles, ImmutableArray<string> Why);

/// <summary>An article of a <see cref="GroupedStory"/>.</summary>
/// <param name="Path">As the user knows it.</param>
/// <param name="Published">When it was published; null where unknown.</param>
/// <param name="Key">The first 16 digits of its page's hash.</param>
public sealed record GroupedArticle(string Path, Timestamp? Published, string Key)
{
    /// <summary>The <see cref="GroupedStory.Number"/> of every other story whose event it tells of more likely than not: what a roundup of several events, or a chapter between two, belongs to besides. <b>Order.</b> Ascending.</summary>
    public ImmutableArray<int> Also { get; init; } = [];

    /// <summary>Whether its parts are of several stories and none has most of it (a roundup, a live blog of several matters): it is in a story of its own, and they are in <see cref="Also"/>.</summary>
    public bool IsDigest { get; init; }

    /// <summary>As <see cref="Key"/>.</summary>
    public static string KeyOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return KeyOf(StorySketcher.IdOf(article.Sha256));
    }

    internal static string KeyOf(ulong id) => id.ToString("x16", CultureInfo.InvariantCulture);
}
