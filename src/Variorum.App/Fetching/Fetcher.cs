using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Polly;
using Polly.Retry;

namespace Variorum.App.Fetching;

/// <summary>Fetches pages: politely, within limits, and only from the open internet unless told otherwise.</summary>
/// <remarks><b>Errors.</b> Every failure is a <see cref="FetchException"/> with a code. Robots.txt, scheme and address are judged
/// anew at each redirect.</remarks>
internal sealed class Fetcher : IDisposable
{
    private static readonly string Version = typeof(Fetcher).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly FetchOptions options;
    private readonly HttpClient client;
    private readonly HostPacer pacer;
    private readonly RobotsCache robots;
    private readonly ResiliencePipeline retries;
    private readonly ConcurrentDictionary<string, FetchedPage> fetched = new(StringComparer.Ordinal);

    public Fetcher(FetchOptions options)
    {
        this.options = options;
        pacer = new HostPacer(options.Gap);
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 64 * 1024,
            ConnectCallback = new GuardedConnection(options).Connect,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        robots = new RobotsCache(ProgramName, AskRobots);
        retries = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Math.Max(1, options.Repeats),
            ShouldHandle = new PredicateBuilder().Handle<FetchException>(failure => options.Repeats > 0 && failure.Wait <= options.LongestWait),
            DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as FetchException)?.Wait),
        }).Build();
    }

    /// <summary>The program's name, as robots.txt knows it.</summary>
    public const string ProgramName = "variorum";

    /// <summary>Fetches a page.</summary>
    public async Task<FetchedPage> Fetch(string address, CancellationToken stop = default)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(options.Time);
        try
        {
            return await retries.ExecuteAsync(async token => await Follow(address, token).ConfigureAwait(false), limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new FetchException(InputCodes.TimedOut, $"it took more than {options.Time.TotalSeconds:0} seconds");
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchedPage> Follow(string address, CancellationToken stop)
    {
        var at = address;
        for (var hop = 0; hop <= options.Redirects; hop++)
        {
            var uri = Checked(at);
            var rules = await robots.Of(uri, stop).ConfigureAwait(false);
            if (!rules.Allows(uri.PathAndQuery))
            {
                throw new FetchException(InputCodes.Robots, $"the robots.txt of {uri.Host} asks that this is not fetched");
            }

            var (page, next) = await pacer.Run(uri.Authority, rules.Delay, () => AskPage(uri, address, stop), stop).ConfigureAwait(false);
            if (page is not null)
            {
                return page;
            }

            at = next!;
        }

        throw new FetchException(InputCodes.TooManyRedirects, $"more than {options.Redirects} redirects");
    }

    private static Uri Checked(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            ? uri
            : throw new FetchException(InputCodes.RefusedAddress, "only http and https addresses without a password are fetched");

    /// <summary>Asks for a page; an answer that leads elsewhere gives the address.</summary>
    private async Task<(FetchedPage? Page, string? Next)> AskPage(Uri uri, string given, CancellationToken stop)
    {
        var known = fetched.GetValueOrDefault(uri.AbsoluteUri);
        using var answer = await Send(uri, known, stop).ConfigureAwait(false);
        var code = (int)answer.StatusCode;
        if (code == 304 && known is not null)
        {
            return (known, null);
        }

        if (code is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location)
        {
            return (null, new Uri(uri, location).AbsoluteUri);
        }

        if (code is < 200 or >= 300)
        {
            throw Failure(answer, code);
        }

        var page = await PageReceiver.Receive(answer, uri, given, stop).ConfigureAwait(false);
        fetched[uri.AbsoluteUri] = page;
        return (page, null);
    }

    private static FetchException Failure(HttpResponseMessage answer, int code)
    {
        var asked = answer.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - DateTimeOffset.UtcNow) : null;
        return new FetchException(InputCodes.HttpStatus, $"the server answered {code} {answer.ReasonPhrase}")
        {
            Wait = code is 429 or 503 ? asked ?? TimeSpan.FromSeconds(2) : code is 500 or 502 or 504 ? TimeSpan.FromSeconds(1) : null,
        };
    }

    private async Task<HttpResponseMessage> Send(Uri uri, FetchedPage? known, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(ProgramName, Version));
        request.Headers.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.8");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        foreach (var (given, asked) in (ReadOnlySpan<(string, string)>)[("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")])
        {
            if (known?.Headers.FirstOrDefault(header => header.Key.Equals(given, StringComparison.OrdinalIgnoreCase)).Value is { } value)
            {
                request.Headers.TryAddWithoutValidation(asked, value);
            }
        }

        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw failure.InnerException as FetchException ?? new FetchException(InputCodes.Unreachable, failure.InnerException?.Message ?? failure.Message) { Wait = TimeSpan.FromMilliseconds(500) };
        }
    }

    /// <summary>Asks for a robots.txt, redirects followed.</summary>
    private async Task<(int Status, ReadOnlyMemory<byte> Body)> AskRobots(Uri uri, CancellationToken stop)
    {
        for (var hop = 0; hop <= 5; hop++)
        {
            using var answer = await Send(uri, null, stop).ConfigureAwait(false);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location)
            {
                uri = Checked(new Uri(uri, location).AbsoluteUri);
                continue;
            }

            var page = answer.IsSuccessStatusCode ? await PageReceiver.Receive(answer, uri, uri.AbsoluteUri, stop).ConfigureAwait(false) : null;
            return ((int)answer.StatusCode, page?.Page.Content ?? default);
        }

        return (404, default);
    }
}
