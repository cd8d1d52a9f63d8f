using Variorum.Extracting;
using Variorum.Extracting.Archives;
using Variorum.Extracting.Feeds;

namespace Variorum.App.Fetching;

/// <summary>Opens inputs: files, archives, feeds and addresses, each as the pages in it.</summary>
/// <remarks><b>Cost.</b> An archive's pages are read one at a time; addresses are fetched ahead, several at once.</remarks>
internal sealed class PageSource : IDisposable
{
    private const int HeadLength = 4096;

    /// <summary>Items of a feed that are fetched; the newest stand first.</summary>
    private const int MostFollowed = 100;

    private readonly IntakeOptions options;
    private readonly FetchQueue queue;
    private readonly PageArchive? archive;

    public PageSource(IntakeOptions options)
    {
        this.options = options;
        queue = new FetchQueue(options.Fetch);
        archive = options.Save is { } file ? new PageArchive(file) : null;
    }

    /// <summary>Begins to fetch the addresses among the inputs.</summary>
    public void Begin(IEnumerable<FoundPage> pages)
    {
        foreach (var page in pages.Where(page => page.IsAddress))
        {
            queue.Begin(page.Path);
        }
    }

    /// <summary>The pages of an input.</summary>
    public IEnumerable<LoadedPage> Open(FoundPage found) => (found.IsAddress ? Fetched(found.Path, canFollow: true) : Opened(found)).Select((page, i) => i == 0 ? page with { Problems = [.. found.Problems, .. page.Problems] } : page);

    public void Dispose()
    {
        queue.Dispose();
        archive?.Dispose();
    }

    private IEnumerable<LoadedPage> Opened(FoundPage found)
    {
        var (stream, refusal) = FileOpener.Open(found);
        if (stream is null)
        {
            yield return new LoadedPage(found.Path, null, refusal!);
            yield break;
        }

        using var input = new HeadedStream(stream, HeadLength);
        if (WarcReader.IsArchive(input.Head.Span))
        {
            foreach (var (page, problem) in WarcReader.Read(found.Path, input))
            {
                foreach (var one in page is null ? [new LoadedPage(found.Path, null, problem!)] : Expanded(page, canFollow: false))
                {
                    yield return one;
                }
            }
        }
        else
        {
            var (bytes, problem) = FileOpener.ReadStart(input);
            foreach (var one in problem is null ? Expanded(new Page(found.Path, bytes), canFollow: false) : [new LoadedPage(found.Path, null, problem)])
            {
                yield return one;
            }
        }
    }

    private IEnumerable<LoadedPage> Fetched(string address, bool canFollow)
    {
        var (fetched, problem) = queue.Take(address);
        if (fetched is null)
        {
            return [new LoadedPage(address, null, problem!)];
        }

        archive?.Add(fetched);
        return Expanded(fetched.Page, canFollow);
    }

    /// <summary>A page; the items of a feed; the page in one that was saved whole; the feeds of a list.</summary>
    private IEnumerable<LoadedPage> Expanded(Page page, bool canFollow)
    {
        var plain = PageInflater.Expand(page);
        if (MhtmlReader.IsMhtml(plain.Content.Span))
        {
            return [new LoadedPage(page.Path, MhtmlReader.Read(plain) ?? page)];
        }

        if (page.Path.Contains(".opml", StringComparison.OrdinalIgnoreCase) && Opml.Read(plain) is { Length: > 0 } feeds)
        {
            return options.Follow ? FollowAll([.. feeds.Select(feed => feed.Url)]) : [new LoadedPage(page.Path, null, new Problem(InputCodes.NotFetched, $"a list of {feeds.Length} feeds; --follow fetches them"))];
        }

        return FeedReader.IsFeed(plain) && FeedReader.Read(plain) is { } feed ? Items(plain, feed, canFollow || options.Follow) : [new LoadedPage(page.Path, page)];
    }

    private IEnumerable<LoadedPage> FollowAll(List<string> addresses)
    {
        addresses.ForEach(queue.Begin);
        return addresses.SelectMany(address => Fetched(address, canFollow: true));
    }

    private IEnumerable<LoadedPage> Items(Page page, Feed feed, bool isFollowed)
    {
        var items = FeedReader.Pages(page, feed).ToList();
        if (items.Count == 0)
        {
            yield return new LoadedPage(page.Path, null, [.. feed.Problems, new Problem(ProblemCodes.NoArticle, "the feed has no items")]);
        }

        var followed = isFollowed ? items.Where(item => !item.IsWhole && item.Url is not null).Take(MostFollowed).Select(item => item.Url!).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var address in items.Select(item => item.Url).OfType<string>().Where(followed.Contains).Distinct(StringComparer.Ordinal))
        {
            queue.Begin(address);
        }

        foreach (var item in items)
        {
            var whole = item.Url is { } url && followed.Contains(url) ? FetchedItem(url) : null;
            yield return new LoadedPage(item.Page.Path, whole ?? item.Page);
        }
    }

    /// <summary>An item's own page; null where it cannot be had, and what the feed says of it must do.</summary>
    private Page? FetchedItem(string address)
    {
        var (fetched, _) = queue.Take(address);
        if (fetched is null)
        {
            return null;
        }

        archive?.Add(fetched);
        return fetched.Page;
    }
}
