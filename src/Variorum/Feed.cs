using System.Collections.Immutable;

namespace Variorum;

/// <summary>What an outlet offers to be read: a list of its articles, whole or in part.</summary>
/// <remarks><b>Shape.</b> Texts are as the feed gives them, with their markup; addresses are absolute where a base is known.</remarks>
public sealed record Feed
{
    /// <summary>What it is written in.</summary>
    public required FeedForm Form { get; init; }

    /// <summary>Its own name for itself.</summary>
    public string? Id { get; init; }

    /// <summary>Its name; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the site that it is of.</summary>
    public string? Url { get; init; }

    /// <summary>The feed's own address, as it says itself.</summary>
    public string? Self { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>As given ("en-gb").</summary>
    public string? Language { get; init; }

    /// <summary>Who holds the rights.</summary>
    public string? Copyright { get; init; }

    /// <summary>The program that wrote it.</summary>
    public string? Generator { get; init; }

    /// <summary>The address of its picture.</summary>
    public string? Image { get; init; }

    /// <summary>When it was published.</summary>
    public Timestamp? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public Timestamp? Updated { get; init; }

    /// <summary>Who signs it.</summary>
    public ImmutableArray<FeedPerson> Authors { get; init; } = [];

    /// <summary>Who helped.</summary>
    public ImmutableArray<FeedPerson> Contributors { get; init; } = [];

    /// <summary>Its subjects.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Its items, in its order.</summary>
    public ImmutableArray<FeedItem> Items { get; init; } = [];

    /// <summary>What looked odd.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];
}

/// <summary>What a feed is written in.</summary>
public enum FeedForm
{
    /// <summary>RSS 0.9x and 2.0.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0, over RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>JSON Feed.</summary>
    Json,
}

/// <summary>Somebody whom a feed names.</summary>
/// <param name="Name">Null where only the rest is known.</param>
/// <param name="Email">Null where unknown.</param>
/// <param name="Url">Null where unknown.</param>
public sealed record FeedPerson(string? Name, string? Email = null, string? Url = null);
