using System.Collections.Concurrent;
using Variorum.Extracting;

namespace Variorum.App.Fetching;

/// <summary>Each site's robots.txt, asked for once.</summary>
/// <remarks><b>Method.</b> As RFC 9309 says: a site that has none allows all, and one that fails to answer nothing.</remarks>
internal sealed class RobotsCache(string program, Func<Uri, CancellationToken, Task<(int Status, ReadOnlyMemory<byte> Body)>> ask)
{
    private readonly ConcurrentDictionary<string, Task<RobotsRules>> sites = new(StringComparer.Ordinal);

    public Task<RobotsRules> Of(Uri uri, CancellationToken stop) => sites.GetOrAdd(uri.GetLeftPart(UriPartial.Authority), site => Read(new Uri(site + "/robots.txt"), stop));

    private async Task<RobotsRules> Read(Uri address, CancellationToken stop)
    {
        try
        {
            var (status, body) = await ask(address, stop).ConfigureAwait(false);
            return status is >= 200 and < 300 ? RobotsRules.Read(body.Span, program) : status is >= 400 and < 500 and not 429 ? RobotsRules.AllowAll : RobotsRules.DenyAll;
        }
        catch (FetchException failure) when (failure.Code != InputCodes.RefusedAddress && failure.Code != InputCodes.Unreachable)
        {
            return RobotsRules.DenyAll;
        }
    }
}
