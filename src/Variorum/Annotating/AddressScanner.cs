using System.Buffers;

namespace Variorum.Annotating;

/// <summary>Web and mail addresses, handles and tags, which stay whole.</summary>
internal static class AddressScanner
{
    /// <summary>No host or mailbox is longer (UTF-16 units): what may begin at every mark of a long run is not followed to its end.</summary>
    private const int LongestAtom = 300;

    /// <summary>The top-level domains that make "word.tld" an address rather than a missing blank.</summary>
    private static readonly string[] Domains =
        ["com", "org", "net", "edu", "gov", "mil", "int", "info", "io", "tv", "co", "uk", "eu", "us", "ca", "au", "de", "fr", "ru", "cn", "in", "il", "ir", "me"];

    /// <summary>The endings that make "word.end" a file's name.</summary>
    private static readonly string[] Files =
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "txt", "htm", "html", "xml", "php", "asp", "jpg", "jpeg", "gif", "png", "zip", "exe", "mp3", "mp4"];

    /// <summary>The first names of discussion groups.</summary>
    private static readonly string[] Groups = ["alt", "comp", "misc", "rec", "sci", "soc", "talk"];

    private static readonly SearchValues<char> Brackets = SearchValues.Create("<>\"“”|");

    /// <summary>Where the address that begins at <paramref name="start"/> ends; <paramref name="start"/> where none begins.</summary>
    /// <param name="text">A whole text.</param>
    /// <param name="start">First unit of a word or mark.</param>
    /// <param name="end">Where the run without blanks ends.</param>
    public static int End(ReadOnlySpan<char> text, int start, int end)
    {
        var run = text[start..end];
        if (run[0] is '@' or '#')
        {
            return start + TagLength(run);
        }

        if (IsWeb(run))
        {
            return start + Trim(run);
        }

        if (run[0] == '.' && run.Length > 3 && char.IsAsciiLetter(run[1]))
        {
            var stop = 1 + AtomLength(run[1..]);
            return IsFile(run[1..stop].TrimEnd(".-")) ? start + 1 + run[1..stop].TrimEnd(".-").Length : start;
        }

        return char.IsAsciiLetterOrDigit(run[0]) ? start + Math.Max(MailLength(run), HostLength(run)) : start;
    }

    private static bool IsWeb(ReadOnlySpan<char> run) =>
        run.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || run.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || (run.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && run.Length > 5);

    /// <summary>An address does not end in the marks of the sentence around it.</summary>
    private static int Trim(ReadOnlySpan<char> run)
    {
        var stop = run.IndexOfAny(Brackets);
        var length = stop < 0 ? run.Length : stop;
        while (length > 1 && run[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’' or '…' or '—' or '*')
        {
            length--;
        }

        return length;
    }

    private static int TagLength(ReadOnlySpan<char> run)
    {
        var length = 1;
        while (length < run.Length && (char.IsLetterOrDigit(run[length]) || run[length] == '_'))
        {
            length++;
        }

        return run[1..length].ContainsAnyInRange('A', 'Z') || run[1..length].ContainsAnyInRange('a', 'z') ? length : 0;
    }

    private static int MailLength(ReadOnlySpan<char> run)
    {
        var length = AtomLength(run);
        if (length == run.Length || run[length] != '@')
        {
            return 0;
        }

        var host = AtomLength(run[(length + 1)..]);
        var name = run.Slice(length + 1, host).TrimEnd(".-");
        return name.Length > 1 ? length + 1 + name.Length : 0;
    }

    private static int HostLength(ReadOnlySpan<char> run)
    {
        var name = run[..AtomLength(run)].TrimEnd(".-");
        var dot = name.LastIndexOf('.');
        if (dot < 1)
        {
            return 0;
        }

        var stem = name[..dot];
        var end = name[(dot + 1)..];
        var isHost = dot > 1 && !stem.ContainsAny('_', '+') && (IsIn(Domains, end) || (char.IsUpper(stem[0]) && end is "Com" or "COM" or "Net" or "Org"));
        return isHost || IsFile(end) || IsGroup(name) ? name.Length : 0;
    }

    private static bool IsFile(ReadOnlySpan<char> end)
    {
        Span<char> small = stackalloc char[5];
        return end.Length is >= 3 and <= 5 && end.ToLowerInvariant(small) is var length && IsIn(Files, small[..length]);
    }

    /// <summary>"sci.space.news": at least three names in small letters.</summary>
    private static bool IsGroup(ReadOnlySpan<char> name) => name.Count('.') >= 2 && IsIn(Groups, name[..name.IndexOf('.')]);

    private static bool IsIn(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
        {
            if (word.Equals(known, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int AtomLength(ReadOnlySpan<char> run)
    {
        var length = 0;
        while (length < run.Length && length < LongestAtom && (char.IsAsciiLetterOrDigit(run[length]) || run[length] is '.' or '-' or '_' or '+'))
        {
            length++;
        }

        return length;
    }
}
