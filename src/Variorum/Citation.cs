namespace Variorum;

/// <summary>A place that can be shown: words of one article of a story.</summary>
/// <param name="Article">Index into <see cref="Story.Readings"/>.</param>
/// <param name="Span">The words, in that article's text.</param>
public readonly record struct Citation(int Article, TextSpan Span) : IComparable<Citation>
{
    /// <summary><b>Order.</b> By article, then by place.</summary>
    public int CompareTo(Citation other) => Article != other.Article ? Article.CompareTo(other.Article) : Span.CompareTo(other.Span);

    /// <summary>Whether <paramref name="left"/> comes first.</summary>
    public static bool operator <(Citation left, Citation right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes last.</summary>
    public static bool operator >(Citation left, Citation right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> comes first or is the same.</summary>
    public static bool operator <=(Citation left, Citation right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> comes last or is the same.</summary>
    public static bool operator >=(Citation left, Citation right) => left.CompareTo(right) >= 0;
}
