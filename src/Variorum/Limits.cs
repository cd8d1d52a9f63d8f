namespace Variorum;

/// <summary>How much of an input is read. What lies beyond is left out, and a <see cref="Problem"/> says so.</summary>
public static class Limits
{
    /// <summary>Bytes of a page, after expansion.</summary>
    public const int PageBytes = 16 * 1024 * 1024;

    /// <summary>UTF-16 units of an article's text: some 150,000 words.</summary>
    public const int TextLength = 1_000_000;

    /// <summary>UTF-16 units of an HTML page that are parsed.</summary>
    public const int MarkupLength = 8 * 1024 * 1024;

    /// <summary>Tags of an HTML page that are parsed.</summary>
    public const int Tags = 150_000;

    /// <summary>Levels of nesting of an HTML page that are followed.</summary>
    public const int Depth = 200;
}
