using System.Globalization;
using System.IO.Compression;

namespace Variorum.Extracting.Archives;

/// <summary>Reads the pages out of web archives: WARC 1.0 and 1.1 and the older ARC, plain or gzipped as a whole or by record.</summary>
/// <remarks>
/// <para><b>Order.</b> As in the archive, one record at a time; never more than one page is held.</para>
/// <para><b>Errors.</b> A broken archive is read up to the break, and the last result says so. What is no page for reading (pictures,
/// scripts, requests, errors, redirects) is passed over; a record that repeats another's content is too.</para>
/// </remarks>
public static class WarcReader
{
    private const int MostHeaders = 200;

    /// <summary>A page needs room for its headers, and one byte more than is read shows that it is too large.</summary>
    private const int MostKept = Limits.PageBytes + (1 << 20);

    private static readonly string[] Readable = ["text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json", "application/pdf"];

    /// <summary>Whether a file that begins with these bytes is a web archive.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> head)
    {
        if (!Inflater.IsCompressed(head))
        {
            return head.StartsWith("WARC/"u8) || head.StartsWith("filedesc://"u8);
        }

        using var gzip = new GZipStream(new MemoryStream(head.ToArray(), writable: false), CompressionMode.Decompress);
        var start = new byte[16];
        try
        {
            var count = gzip.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return IsArchive(start.AsSpan(0, count));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The pages of an archive.</summary>
    /// <param name="path">Its path; each page's is this, a number sign and its address.</param>
    /// <param name="stream">The archive; is read to its end and not closed.</param>
    /// <returns>Pages; and without a page, what went wrong.</returns>
    public static IEnumerable<(Page? Page, Problem? Problem)> Read(string path, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffered = new BufferedStream(stream, 1 << 16);
        var head = new Peeked(buffered);
        using var content = head.IsGzip ? new GZipStream(head, CompressionMode.Decompress, leaveOpen: true) : (Stream)head;
        var lines = new LineStream(content);
        while (Next(lines) is { } record)
        {
            if (record.Problem is not null)
            {
                yield return (null, record.Problem);
                break;
            }

            if (PageOf(path, record) is { } page)
            {
                yield return (page, null);
            }

            if (!record.IsWhole)
            {
                yield return (null, new Problem(ProblemCodes.Damaged, "The archive breaks off within a record; what there was of it was read."));
            }
        }

        if (lines.IsBroken)
        {
            yield return (null, new Problem(ProblemCodes.Damaged, "The archive is broken or breaks off; what came before was read."));
        }
    }

    private static Record? Next(LineStream lines)
    {
        var line = lines.ReadLine();
        while (line is { Length: 0 })
        {
            line = lines.ReadLine();
        }

        return line is null ? null : line.StartsWith("WARC/", StringComparison.Ordinal) ? Warc(lines) : Arc(lines, line);
    }

    private static Record Warc(LineStream lines)
    {
        var head = new List<string>();
        while (head.Count < MostHeaders && lines.ReadLine() is { Length: > 0 } line)
        {
            head.Add(line);
        }

        var headers = HttpMessage.ReadHeaders(head);
        return !long.TryParse(headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? Record.Broken("A record of the archive does not tell its length; what came before was read.")
            : Content(lines, length, headers.GetValueOrDefault("warc-type") ?? "", headers.GetValueOrDefault("warc-target-uri")?.Trim('<', '>'), headers.GetValueOrDefault("content-type"));
    }

    /// <summary>"http://example.org/ 192.0.2.1 20240101000000 text/html 1234".</summary>
    private static Record Arc(LineStream lines, string line)
    {
        var cells = line.Split(' ');
        return cells.Length < 5 || !cells[0].Contains("://", StringComparison.Ordinal) || !long.TryParse(cells[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? Record.Broken("What should be a record of the archive is none; what came before was read.")
            : Content(lines, length, cells[0].StartsWith("filedesc:", StringComparison.Ordinal) ? "warcinfo" : "response", string.Join("%20", cells[..^4]), cells[^2]);
    }

    private static Record Content(LineStream lines, long length, string type, string? address, string? mediaType)
    {
        var isKept = type is "response" or "resource" or "conversion";
        var (bytes, isWhole) = lines.Read(length, isKept ? MostKept : 0);
        return isWhole || isKept ? new Record(type, address, mediaType, bytes, isWhole, null) : Record.Broken("The archive breaks off within a record; what came before was read.");
    }

    private static Page? PageOf(string path, Record record)
    {
        if (record.Address is not { } address || record.Bytes.Length == 0 || !address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var problems = new List<Problem>();
        if (!record.IsHttp || HttpMessage.Read(record.Bytes, problems) is not { } message)
        {
            return record.Type == "response" && record.IsHttp ? null : IsReadable(record.MediaType) ? new Page($"{path}#{address}", record.Bytes, address, Plain(record.MediaType), record.MediaType is { } type ? HttpMessage.CharsetOf(type) : null) : null;
        }

        return message.Status is >= 200 and < 300 && IsReadable(message.MediaType) ? new Page($"{path}#{address}", message.Body, address, message.MediaType, message.Charset) : null;
    }

    private static string? Plain(string? type) => type?.Split(';')[0].Trim().ToLowerInvariant();

    private static bool IsReadable(string? mediaType) => mediaType is null || Array.IndexOf(Readable, Plain(mediaType)) >= 0;

    private sealed record Record(string Type, string? Address, string? MediaType, byte[] Bytes, bool IsWhole, Problem? Problem)
    {
        public bool IsHttp => Type == "response" && (Address?.StartsWith("http", StringComparison.OrdinalIgnoreCase) ?? false);

        public static Record Broken(string message) => new("", null, null, [], false, new Problem(ProblemCodes.Damaged, message));
    }
}
