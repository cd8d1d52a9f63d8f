using System.Net;
using System.Text.Json;

namespace Variorum.Extracting;

/// <summary>What a page says of its article in JSON-LD (schema.org).</summary>
/// <remarks><b>References.</b> Where a value is only an <c>@id</c>, the node of the page that has this id speaks for it.</remarks>
internal sealed class LinkedData
{
    private const int LongestScript = 4 * 1024 * 1024;

    private readonly Dictionary<string, JsonElement> nodes = new(StringComparer.Ordinal);

    /// <summary>The title.</summary>
    public string? Headline { get; private set; }

    /// <summary>The article's name, which some give in place of a headline and some beside another.</summary>
    public string? Name { get; private set; }

    /// <summary>The authors, as given.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The publisher's name.</summary>
    public string? Publisher { get; private set; }

    /// <summary>The name of the site or of the news organisation that a node of its own describes.</summary>
    public string? Site { get; private set; }

    /// <summary>Publication.</summary>
    public Timestamp? Published { get; private set; }

    /// <summary>Last change.</summary>
    public Timestamp? Modified { get; private set; }

    /// <summary>The part of the paper.</summary>
    public string? Section { get; private set; }

    /// <summary>The language, as given.</summary>
    public string? Language { get; private set; }

    /// <summary>The text, where it is given.</summary>
    public string? Body { get; private set; }

    /// <summary>Reads all of a page's JSON-LD; what is broken is passed over.</summary>
    public static LinkedData Read(PageIndex page)
    {
        var data = new LinkedData();
        var roots = new List<JsonElement>();
        foreach (var script in page["script"])
        {
            if (script.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && script.TextContent is { Length: < LongestScript } text && Parse(text) is { } root)
            {
                roots.Add(root);
            }
        }

        foreach (var read in (ReadOnlySpan<Action<JsonElement>>)[data.Index, data.ReadAll])
        {
            foreach (var root in roots)
            {
                Try(read, root);
            }
        }

        return data;
    }

    private static JsonElement? Parse(string text)
    {
        text = text.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal).Trim(' ', '\r', '\n', '\t', '/', '*', ';');
        text = string.Create(text.Length, text, static (clean, given) =>
        {
            for (var i = 0; i < given.Length; i++)
            {
                clean[i] = given[i] < ' ' ? ' ' : given[i];
            }
        });
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Pages carry broken JSON-LD; the rest of the page still speaks.
            return null;
        }
    }

    private static void Try(Action<JsonElement> read, JsonElement root)
    {
        try
        {
            read(root);
        }
        catch (InvalidOperationException)
        {
            // A string with a lone surrogate cannot be read as text.
        }
    }

    /// <summary>Notes each node that has an id and says more than that; of several the first.</summary>
    private void Index(JsonElement root)
    {
        var waiting = new Stack<JsonElement>();
        waiting.Push(root);
        while (waiting.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                if (IdOf(element) is { } id && element.TryGetProperty("name", out _))
                {
                    nodes.TryAdd(id, element);
                }

                foreach (var property in element.EnumerateObject().Reverse())
                {
                    waiting.Push(property.Value);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray().Reverse())
                {
                    waiting.Push(item);
                }
            }
        }
    }

    private static string? IdOf(JsonElement element) =>
        element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    private void ReadAll(JsonElement root)
    {
        var waiting = new Stack<JsonElement>();
        waiting.Push(root);
        while (waiting.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray().Reverse())
                {
                    waiting.Push(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                ReadObject(element);
                foreach (var key in (ReadOnlySpan<string>)["mainEntity", "mainEntityOfPage", "@graph"])
                {
                    if (element.TryGetProperty(key, out var inner) && inner.ValueKind != JsonValueKind.String)
                    {
                        waiting.Push(inner);
                    }
                }
            }
        }
    }

    private void ReadObject(JsonElement element)
    {
        var type = TypeOf(element);
        if (type is "WebSite" or "NewsMediaOrganization")
        {
            Site ??= NameOf(element, "name") ?? NameOf(element, "publisher");
        }

        if (!type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) && type is not ("BlogPosting" or "LiveBlogPosting" or "Report" or "WebPage" or "NewsStory"))
        {
            return;
        }

        if (type != "WebPage")
        {
            Headline ??= NameOf(element, "headline");
            Name ??= NameOf(element, "name");
            Body ??= NameOf(element, "articleBody");
            Section ??= NameOf(element, "articleSection");
            Language ??= NameOf(element, "inLanguage");
            AddAuthors(element);
        }

        Published ??= DateReader.Read(NameOf(element, "datePublished") ?? (type == "WebPage" ? null : NameOf(element, "dateCreated")));
        Modified ??= DateReader.Read(NameOf(element, "dateModified"));
        Publisher ??= NameOf(element, "publisher");
    }

    private void AddAuthors(JsonElement element)
    {
        if (Authors.Count > 0 || !(element.TryGetProperty("author", out var author) || element.TryGetProperty("creator", out author)))
        {
            return;
        }

        foreach (var one in author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().ToList() : [author])
        {
            if ((one.ValueKind == JsonValueKind.Array ? null : NameOf(one)) is { Length: > 1 and < 200 } name)
            {
                Authors.Add(name);
            }
        }
    }

    private static string TypeOf(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
        {
            return "";
        }

        type = type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0 ? type[0] : type;
        return type.ValueKind == JsonValueKind.String ? type.GetString() ?? "" : "";
    }

    private string? NameOf(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? NameOf(value) : null;

    /// <summary>A string itself, or the name of an object, of the node it refers to, or of the first of a list.</summary>
    private string? NameOf(JsonElement value)
    {
        value = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;
        if (value.ValueKind == JsonValueKind.Object)
        {
            return OwnName(value) ?? (IdOf(value) is { } id && nodes.TryGetValue(id, out var node) ? OwnName(node) : null);
        }

        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? WebUtility.HtmlDecode(text.Trim()) : null;
    }

    private static string? OwnName(JsonElement node) =>
        node.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
