namespace Variorum.Clustering;

/// <summary>The one order in which a story's readings stand, whatever order they came in.</summary>
/// <remarks><b>Order.</b> By publication, undated last; then by the hash of the page, then by path.</remarks>
internal sealed class ReadingOrder : IComparer<Reading>
{
    public static ReadingOrder Instance { get; } = new();

    public int Compare(Reading? x, Reading? y)
    {
        if (x is null || y is null)
        {
            return (x is null).CompareTo(y is null);
        }

        var byTime = Publication(x.Article.Published, y.Article.Published);
        if (byTime != 0)
        {
            return byTime;
        }

        var byHash = string.CompareOrdinal(x.Article.Sha256, y.Article.Sha256);
        return byHash != 0 ? byHash : string.CompareOrdinal(x.Article.Path, y.Article.Path);
    }

    private static int Publication(Timestamp? left, Timestamp? right) => (left, right) switch
    {
        ({ } l, { } r) => l.CompareTo(r),
        _ => right.HasValue.CompareTo(left.HasValue),
    };
}
