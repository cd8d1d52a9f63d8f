using System.Text;

namespace Variorum.Extracting.Feeds;

/// <summary>Makes the addresses in markup absolute.</summary>
internal static class MarkupLinks
{
    private static readonly string[] Attributes = ["href", "src", "cite", "poster"];

    /// <summary>The markup with its links resolved against a base; as it stands where there is none.</summary>
    public static string Resolve(string? from, string markup)
    {
        if (from is null || !markup.Contains('<', StringComparison.Ordinal))
        {
            return markup;
        }

        var resolved = new StringBuilder(markup.Length);
        var copied = 0;
        for (var at = markup.IndexOf('=', StringComparison.Ordinal); at >= 0; at = markup.IndexOf('=', at + 1))
        {
            if (Value(markup, at) is var (start, end) && end > start && IsLink(markup, at) && Addresses.Resolve(from, XmlScanner.Decoded(markup[start..end])) is { } address)
            {
                resolved.Append(markup, copied, start - copied).Append(address.Replace("&", "&amp;", StringComparison.Ordinal));
                copied = end;
            }
        }

        return copied == 0 ? markup : resolved.Append(markup, copied, markup.Length - copied).ToString();
    }

    private static bool IsLink(string markup, int equals)
    {
        var before = markup.AsSpan(Math.Max(0, equals - 12), equals - Math.Max(0, equals - 12)).TrimEnd();
        foreach (var attribute in Attributes)
        {
            if (before.Length > attribute.Length && before.EndsWith(attribute, StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(before[^(attribute.Length + 1)]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the quoted value behind an equals sign stands, within a tag's length.</summary>
    private static (int Start, int End) Value(string markup, int equals)
    {
        var start = equals + 1;
        if (start >= markup.Length || markup[start] is not ('"' or '\''))
        {
            return (0, 0);
        }

        var length = markup.AsSpan(start + 1, Math.Min(markup.Length - start - 1, 2048)).IndexOf(markup[start]);
        return length < 0 ? (0, 0) : (start + 1, start + 1 + length);
    }
}
