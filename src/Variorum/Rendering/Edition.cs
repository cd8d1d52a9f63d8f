using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>Everything that one call of the program has to show: its stories, and the articles they are made of.</summary>
/// <remarks><b>Order.</b> Articles by publication, undated ones last, then by hash, then by path; stories as given. The
/// order of the input plays no part.</remarks>
public sealed class Edition
{
    private readonly Dictionary<Article, int> numbers = new(ReferenceEqualityComparer.Instance);

    /// <param name="program">Name and version ("variorum 0.1.0").</param>
    /// <param name="models">As in <see cref="Variorum.Models.Hashes"/>.</param>
    /// <param name="accounts">One a story.</param>
    /// <param name="empty">Articles without text, which belong to no story.</param>
    public Edition(string program, ImmutableSortedDictionary<string, string> models, ImmutableArray<Account> accounts, ImmutableArray<Article> empty)
    {
        Program = program;
        Models = models;
        Accounts = accounts;
        Articles = [.. accounts.SelectMany(account => account.Story.Readings).Select(reading => reading.Article).Concat(empty).Order(ArticleOrder.Instance)];
        for (var i = 0; i < Articles.Length; i++)
        {
            numbers[Articles[i]] = i + 1;
        }
    }

    /// <summary>Name and version of the program.</summary>
    public string Program { get; }

    /// <summary>First digits of each model's SHA-256, by name.</summary>
    public ImmutableSortedDictionary<string, string> Models { get; }

    /// <summary>All articles, those without text included.</summary>
    public ImmutableArray<Article> Articles { get; }

    /// <summary>One a story.</summary>
    public ImmutableArray<Account> Accounts { get; }

    /// <summary>An article's name in every rendering ("a1"): its place in <see cref="Articles"/>.</summary>
    public string Id(Article article) => "a" + numbers[article];

    /// <summary>The same for an article of a story, by its index there.</summary>
    public string Id(Story story, int article)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Id(story.Readings[article].Article);
    }
}
