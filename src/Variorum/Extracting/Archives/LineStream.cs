using System.Text;

namespace Variorum.Extracting.Archives;

/// <summary>Reads lines and blocks of bytes from a stream, a buffer at a time.</summary>
internal sealed class LineStream(Stream stream)
{
    private const int LongestLine = 16 * 1024;

    private readonly byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;

    /// <summary>Whether the stream broke off or was found broken.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>A line without its end; null at the end of the stream. What goes beyond a line's greatest length is dropped.</summary>
    public string? ReadLine()
    {
        var line = new StringBuilder();
        var any = false;
        while (Fill())
        {
            any = true;
            var rest = buffer.AsSpan(at, end - at);
            var close = rest.IndexOf((byte)'\n');
            var part = close < 0 ? rest : rest[..close];
            line.Append(Encoding.UTF8.GetString(part[..Math.Min(part.Length, Math.Max(0, LongestLine - line.Length))]));
            at += part.Length + (close < 0 ? 0 : 1);
            if (close >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }

        return any ? line.ToString().TrimEnd('\r') : null;
    }

    /// <summary>The next bytes: at most <paramref name="kept"/> are kept, the others passed over.</summary>
    /// <returns>What was kept, and whether all of <paramref name="length"/> were there.</returns>
    public (byte[] Bytes, bool IsWhole) Read(long length, int kept)
    {
        using var bytes = new MemoryStream((int)Math.Min(length, Math.Min(kept, 1 << 16)));
        var left = length;
        while (left > 0 && Fill())
        {
            var count = (int)Math.Min(left, end - at);
            bytes.Write(buffer, at, (int)Math.Min(count, kept - bytes.Length));
            at += count;
            left -= count;
        }

        return (bytes.ToArray(), left == 0);
    }

    private bool Fill()
    {
        if (at < end)
        {
            return true;
        }

        try
        {
            (at, end) = (0, stream.Read(buffer));
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException)
        {
            IsBroken = true;
            (at, end) = (0, 0);
        }

        return end > 0;
    }
}
