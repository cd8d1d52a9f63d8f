namespace Variorum.App.Commands;

/// <summary>The order in which articles are put into stories: publication, undated ones last; the order of the inputs plays no part.</summary>
internal sealed class StreamOrder : IComparer<Article>
{
    public static StreamOrder Instance { get; } = new();

    public int Compare(Article? x, Article? y)
    {
        var byDate = Moment(x!).CompareTo(Moment(y!));
        var byHash = byDate != 0 ? byDate : string.CompareOrdinal(x!.Sha256, y!.Sha256);
        return byHash != 0 ? byHash : string.CompareOrdinal(x!.Path, y!.Path);
    }

    private static Timestamp Moment(Article article) => article.Published ?? new Timestamp(DateOnly.MaxValue, TimeOnly.MaxValue);
}
