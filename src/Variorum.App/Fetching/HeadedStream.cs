namespace Variorum.App.Fetching;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class HeadedStream : Stream
{
    private readonly Stream inner;
    private readonly byte[] head;
    private readonly int count;
    private int at;

    public HeadedStream(Stream inner, int length)
    {
        this.inner = inner;
        head = new byte[length];
        try
        {
            count = inner.ReadAtLeast(head, length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            count = 0;
        }
    }

    public ReadOnlyMemory<byte> Head => head.AsMemory(0, count);

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
        if (at >= count)
        {
            return inner.Read(buffer);
        }

        var taken = Math.Min(buffer.Length, count - at);
        head.AsSpan(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
