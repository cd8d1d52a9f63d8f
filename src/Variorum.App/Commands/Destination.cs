namespace Variorum.App.Commands;

/// <summary>Where a result goes: a file, or standard output for <c>-</c>.</summary>
internal static class Destination
{
    public static bool IsStandardOutput(string file) => string.Equals(file, "-", StringComparison.Ordinal);

    /// <summary>Writes a result. <b>Errors.</b> A file that cannot be written is wrong use.</summary>
    /// <param name="file">Path or <c>-</c>.</param>
    /// <param name="write">Gets the stream, and whether it is a file.</param>
    public static void Write(string file, Action<Stream, bool> write)
    {
        using var stream = IsStandardOutput(file) ? Console.OpenStandardOutput() : Create(file);
        using var buffer = new BufferedStream(stream, 1 << 16);
        write(buffer, !IsStandardOutput(file));
    }

    /// <summary>At most one result may go to standard output.</summary>
    public static void RequireDistinct(params string?[] files)
    {
        var given = files.Where(file => file is not null).Select(file => IsStandardOutput(file!) ? file! : Path.GetFullPath(file!)).ToArray();
        if (given.Distinct(StringComparer.Ordinal).Count() < given.Length)
        {
            throw new UsageException("two results cannot go to the same place");
        }
    }

    private static FileStream Create(string file)
    {
        try
        {
            return File.Create(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{file}: cannot be written: {e.Message}");
        }
    }
}
