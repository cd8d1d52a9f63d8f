namespace Variorum.App.Fetching;

/// <summary>Opens files and standard input.</summary>
internal static class FileOpener
{
    public static (Stream? Stream, Problem? Refusal) Open(FoundPage found)
    {
        try
        {
            return (found.File is null ? Console.OpenStandardInput() : File.OpenRead(found.File), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, new Problem(InputCodes.Unreadable, e.Message));
        }
    }

    /// <summary>At most one byte more than <see cref="Limits.PageBytes"/>, so that the extractor sees that there is more.</summary>
    public static (ReadOnlyMemory<byte> Bytes, Problem? Refusal) ReadStart(Stream stream)
    {
        try
        {
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; bytes.Length <= Limits.PageBytes && (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, Limits.PageBytes + 1 - bytes.Length))) > 0;)
            {
                bytes.Write(buffer, 0, read);
            }

            return (bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (default, new Problem(InputCodes.Unreadable, e.Message));
        }
    }
}
