using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Variorum.Extracting;

/// <summary>What a page says of its article in JSON-LD (schema.org).</summary>
internal sealed class LinkedData
{
    private const int LongestScript = 4 * 1024 * 1024;

    /// <summary>The title.</summary>
    public string? Headline { get; private set; }

    /// <summary>The authors, as given.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>The publisher's name.</summary>
    public string? Publisher { get; private set; }

    /// <summary>Publication.</summary>
    public Timestamp? Published { get; private set; }

    /// <summary>Last change.</summary>
    public Timestamp? Modified { get; private set; }

    /// <summary>The text, where it is given.</summary>
    public string? Body { get; private set; }

    /// <summary>Reads all of a page's JSON-LD; what is broken is passed over.</summary>
    public static LinkedData Read(IHtmlDocument page)
    {
        var data = new LinkedData();
        foreach (var script in page.Scripts)
        {
            if (script.Type is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && script.TextContent is { Length: < LongestScript } text)
            {
                data.ReadScript(text);
            }
        }

        return data;
    }

    private void ReadScript(string text)
    {
        text = string.Concat(text.Trim().TrimEnd(';').Select(c => c < ' ' ? ' ' : c));
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
            ReadAll(json.RootElement);
        }
        catch (JsonException)
        {
            // Pages carry broken JSON-LD; the rest of the page still speaks.
        }
        catch (InvalidOperationException)
        {
            // A string with a lone surrogate cannot be read as text.
        }
    }

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
        if (!type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) && type is not ("BlogPosting" or "LiveBlogPosting" or "Report" or "WebPage" or "NewsStory"))
        {
            return;
        }

        if (type != "WebPage")
        {
            Headline ??= NameOf(element, "headline");
            Body ??= NameOf(element, "articleBody");
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
            if ((one.ValueKind == JsonValueKind.String ? one.GetString() : one.ValueKind == JsonValueKind.Object ? NameOf(one, "name") : null) is { Length: > 1 and < 200 } name)
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

    private static string? NameOf(JsonElement element, string key)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return null;
        }

        value = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        }

        return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }
}
