using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Variorum.Extracting.Archives;

/// <summary>Writes what was fetched as WARC 1.1, gzipped by record, so that an account can be made again later.</summary>
/// <remarks><b>Order.</b> As written. A record's name comes from its content, so the same answers give the same bytes.</remarks>
/// <param name="stream">Where to; is not closed.</param>
/// <param name="program">The name and version of the writing program.</param>
public sealed class WarcWriter(Stream stream, string program)
{
    private bool isOpened;

    /// <summary>Appends an answer.</summary>
    /// <param name="address">Where it came from.</param>
    /// <param name="date">When it was fetched.</param>
    /// <param name="status">The status line's code and words ("200 OK").</param>
    /// <param name="headers">The answer's headers; those that tell how the body was sent are written as they hold for the body as given.</param>
    /// <param name="body">The content, unchunked and expanded.</param>
    public void Write(string address, DateTimeOffset date, string status, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (!isOpened)
        {
            Record("warcinfo", null, date, "application/warc-fields", Encoding.UTF8.GetBytes($"software: {program}\r\nformat: WARC File Format 1.1\r\n"), null);
            isOpened = true;
        }

        var head = new StringBuilder($"HTTP/1.1 {Line(status)}\r\n");
        foreach (var (name, value) in headers.Where(header => !IsOfTransfer(header.Key)))
        {
            head.Append(Line(name)).Append(": ").Append(Line(value)).Append("\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
        Record("response", Line(address), date, "application/http; msgtype=response", [.. Encoding.Latin1.GetBytes(head.ToString()), .. body], Digest(body));
    }

    private static bool IsOfTransfer(string name) => name.ToLowerInvariant() is "transfer-encoding" or "content-encoding" or "content-length" or "connection" or "set-cookie";

    private static string Line(string text) => string.Concat(text.Where(c => c >= ' '));

    private static string Digest(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Record(string type, string? address, DateTimeOffset date, string contentType, byte[] block, string? digest)
    {
        var stamp = date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var name = new Guid(SHA256.HashData([.. Encoding.UTF8.GetBytes(type + address + stamp), .. block]).AsSpan(0, 16));
        var head = $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: {stamp}\r\n"
            + (address is null ? "" : $"WARC-Target-URI: {address}\r\n") + (digest is null ? "" : $"WARC-Payload-Digest: {digest}\r\n")
            + $"Content-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n";
        using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        gzip.Write(Encoding.UTF8.GetBytes(head));
        gzip.Write(block);
        gzip.Write("\r\n\r\n"u8);
    }
}
