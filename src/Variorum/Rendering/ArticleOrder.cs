namespace Variorum.Rendering;

/// <summary>The order in which articles are numbered: publication, undated ones last, then hash, then path.</summary>
internal sealed class ArticleOrder : IComparer<Article>
{
    private ArticleOrder()
    {
    }

    public static ArticleOrder Instance { get; } = new();

    public int Compare(Article? x, Article? y)
    {
        var byDate = Moment(x!).CompareTo(Moment(y!));
        var byHash = byDate != 0 ? byDate : string.CompareOrdinal(x!.Sha256, y!.Sha256);
        return byHash != 0 ? byHash : string.CompareOrdinal(x!.Path, y!.Path);
    }

    private static Timestamp Moment(Article article) => article.Published ?? new Timestamp(DateOnly.MaxValue, TimeOnly.MaxValue);
}
