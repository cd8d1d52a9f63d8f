using System.Text;

namespace Variorum.Extracting;

/// <summary>What a page's bytes are written in.</summary>
internal enum PageForm
{
    /// <summary>Plain text or Markdown.</summary>
    Text,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>One JSON record of an article.</summary>
    Json,

    /// <summary>Known, and not read: PDF, Word, images, programs.</summary>
    Unsupported,
}

/// <summary>Tells a page's form by its carrier's media type, its bytes and its path's ending, in that order of trust.</summary>
internal static class PageForms
{
    private static readonly (byte[] Magic, string Name)[] Foreign =
    [
        ("%PDF-"u8.ToArray(), "PDF"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an office document"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old office document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("{\\rtf"u8.ToArray(), "RTF"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "an xz archive"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ([0x00, (byte)'a', (byte)'s', (byte)'m'], "a program"),
        ("RIFF"u8.ToArray(), "a media file"),
    ];

    private static readonly string[] ForeignEndings =
        [".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".exe", ".dll", ".mp3", ".mp4", ".7z", ".rar"];

    /// <summary>What kind of foreign file the bytes begin like; null for none.</summary>
    public static string? ForeignName(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, name) in Foreign)
        {
            if (bytes.StartsWith(magic))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The form of a page that is not compressed.</summary>
    public static PageForm Of(Page page, ReadOnlySpan<byte> bytes)
    {
        var ending = Ending(page.Path);
        if (ForeignName(bytes) is not null || Array.IndexOf(ForeignEndings, ending) >= 0)
        {
            return PageForm.Unsupported;
        }

        return OfMediaType(page.MediaType) ?? OfEnding(ending, bytes) ?? OfBytes(bytes);
    }

    /// <summary>The path's ending in lower case, without a further <c>.gz</c>.</summary>
    public static string Ending(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        var dot = name.LastIndexOf('.');
        return dot < 0 || name.AsSpan(dot).IndexOfAny('/', '\\') >= 0 ? "" : name[dot..].ToLowerInvariant();
    }

    private static PageForm? OfMediaType(string? mediaType)
    {
        var type = (mediaType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return type switch
        {
            "text/html" or "application/xhtml+xml" => PageForm.Html,
            "application/json" or "text/json" => PageForm.Json,
            "text/markdown" => PageForm.Text,
            "application/pdf" or "application/msword" or "application/zip" => PageForm.Unsupported,
            _ when type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) => PageForm.Unsupported,
            _ => null,
        };
    }

    private static PageForm? OfEnding(string ending, ReadOnlySpan<byte> bytes) => ending switch
    {
        ".html" or ".htm" or ".xhtml" => PageForm.Html,
        ".json" => PageForm.Json,
        ".md" or ".markdown" => PageForm.Text,
        ".txt" or ".text" => LooksLikeHtml(Head(bytes)) ? PageForm.Html : PageForm.Text,
        _ => null,
    };

    private static PageForm OfBytes(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes);
        if (LooksLikeHtml(head) || head.Contains("<p>", StringComparison.OrdinalIgnoreCase) || head.Contains("<div", StringComparison.OrdinalIgnoreCase))
        {
            return PageForm.Html;
        }

        return head.StartsWith('{') && head.Contains('"', StringComparison.Ordinal) ? PageForm.Json : PageForm.Text;
    }

    private static bool LooksLikeHtml(string head) =>
        head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || (head.StartsWith('<') && head.Contains("<head", StringComparison.OrdinalIgnoreCase));

    private static string Head(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
}
