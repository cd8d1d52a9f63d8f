using System.Collections.Immutable;

namespace Variorum;

/// <summary>One article as a feed offers it.</summary>
public sealed record FeedItem
{
    /// <summary>The feed's own name for it.</summary>
    public string? Id { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The article's address.</summary>
    public string? Url { get; init; }

    /// <summary>What it says in short.</summary>
    public string? Summary { get; init; }

    /// <summary>The text, whole.</summary>
    public string? Content { get; init; }

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

    /// <summary>Who holds the rights.</summary>
    public string? Copyright { get; init; }

    /// <summary>The feed from which it was taken over; null where it was not.</summary>
    public FeedSource? Source { get; init; }

    /// <summary>Files that belong to it: sound, pictures.</summary>
    public ImmutableArray<FeedAttachment> Attachments { get; init; } = [];
}

/// <summary>The feed from which an item was taken over.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Url">Its address.</param>
public sealed record FeedSource(string? Title, string? Url);

/// <summary>A file that belongs to an item.</summary>
/// <param name="Url">Its address.</param>
/// <param name="MediaType">As given.</param>
/// <param name="Length">Bytes, as given.</param>
public sealed record FeedAttachment(string Url, string? MediaType = null, string? Length = null);
