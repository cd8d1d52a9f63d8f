using System.Text;

namespace Variorum.Extracting.Archives;

/// <summary>Reads the page out of a page saved whole (MHTML): the first part that is HTML.</summary>
public static class MhtmlReader
{
    private const int HeadLength = 8192;

    private const int MostParts = 2000;

    private const int DeepestPart = 4;

    /// <summary>Whether bytes begin as a page saved whole does.</summary>
    public static bool IsMhtml(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);
        return head.Contains("multipart/", StringComparison.OrdinalIgnoreCase) && head.Contains("mime-version:", StringComparison.OrdinalIgnoreCase) && !head.AsSpan().TrimStart().StartsWith("<");
    }

    /// <summary>The page; null where no part of it is HTML.</summary>
    public static Page? Read(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return Part(page.Content, page, DeepestPart);
    }

    private static Page? Part(ReadOnlyMemory<byte> bytes, Page page, int depth)
    {
        var end = HttpMessage.HeadLength(bytes.Span);
        var headers = HttpMessage.ReadHeaders(Encoding.UTF8.GetString(bytes.Span[..end]).Split('\n'));
        var type = headers.GetValueOrDefault("content-type") ?? "";
        var body = bytes[end..];
        if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return depth == 0 || Boundary(type) is not { } boundary ? null : Parts(body, boundary).Select(part => Part(part, page, depth - 1)).FirstOrDefault(found => found is not null);
        }

        if (!type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var content = TransferEncoding.Decode(body.Span, headers.GetValueOrDefault("content-transfer-encoding"));
        var address = headers.GetValueOrDefault("content-location");
        return new Page(page.Path, content, FieldLine.IsAddress(address ?? "") ? address : page.Url, "text/html", HttpMessage.CharsetOf(type));
    }

    private static string? Boundary(string type)
    {
        var at = type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        var boundary = at < 0 ? "" : type[(at + 9)..].TrimStart();
        boundary = boundary.StartsWith('"') ? boundary[1..].Split('"')[0] : boundary.Split(';')[0].Trim();
        return boundary.Length is > 0 and <= 200 ? boundary : null;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> body, string boundary)
    {
        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        var start = body.Span.IndexOf(mark);
        for (var count = 0; start >= 0 && count < MostParts; count++)
        {
            var line = body.Span[start..].IndexOf((byte)'\n');
            if (line < 0)
            {
                yield break;
            }

            var from = start + line + 1;
            var length = body.Span[from..].IndexOf(mark);
            yield return length < 0 ? body[from..] : body.Slice(from, length);
            start = length < 0 ? -1 : from + length;
        }
    }
}
