using System.Collections.Concurrent;

namespace Variorum.App.Fetching;

/// <summary>Fetches addresses ahead of their use, several at once and each one once.</summary>
internal sealed class FetchQueue(FetchOptions options) : IDisposable
{
    private readonly Fetcher fetcher = new(options);
    private readonly SemaphoreSlim gate = new(options.AtOnce, options.AtOnce);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<(FetchedPage? Page, Problem? Problem)>>> begun = new(StringComparer.Ordinal);

    /// <summary>Begins to fetch an address.</summary>
    public void Begin(string address) => _ = Of(address);

    /// <summary>Waits for an address: the page, or why there is none.</summary>
    public (FetchedPage? Page, Problem? Problem) Take(string address) => Of(address).GetAwaiter().GetResult();

    public void Dispose()
    {
        stop.Cancel();
        fetcher.Dispose();
        stop.Dispose();
    }

    private Task<(FetchedPage? Page, Problem? Problem)> Of(string address) =>
        begun.GetOrAdd(address, key => new Lazy<Task<(FetchedPage? Page, Problem? Problem)>>(() => Task.Run(() => Fetch(key)))).Value;

    private async Task<(FetchedPage? Page, Problem? Problem)> Fetch(string address)
    {
        await gate.WaitAsync(stop.Token).ConfigureAwait(false);
        try
        {
            return (await fetcher.Fetch(address, stop.Token).ConfigureAwait(false), null);
        }
        catch (FetchException failure)
        {
            return (null, new Problem(failure.Code, failure.Message));
        }
        finally
        {
            gate.Release();
        }
    }
}
