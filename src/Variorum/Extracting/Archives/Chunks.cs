using System.Buffers.Text;

namespace Variorum.Extracting.Archives;

/// <summary>Joins a body that was sent in chunks.</summary>
internal static class Chunks
{
    /// <summary>The body; null where it is in no chunks, as some archives keep it.</summary>
    public static ReadOnlyMemory<byte>? Join(ReadOnlyMemory<byte> body)
    {
        using var joined = new MemoryStream();
        var span = body.Span;
        var at = 0;
        while (at < span.Length)
        {
            var end = span[at..].IndexOf((byte)'\n');
            if (end < 0 || !Utf8Parser.TryParse(span.Slice(at, end).TrimStart((byte)' '), out int length, out var digits, 'x') || digits == 0 || length < 0)
            {
                return at == 0 ? null : joined.ToArray();
            }

            at += end + 1;
            if (length == 0)
            {
                break;
            }

            var count = Math.Min(length, span.Length - at);
            joined.Write(span.Slice(at, count));
            at += count;
            at += at < span.Length && span[at] == '\r' ? 1 : 0;
            at += at < span.Length && span[at] == '\n' ? 1 : 0;
        }

        return joined.ToArray();
    }
}
