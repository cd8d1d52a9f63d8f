namespace Variorum.Extracting.Feeds;

/// <summary>Reads persons: Atom's elements, and RSS's lines of name and address in any order.</summary>
internal static class PersonReader
{
    /// <summary>Somebody; null for an empty element.</summary>
    public static FeedPerson? Read(XmlNode node)
    {
        if (node.Children.Count == 0 || node.Children.TrueForAll(child => child.Name is not ("name" or "email" or "uri" or "url" or "homepage")))
        {
            return OfLine(node.Value);
        }

        string? Field(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (node.Children.Find(child => child.Name == name)?.Value is { } value)
                {
                    return value;
                }
            }

            return null;
        }

        var site = node.Resolve(Field("uri", "url", "homepage"));
        return new FeedPerson(Field("name"), Field("email"), site);
    }

    /// <summary>"jane@example.org (Jane Doe)", "Jane Doe (jane@example.org)", "Jane Doe &lt;jane@example.org&gt;", either alone.</summary>
    public static FeedPerson? OfLine(string? line)
    {
        line = line?.Trim();
        if (string.IsNullOrEmpty(line))
        {
            return null;
        }

        var sign = line.IndexOf('@', StringComparison.Ordinal);
        if (sign <= 0 || sign == line.Length - 1)
        {
            return new FeedPerson(line);
        }

        var start = line.AsSpan(0, sign).LastIndexOfAny(" (<,[") + 1;
        var length = line.AsSpan(start).IndexOfAny(" )>,]");
        var email = length < 0 ? line[start..] : line.Substring(start, length);
        var rest = (line[..start] + (length < 0 ? "" : line[(start + length)..])).Trim(' ', '(', ')', '<', '>', ',', '[', ']');
        return new FeedPerson(rest.Length == 0 ? null : rest, email.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? email[7..] : email);
    }
}
