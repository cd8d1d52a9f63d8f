namespace Variorum.Extracting.Archives;

/// <summary>A stream whose first two bytes are looked at before it is read.</summary>
internal sealed class Peeked : Stream
{
    private readonly Stream rest;
    private readonly byte[] head = new byte[2];
    private int at;
    private readonly int count;

    public Peeked(Stream rest)
    {
        this.rest = rest;
        count = rest.ReadAtLeast(head, 2, throwOnEndOfStream: false);
    }

    /// <summary>Whether it begins like gzip.</summary>
    public bool IsGzip => count == 2 && head[0] == 0x1F && head[1] == 0x8B;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (at < count && buffer.Length > 0)
        {
            var taken = Math.Min(buffer.Length, count - at);
            head.AsSpan(at, taken).CopyTo(buffer);
            at += taken;
            return taken;
        }

        return rest.Read(buffer);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
