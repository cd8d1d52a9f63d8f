namespace Variorum.Extracting;

/// <summary>Expands pages that came gzipped.</summary>
public static class PageInflater
{
    /// <summary>The page with its content expanded, as far as it is whole and within <see cref="Limits.PageBytes"/>; one that is not gzipped as it is.</summary>
    public static Page Expand(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Inflater.IsCompressed(page.Content.Span) ? page with { Content = Inflater.Expand(page.Content, []) } : page;
    }
}
