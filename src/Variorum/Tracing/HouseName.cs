namespace Variorum.Tracing;

/// <summary>Knows an outlet by what a credit calls it ("WMBF News" is wmbfnews.com, "KFVS" kfvs12.com).</summary>
/// <remarks><b>Method.</b> Each name of the credit, folded to letters and digits, must be the outlet's name or the first label of its
/// domain; a station's call sign may also begin that label, if nothing but a number or a word of the trade follows.</remarks>
internal static class HouseName
{
    /// <summary>A shorter name is too often another's.</summary>
    private const int Shortest = 3;

    private static readonly string[] Marks = ["/", "(", ")", ",", ";", "|", "&", " and ", " - ", "--", "–", "—"];

    private static readonly string[] Endings = ["com", "org", "net", "tv", "news"];

    private static readonly string[] Trade = ["tv", "dt", "news", "com", "radio", "online", "action", "local", "now"];

    /// <summary>Whether a credit names the outlet.</summary>
    public static bool Names(string credit, Outlet outlet)
    {
        var label = outlet.Domain is { } domain ? Fold(domain[..(domain.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : domain.Length)]) : "";
        var name = outlet.Name is { } own ? Fold(WithoutArticle(own)) : "";
        return Segments(credit).Any(segment => IsNamed(segment, label, name));
    }

    /// <summary>The names that a credit joins, each alone.</summary>
    private static string[] Segments(string credit) => credit.Split(Marks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsNamed(string segment, string label, string name)
    {
        segment = WithoutArticle(segment);
        var whole = Fold(segment);
        if (whole.Length < Shortest)
        {
            return false;
        }

        if (Is(whole, label) || Is(whole, name))
        {
            return true;
        }

        var space = segment.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? segment : segment[..space];
        return IsCallSign(first) && (Begins(label, SignOf(first)) || Begins(name, SignOf(first)) || (space >= 0 && Is(Fold(segment[space..]), label)));
    }

    /// <summary>Whether two folded names are one, whatever trade name ends either.</summary>
    private static bool Is(string name, string known) =>
        known.Length >= Shortest && (name == known || Endings.Any(ending => name == known + ending || known == name + ending));

    /// <summary>"WMC" begins "wmcactionnews5", "WIS" not "wishtv".</summary>
    private static bool Begins(string label, string sign) =>
        label.StartsWith(sign, StringComparison.Ordinal) && label.AsSpan(sign.Length) is var rest
        && (rest.IsEmpty || char.IsAsciiDigit(rest[0]) || Trade.Any(word => label.AsSpan(sign.Length).StartsWith(word, StringComparison.Ordinal)));

    /// <summary>"WMC", "KPHO", "WGCL-TV".</summary>
    private static bool IsCallSign(string word)
    {
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        var sign = dash < 0 ? word : word[..dash];
        return sign.Length is 3 or 4 && sign[0] is 'W' or 'K' && sign.All(char.IsAsciiLetterUpper);
    }

    private static string SignOf(string word) => Fold(word.IndexOf('-', StringComparison.Ordinal) is >= 0 and var dash ? word[..dash] : word);

    private static string WithoutArticle(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
