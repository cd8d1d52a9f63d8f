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

    /// <summary>What looked odd.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Takes a publication date unless one is known; a time is added to a known day.</summary>
    public void Publish(Timestamp? found, DateSource from)
    {
        if (found is null || (Published is { } known && (known.Time is not null || found.Value.Time is null || known.Date != found.Value.Date)))
        {
            return;
        }

        PublishedFrom = Published is null ? from : PublishedFrom;
        Published = found;
    }

    /// <summary>Adds names that are not there yet.</summary>
    public void Sign(IEnumerable<Byline> names)
    {
        foreach (var name in names)
        {
            if (!Bylines.Exists(known => string.Equals(known.Name, name.Name, StringComparison.OrdinalIgnoreCase)))
            {
                Bylines.Add(name);
            }
        }
    }
}
