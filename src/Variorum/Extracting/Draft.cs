namespace Variorum.Extracting;

/// <summary>What a reader of one form found on a page, before it is an article.</summary>
internal sealed class Draft
{
    /// <summary>The article's address.</summary>
    public string? Url { get; set; }

    /// <summary>The title.</summary>
    public string? Headline { get; set; }

    /// <summary>The outlet as the page names it.</summary>
    public string? OutletName { get; set; }

    /// <summary>The outlet's host or domain as the page names it.</summary>
    public string? OutletHost { get; set; }

    /// <summary>The language as the page declares it.</summary>
    public string? Language { get; set; }

    /// <summary>Names of the byline, cleaned.</summary>
    public List<Byline> Bylines { get; } = [];

    /// <summary>Publication.</summary>
    public Timestamp? Published { get; private set; }

    /// <summary>Where that was found.</summary>
    public DateSource? PublishedFrom { get; private set; }

    /// <summary>Last change.</summary>
    public Timestamp? Modified { get; set; }

    /// <summary>Lines that say from whom the text or a part of it is; not in the body.</summary>
    public List<string> Credits { get; } = [];

    /// <summary>The body.</summary>
    public List<string> Paragraphs { get; } = [];

    /// <summary>What those paragraphs are that are no running text.</summary>
    public Dictionary<string, BlockKind> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each field was found, by its name in the record.</summary>
    public SortedDictionary<string, MetadataOrigin> Origins { get; } = new(StringComparer.Ordinal);

    /// <summary>The part of the paper, as the page names it.</summary>
    public string? Section { get; set; }

    /// <summary>What looked odd.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Adds paragraphs with what they are.</summary>
    public void Take(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Paragraphs.Add(block.Text);
            if (block.Kind != BlockKind.Paragraph)
            {
                Kinds.TryAdd(block.Text, block.Kind);
            }
        }
    }

    /// <summary>Notes where a field was found, where it was found; of several places the first.</summary>
    public void Note(string field, MetadataOrigin origin, bool isFound = true)
    {
        if (isFound)
        {
            Origins.TryAdd(field, origin);
        }
    }

    /// <summary>Takes a publication date unless one is known; a time is added to a known day.</summary>
    public void Publish(Timestamp? found, MetadataOrigin origin)
    {
        if (found is null || (Published is { } known && (known.Time is not null || found.Value.Time is null || known.Date != found.Value.Date)))
        {
            return;
        }

        PublishedFrom ??= origin switch { MetadataOrigin.Address => DateSource.Url, MetadataOrigin.Text or MetadataOrigin.TimeElement => DateSource.Text, _ => DateSource.Metadata };
        Note("published", origin);
        Published = found;
    }

    /// <summary>Adds names that are not there yet.</summary>
    public void Sign(IEnumerable<Byline> names, MetadataOrigin origin)
    {
        foreach (var name in names)
        {
            if (!Bylines.Exists(known => string.Equals(known.Name, name.Name, StringComparison.OrdinalIgnoreCase)))
            {
                Bylines.Add(name);
                Note("byline", origin);
            }
        }
    }
}
