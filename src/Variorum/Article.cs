using System.Collections.Immutable;

namespace Variorum;

/// <summary>What an outlet published, freed from the page around it.</summary>
/// <remarks>
/// <para><b>Shape.</b> <see cref="Text"/> is the body alone, paragraphs parted by one blank line (two line feeds);
/// headline, byline, captions, credits and related links are not in it. It never changes after extraction.</para>
/// <para><b>Units.</b> Every offset in the system indexes <see cref="Text"/>, half-open, in UTF-16 units.</para>
/// </remarks>
public sealed record Article
{
    /// <summary>The input's path, as the user knows it.</summary>
    public required string Path { get; init; }

    /// <summary>The article's address on the web; null where the page does not say.</summary>
    public string? Url { get; init; }

    /// <summary>SHA-256 of the page's bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who published it; null where unknown.</summary>
    public Outlet? Outlet { get; init; }

    /// <summary>The title; null where none was found.</summary>
    public string? Headline { get; init; }

    /// <summary>Who wrote it, in the page's order.</summary>
    public ImmutableArray<Byline> Bylines { get; init; } = [];

    /// <summary>News agencies whose text this is or draws on, where the article says so; usual names ("AFP"), in order of finding.</summary>
    public ImmutableArray<string> Wires { get; init; } = [];

    /// <summary>Lines that say from whom the text or a part of it is ("Additional reporting from agencies"), as printed; not in <see cref="Text"/>.</summary>
    public ImmutableArray<string> Credits { get; init; } = [];

    /// <summary>Where and when it was filed; null where the text gives none.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>When it was published; null where unknown.</summary>
    public Timestamp? Published { get; init; }

    /// <summary>When it was last changed; null where unknown.</summary>
    public Timestamp? Modified { get; init; }

    /// <summary>Where <see cref="Published"/> was found; null exactly where that is null.</summary>
    public DateSource? PublishedFrom { get; init; }

    /// <summary>BCP 47 primary tag ("en"); null where the text is too short to tell.</summary>
    public string? Language { get; init; }

    /// <summary>The part of the paper ("World"); null where the page does not say.</summary>
    public string? Section { get; init; }

    /// <summary>Where each field was found, by the field's name in the record ("headline", "published"); fields that were not found are not in it.</summary>
    public ImmutableSortedDictionary<string, MetadataOrigin> Origins { get; init; } = ImmutableSortedDictionary<string, MetadataOrigin>.Empty;

    /// <summary>The paragraphs of <see cref="Text"/> that are no running text, in its order.</summary>
    public ImmutableArray<ArticleBlock> Blocks { get; init; } = [];

    /// <summary>The body. Empty where the page holds no article; <see cref="Problems"/> then says why.</summary>
    public required string Text { get; init; }

    /// <summary>What looked odd while reading the page.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];
}

/// <summary>Where a publication date was found.</summary>
public enum DateSource
{
    /// <summary>In the page's metadata (JSON-LD, meta, a field of a record).</summary>
    Metadata,

    /// <summary>In the visible text.</summary>
    Text,

    /// <summary>In the address.</summary>
    Url,

    /// <summary>From the other articles of its story.</summary>
    Story,
}
