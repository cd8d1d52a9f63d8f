namespace Variorum.App.Fetching;

/// <summary>Reads the bytes of an input.</summary>
internal static class PageLoader
{
    /// <summary>The page; null where it cannot be read, and then why.</summary>
    public static (Page? Page, Problem? Refusal) Load(FoundPage found)
    {
        try
        {
            using var stream = found.File is null ? Console.OpenStandardInput() : File.OpenRead(found.File);
            return (new Page(found.Path, ReadStart(stream)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, new Problem(InputCodes.Unreadable, e.Message));
        }
    }

    /// <summary>At most one byte more than <see cref="Limits.PageBytes"/>, so that the extractor sees that there is more.</summary>
    private static ReadOnlyMemory<byte> ReadStart(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; bytes.Length <= Limits.PageBytes && (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, Limits.PageBytes + 1 - bytes.Length))) > 0;)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
