using System.IO.Compression;
using System.Text;

namespace Variorum.Extracting.Archives;

/// <summary>An answer of a web server as an archive keeps it.</summary>
internal sealed class HttpMessage
{
    private const int MostHeaders = 200;

    private HttpMessage(int status, Dictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        Status = status;
        Headers = headers;
        Body = body;
    }

    public int Status { get; }

    public Dictionary<string, string> Headers { get; }

    /// <summary>The content, unchunked and expanded.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>The media type without parameters, in lower case.</summary>
    public string? MediaType => Headers.TryGetValue("content-type", out var type) ? type.Split(';')[0].Trim().ToLowerInvariant() : null;

    /// <summary>The charset that is named with the media type.</summary>
    public string? Charset => Headers.TryGetValue("content-type", out var type) ? CharsetOf(type) : null;

    /// <summary>Reads an answer; null for what is none.</summary>
    public static HttpMessage? Read(ReadOnlyMemory<byte> bytes, List<Problem> problems)
    {
        var end = HeadLength(bytes.Span);
        var lines = Encoding.Latin1.GetString(bytes.Span[..end]).Split('\n');
        if (!lines[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var status = parts.Length > 1 && int.TryParse(parts[1].TrimEnd('\r'), out var code) ? code : 0;
        var message = new HttpMessage(status, ReadHeaders(lines.Skip(1)), bytes[end..]);
        message.Decode(problems);
        return message;
    }

    /// <summary>Headers by their names in lower case; lines that go on are joined.</summary>
    public static Dictionary<string, string> ReadHeaders(IEnumerable<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = "";
        foreach (var line in lines.Take(MostHeaders).Select(line => line.TrimEnd('\r')))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length > 0 && line[0] is ' ' or '\t' && headers.ContainsKey(last))
            {
                headers[last] += " " + line.Trim();
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim().ToLowerInvariant();
                headers.TryAdd(last, line[(colon + 1)..].Trim());
            }
        }

        return headers;
    }

    /// <summary>The charset in a content type; null for none.</summary>
    public static string? CharsetOf(string contentType)
    {
        var at = contentType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : contentType[(at + 8)..].Split(';')[0].Trim(' ', '"', '\'');
    }

    /// <summary>One past the empty line that ends the headers.</summary>
    public static int HeadLength(ReadOnlySpan<byte> bytes)
    {
        var crlf = bytes.IndexOf("\r\n\r\n"u8);
        var lf = bytes.IndexOf("\n\n"u8);
        return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : bytes.Length;
    }

    private void Decode(List<Problem> problems)
    {
        if (Headers.TryGetValue("transfer-encoding", out var transfer) && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase) && Chunks.Join(Body) is { } joined)
        {
            Body = joined;
        }

        if (Headers.TryGetValue("content-encoding", out var encoding))
        {
            Body = Expand(Body, encoding.Trim().ToLowerInvariant(), problems);
        }
    }

    private static ReadOnlyMemory<byte> Expand(ReadOnlyMemory<byte> body, string encoding, List<Problem> problems)
    {
        if (encoding is not ("gzip" or "x-gzip" or "deflate" or "br") || (encoding.EndsWith("gzip", StringComparison.Ordinal) && !Inflater.IsCompressed(body.Span)))
        {
            return body;
        }

        using var input = new MemoryStream(body.ToArray(), writable: false);
        using Stream expanding = encoding switch
        {
            "br" => new BrotliStream(input, CompressionMode.Decompress),
            "deflate" when body.Span is [0x78, ..] => new ZLibStream(input, CompressionMode.Decompress),
            "deflate" => new DeflateStream(input, CompressionMode.Decompress),
            _ => new GZipStream(input, CompressionMode.Decompress),
        };
        var lines = new LineStream(expanding);
        var (bytes, _) = lines.Read(Limits.PageBytes + 1L, Limits.PageBytes + 1);
        if (lines.IsBroken)
        {
            problems.Add(new Problem(ProblemCodes.Damaged, "The compressed answer breaks off or is broken; what came before was read."));
        }

        return bytes;
    }
}
