using AngleSharp.Dom;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Finds what a site calls itself, and takes it out of titles.</summary>
/// <remarks><b>Evidence.</b> A part of the title alone is no name: the address, the logo, the link to the front page or the copyright line must say it too.</remarks>
internal static class SiteName
{
    private const int Longest = 60;

    private const int MostElements = 200;

    private const int MostWords = 6;

    private static readonly string[] Marks = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " › ", " ~ "];

    private static readonly char[] MarkCharacters = [' ', '|', '-', '–', '—', '·', '•', ':', '»', '«', '›', '~'];

    private static readonly string[] Rights = ["©", "(c) ", "copyright"];

    /// <summary>The first usable of the names that the page gives for machines, else the part of the title that the page shows as its name; null for none.</summary>
    public static string? Find(ReadOnlySpan<string?> given, PageIndex page, string? url, PublicSuffixes suffixes)
    {
        foreach (var name in given)
        {
            if (Clean(name) is { } clean)
            {
                return clean;
            }
        }

        var parts = Parts(page.Page.Title);
        return parts.Count < 2 ? null : Shown([parts[^1], parts[0]], page, OutletFinder.HostOf(url) is { } host ? suffixes.Registrable(host) : null);
    }

    /// <summary>Whether a title says nothing but the site's name.</summary>
    public static bool Is(string title, string? site) => site is not null && BodyCleaner.SayTheSame(title, site);

    /// <summary>A title without the site's name at either end; where the name is not known, without a short last part.</summary>
    public static string CutFrom(string title, string? site)
    {
        var parts = Parts(title);
        if (site is not null && parts.Count > 1)
        {
            if (IsNamed(parts[^1], site))
            {
                return title[..^parts[^1].Length].TrimEnd(MarkCharacters).Trim();
            }

            if (IsNamed(parts[0], site))
            {
                return title[parts[0].Length..].TrimStart(MarkCharacters).Trim();
            }
        }

        return WithoutLast(title);
    }

    private static string WithoutLast(string title)
    {
        foreach (var mark in Marks)
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at > 15 && title.Length - at < 50)
            {
                return title[..at].Trim();
            }
        }

        return title;
    }

    private static List<string> Parts(string? title) =>
        title is null or { Length: > 600 } ? [] : [.. Fold(title).Split(Marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A name as it can stand in a list of outlets: no address, no account's name, no slogan after a mark.</summary>
    private static string? Clean(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Contains("://", StringComparison.Ordinal) || name.AsSpan().Trim() is ['@', ..])
        {
            return null;
        }

        name = Fold(name);
        var cut = name.IndexOf(" | ", StringComparison.Ordinal);
        return cut > 1 ? name[..cut] : name;
    }

    private static string? Shown(ReadOnlySpan<string> parts, PageIndex page, string? domain)
    {
        foreach (var part in parts)
        {
            if (part.Length is > 1 and <= Longest && part.AsSpan().Count(' ') < MostWords && (IsDomain(part, domain) || IsShown(part, page)))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>"The Harbour Mail" of harbourmail.example.</summary>
    private static bool IsDomain(string part, string? domain)
    {
        if (domain is null || !domain.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        var label = domain[..domain.IndexOf('.', StringComparison.Ordinal)];
        return IsNamed(label, part) || BodyCleaner.SayTheSame(label, part) || BodyCleaner.SayTheSame(domain, part);
    }

    private static bool IsShown(string part, PageIndex page) =>
        page["img"].Take(MostElements).Any(image => image.GetAttribute("alt") is { } alt && OpensWith(alt, part) && IsLogo(image))
        || page["a"].Take(MostElements).Any(link => link.GetAttribute("href") is "/" or "./" && IsNamed(TreeWalk.TextOf(link), part))
        || Copyrights(page).Any(line => line.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool IsLogo(IElement image) =>
        (image.GetAttribute("src") + " " + image.ClassName + " " + image.Id + " " + image.ParentElement?.ClassName).Contains("logo", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands after the sign of copyright, a line's length.</summary>
    private static List<string> Copyrights(PageIndex page)
    {
        var found = new List<string>();
        if (page.Page.Body is { } body)
        {
            TreeWalk.Run(
                body,
                node =>
                {
                    if (node is IText { Data: var data } && RightsAt(data) is >= 0 and var at && found.Count < MostElements)
                    {
                        found.Add(Fold(data.Substring(at, Math.Min(2 * Longest, data.Length - at))));
                    }

                    return node is IElement { LocalName: not ("script" or "style") };
                },
                _ => { });
        }

        return found;
    }

    private static int RightsAt(string data)
    {
        foreach (var sign in Rights)
        {
            if (data.IndexOf(sign, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool OpensWith(string text, string part) =>
        text.AsSpan().TrimStart() is var start && start.StartsWith(part, StringComparison.OrdinalIgnoreCase) && (start.Length == part.Length || !char.IsLetterOrDigit(start[part.Length]));

    private static bool IsNamed(string left, string right) => BodyCleaner.SayTheSame(WithoutArticle(left), WithoutArticle(right));

    private static string WithoutArticle(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
