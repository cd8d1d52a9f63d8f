using System.Net;

namespace Variorum.Extracting.Feeds;

/// <summary>Reads the XML of feeds as far as it goes: what is not well-formed is read as it was meant.</summary>
/// <remarks>
/// <para><b>Method.</b> One pass. Closing tags close the nearest element of their name and are passed over where there is none; bare
/// ampersands stand for themselves; the named entities of HTML are known. Entities that a document declares itself are never
/// expanded, so that none can grow; nothing outside the document is asked for.</para>
/// <para><b>Cost.</b> Linear in the length; elements beyond <see cref="MostElements"/> or deeper than <see cref="Deepest"/> are passed over.</para>
/// </remarks>
internal sealed class XmlScanner
{
    private const int MostElements = 200_000;

    private const int Deepest = 100;

    private const int MostDeclarations = 20;

    private const int LongestTag = 1 << 16;

    private const int MostVain = 100;

    /// <summary>The vocabularies known here, by a part of their names' addresses.</summary>
    private static readonly (string Part, string Prefix)[] Vocabularies =
    [
        ("purl.org/dc/elements", "dc"), ("purl.org/dc/terms", "dcterms"), ("purl.org/rss/1.0/modules/content", "content"), ("search.yahoo.com/mrss", "media"), ("rssnamespace.org/feed", "media"),
        ("w3.org/1999/02/22-rdf-syntax-ns", "rdf"), ("w3.org/1999/xhtml", "xhtml"), ("itunes.com/dtds/podcast", "itunes"), ("w3.org/2005/atom", "atom"), ("purl.org/atom/ns", "atom"),
        ("purl.org/rss/1.0/modules/", "module"), ("purl.org/rss/", ""), ("my.netscape.com/", ""), ("backend.userland.com/", ""), ("channel.netscape.com/", ""), ("blogs.law.harvard.edu/tech/rss", ""),
    ];

    private readonly string text;
    private readonly List<Problem> problems;
    private readonly Stack<(XmlNode Node, string Tag, Dictionary<string, string>? Names)> open = new();
    private readonly XmlNode root;
    private int elements;
    private int declarations;
    private int vain;
    private bool isBroken;

    private XmlScanner(string text, string? address, List<Problem> problems)
    {
        this.text = text;
        this.problems = problems;
        root = new XmlNode("", "", null) { Base = address };
        open.Push((root, "", null));
    }

    /// <summary>A node that holds the document's elements.</summary>
    public static XmlNode Read(string text, string? address, List<Problem> problems)
    {
        var scanner = new XmlScanner(text, address, problems);
        scanner.Run();
        return scanner.root;
    }

    private void Run()
    {
        var at = 0;
        while (at < text.Length)
        {
            var tag = text.IndexOf('<', at);
            AddText(at, tag < 0 ? text.Length : tag);
            at = tag < 0 ? text.Length : Markup(tag);
        }

        isBroken |= open.Count > 1;
        while (open.Count > 1)
        {
            Close(text.Length);
        }

        if (isBroken)
        {
            problems.Add(new Problem(ProblemCodes.Damaged, "The feed is no well-formed XML; it was read as far as it goes."));
        }
    }

