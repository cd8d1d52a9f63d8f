namespace Variorum.Extracting;

/// <summary>The date in an article's address: ".../2024/10/11/...", ".../2024/oct/11/...", "...-2024-10-11...".</summary>
internal static class AddressDate
{
    private const int LongestPath = 400;

    /// <summary>The first whole date in the path; null for none.</summary>
    public static Timestamp? Find(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var path = uri.AbsolutePath[..Math.Min(uri.AbsolutePath.Length, LongestPath)];
        for (var i = 0; i + 8 < path.Length; i++)
        {
            if ((i == 0 || !char.IsAsciiLetterOrDigit(path[i - 1])) && path[i] is '1' or '2' && Read(path.AsSpan(i)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static Timestamp? Read(ReadOnlySpan<char> path)
    {
        var date = path[1] is '9' or '0' ? new DateReader(path).Read() : null;
        return date is { Date: { Year: >= 1990 } day } ? new Timestamp(day) : ReadNamedMonth(path);
    }

    /// <summary>2024/oct/11/.</summary>
    private static Timestamp? ReadNamedMonth(ReadOnlySpan<char> path)
    {
        Span<Range> parts = stackalloc Range[4];
        if (path.Split(parts, '/') < 3 || !int.TryParse(path[parts[0]], out var year) || !int.TryParse(path[parts[2]], out var day))
        {
            return null;
        }

        var month = DateReader.MonthOf(path[parts[1]]);
        return month > 0 && year is >= 1990 and <= 2100 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Timestamp(new DateOnly(year, month, day))
            : null;
    }
}
