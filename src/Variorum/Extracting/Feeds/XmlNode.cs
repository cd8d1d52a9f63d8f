namespace Variorum.Extracting.Feeds;

/// <summary>An element of a feed.</summary>
internal sealed class XmlNode(string prefix, string name, XmlNode? parent)
{
    private readonly List<string> pieces = [];

    /// <summary>The vocabulary it is of: "" for the feed's own, else a short name ("dc", "content", "atom").</summary>
    public string Prefix { get; } = prefix;

    /// <summary>The local name, in lower case.</summary>
    public string Name { get; } = name;

    public XmlNode? Parent { get; } = parent;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<XmlNode> Children { get; } = [];

    /// <summary>The document.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where its content begins.</summary>
    public int Start { get; init; }

    /// <summary>Where its content ends.</summary>
    public int End { get; set; }

    /// <summary>What stands between its tags, as written; null where it holds nothing but text.</summary>
    public string? Markup => Children.Count == 0 ? null : Raw;

    /// <summary>What stands between its tags, as written.</summary>
    public string Raw => End < Start ? "" : Source[Start..End];

    /// <summary>The base for its addresses.</summary>
    public string? Base { get; init; }

    /// <summary>Its own text, entities and CDATA resolved.</summary>
    public string Text => string.Concat(pieces);

    /// <summary>The language in force.</summary>
    public string? Language
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent)
            {
                if (node.Attributes.TryGetValue("xml:lang", out var language))
                {
                    return language;
                }
            }

            return null;
        }
    }

    public void Append(string text) => pieces.Add(text);

    public IEnumerable<XmlNode> All(string prefix, string name) => Children.Where(child => child.Name == name && child.Prefix == prefix);

    public XmlNode? First(string prefix, string name) => All(prefix, name).FirstOrDefault();

    public string? this[string attribute] => Attributes.TryGetValue(attribute, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Its content: the markup where it has some, else the text, with links made absolute; null for none.</summary>
    public string? Value => Content(Markup ?? Text);

    /// <summary>A content without white space around it, with links made absolute; null for an empty one.</summary>
    public string? Content(string content) => content.Trim() is { Length: > 0 } value ? MarkupLinks.Resolve(Base, value) : null;

    /// <summary>An address in it, made absolute.</summary>
    public string? Resolve(string? address) => Addresses.Resolve(Base, address);
}
