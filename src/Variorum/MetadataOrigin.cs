namespace Variorum;

/// <summary>Where on a page a field of its article was found.</summary>
/// <remarks><b>Order.</b> The surest first.</remarks>
public enum MetadataOrigin
{
    /// <summary>JSON-LD (schema.org).</summary>
    LinkedData,

    /// <summary>OpenGraph: meta elements whose names begin with "og:" or "article:".</summary>
    OpenGraph,

    /// <summary>Another meta or link element, or the title element.</summary>
    Meta,

    /// <summary>Microdata: an element with itemprop.</summary>
    Microdata,

    /// <summary>A time element.</summary>
    TimeElement,

    /// <summary>What the page shows its readers.</summary>
    Text,

    /// <summary>The address.</summary>
    Address,

    /// <summary>A field of a JSON record or of a feed.</summary>
    Record,
}
