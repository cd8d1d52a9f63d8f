using System.IO.Compression;

namespace Variorum.App.Fetching;

/// <summary>Receives an answer's content, within limits of size and expansion.</summary>
internal static class PageReceiver
{
    /// <summary>How many times its size a content may grow when expanded, once it is larger than <see cref="FreeBytes"/>.</summary>
    private const int MostExpansion = 200;

    private const int FreeBytes = 1 << 20;

    public static async Task<FetchedPage> Receive(HttpResponseMessage answer, Uri uri, string given, CancellationToken stop)
    {
        var type = answer.Content.Headers.ContentType;
        if (type?.MediaType is { } media && (media.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || media.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || media.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new FetchException(ProblemCodes.UnsupportedForm, $"the server answered with {media}");
        }

        var bytes = await Content(answer, stop).ConfigureAwait(false);
        var headers = answer.Headers.Concat(answer.Content.Headers).Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))).ToList();
        var page = new Page(given, bytes, uri.AbsoluteUri, type?.MediaType, type?.CharSet?.Trim('"'));
        return new FetchedPage(page, DateTimeOffset.UtcNow, $"{(int)answer.StatusCode} {answer.ReasonPhrase}", headers);
    }

    private static async Task<byte[]> Content(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            var received = await answer.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
            var counted = new CountingStream(received);
            await using var expanding = Expanding(counted, answer.Content.Headers.ContentEncoding.FirstOrDefault());
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; bytes.Length <= Limits.PageBytes && (read = await expanding.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > FreeBytes && bytes.Length > counted.Count * MostExpansion)
                {
                    throw new FetchException(ProblemCodes.TooLarge, $"the content grows more than {MostExpansion} times when expanded");
                }
            }

            return bytes.ToArray();
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or InvalidDataException)
        {
            throw new FetchException(InputCodes.Unreachable, $"the answer breaks off or is broken: {failure.Message}") { Wait = TimeSpan.FromMilliseconds(500) };
        }
    }

    private static Stream Expanding(Stream stream, string? encoding) => encoding?.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
        "br" => new BrotliStream(stream, CompressionMode.Decompress),
        "deflate" => new ZLibStream(stream, CompressionMode.Decompress),
        _ => stream,
    };
}