    private int Markup(int at)
    {
        if (Begins(at, "<!--"))
        {
            return After("-->", at + 4);
        }

        if (Begins(at, "<![CDATA["))
        {
            var end = text.IndexOf("]]>", at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            open.Peek().Node.Append(text[(at + 9)..end]);
            return Math.Min(text.Length, end + 3);
        }

        return Begins(at, "<?") ? After("?>", at + 2) : Begins(at, "<!") ? Declaration(at) : Begins(at, "</") ? ClosingTag(at) : OpeningTag(at);
    }

    /// <summary>Passes over a document type with all that it declares.</summary>
    private int Declaration(int at)
    {
        var close = text.IndexOf('>', at);
        var bracket = ++declarations > MostDeclarations ? -1 : text.IndexOf('[', at);
        if (bracket >= 0 && bracket < close)
        {
            var end = text.IndexOf(']', bracket);
            close = end < 0 ? -1 : text.IndexOf('>', end);
            if (text.AsSpan(bracket, (end < 0 ? text.Length : end) - bracket).Contains("<!ENTITY", StringComparison.Ordinal))
            {
                problems.Add(new Problem(ProblemCodes.EntitiesRefused, "Entities that the feed declares itself are not expanded."));
            }
        }

        return close < 0 ? text.Length : close + 1;
    }

    private int ClosingTag(int at)
    {
        var end = text.IndexOf('>', at);
        end = end < 0 ? text.Length : end;
        var tag = text[Math.Min(end, at + 2)..end].Trim();
        if (tag.Length > 0 && open.Take(Deepest).Any(place => place.Tag == tag))
        {
            while (open.Peek().Tag != tag)
            {
                isBroken = true;
                Close(at);
            }

            Close(at);
        }
        else
        {
            isBroken = true;
        }

        return Math.Min(text.Length, end + 1);
    }

    private int OpeningTag(int at)
    {
        var length = AttributeTrimmer.TagLength(text.AsSpan(at, Math.Min(text.Length - at, vain > MostVain ? 200 : LongestTag)));
        var nameEnd = at + 1;
        while (nameEnd < text.Length && (char.IsLetterOrDigit(text[nameEnd]) || text[nameEnd] is ':' or '_' or '-' or '.'))
        {
            nameEnd++;
        }

        if (length == 0 || nameEnd == at + 1 || elements >= MostElements || open.Count >= Deepest)
        {
            isBroken = true;
            vain += length == 0 ? 1 : 0;
            open.Peek().Node.Append("<");
            return at + 1;
        }

        elements++;
        var isEmpty = text[at + length - 2] == '/';
        Open(text[(at + 1)..nameEnd], text.AsSpan(nameEnd, at + length - 1 - (isEmpty ? 1 : 0) - nameEnd), at + length);
        if (isEmpty)
        {
            Close(at + length);
        }

        return at + length;
    }

    private void Open(string tag, ReadOnlySpan<char> rest, int contentStart)
    {
        var attributes = XmlAttributes.Read(rest);
        var above = open.Peek();
        var names = Names(above.Names, attributes);
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : tag[..colon];
        var parent = above.Node;
        var node = new XmlNode(Vocabulary(prefix, names, parent), tag[(colon + 1)..].ToLowerInvariant(), parent)
        {
            Source = text,
            Start = contentStart,
            Base = attributes.TryGetValue("xml:base", out var own) ? Addresses.Resolve(parent.Base, own) : parent.Base,
        };
        foreach (var (name, value) in attributes)
        {
            node.Attributes.TryAdd(name, value);
        }

        parent.Children.Add(node);
        open.Push((node, tag, names));
    }

    /// <summary>The names of vocabularies in force, with those that an element declares.</summary>
    private static Dictionary<string, string>? Names(Dictionary<string, string>? above, Dictionary<string, string> attributes)
    {
        Dictionary<string, string>? names = null;
        foreach (var (name, value) in attributes.Where(pair => pair.Key.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)))
        {
            names ??= above is null ? new(StringComparer.Ordinal) : new(above, StringComparer.Ordinal);
            names[name.Length > 6 ? name[6..] : ""] = value.Trim();
        }

        return names ?? above;
    }

    /// <summary>By the declared address; where a prefix is not declared, or its address not known, by the prefix itself.</summary>
    private static string Vocabulary(string prefix, Dictionary<string, string>? names, XmlNode parent)
    {
        if (names is not null && names.TryGetValue(prefix, out var address))
        {
            foreach (var (part, known) in Vocabularies)
            {
                if (address.Contains(part, StringComparison.OrdinalIgnoreCase))
                {
                    return known == "atom" && prefix.Length == 0 ? "" : known;
                }
            }
        }

        return prefix.Length == 0 ? "" : prefix.ToLowerInvariant() is var plain && plain == "atom10" ? "atom" : IsFeedsOwn(plain, names, parent) ? "" : plain;
    }

    private static bool IsFeedsOwn(string prefix, Dictionary<string, string>? names, XmlNode parent) =>
        prefix is "rss" && (names is null || !names.ContainsKey("rss") || parent.Prefix.Length == 0);

    private void Close(int contentEnd)
    {
        open.Pop().Node.End = contentEnd;
    }

    private void AddText(int start, int end)
    {
        if (end > start && open.Count > 1)
        {
            open.Peek().Node.Append(string.Concat(Decoded(text[start..end]).Where(c => c >= ' ' || char.IsWhiteSpace(c))));
        }
    }

    /// <summary>Text with its entities resolved; those not known stay as they are.</summary>
    public static string Decoded(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text).Replace("&apos;", "'", StringComparison.Ordinal) : text;

    private bool Begins(int at, string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private int After(string sign, int at)
    {
        var end = text.IndexOf(sign, Math.Min(at, text.Length), StringComparison.Ordinal);
        return end < 0 ? text.Length : end + sign.Length;
    }
}
