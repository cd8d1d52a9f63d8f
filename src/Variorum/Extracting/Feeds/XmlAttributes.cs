namespace Variorum.Extracting.Feeds;

/// <summary>Reads the attributes of a tag, quoted or not.</summary>
internal static class XmlAttributes
{
    private const int Most = 60;

    public static Dictionary<string, string> Read(ReadOnlySpan<char> rest)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (!rest.IsEmpty && attributes.Count < Most)
        {
            rest = rest.TrimStart();
            var end = rest.IndexOfAny("= \t\r\n");
            if (end <= 0)
            {
                break;
            }

            var name = rest[..end].ToString();
            rest = rest[end..].TrimStart();
            if (rest is not ['=', ..])
            {
                continue;
            }

            rest = rest[1..].TrimStart();
            attributes.TryAdd(name, XmlScanner.Decoded(Value(ref rest)));
        }

        return attributes;
    }

    private static string Value(ref ReadOnlySpan<char> rest)
    {
        var isQuoted = rest is ['"' or '\'', ..];
        var from = isQuoted ? rest[1..] : rest;
        var end = isQuoted ? from.IndexOf(rest[0]) : from.IndexOfAny(" \t\r\n");
        var value = end < 0 ? from : from[..end];
        rest = end < 0 ? [] : from[(end + (isQuoted ? 1 : 0))..];
        return value.ToString();
    }
}
