using System.Collections.Frozen;
using AngleSharp.Dom;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>What a part of a page is for.</summary>
internal enum Zone
{
    /// <summary>Nothing says.</summary>
    Plain,

    /// <summary>Named as the article's text.</summary>
    Body,

    /// <summary>Seldom the text.</summary>
    Weak,

    /// <summary>Not the text, unless most of the page's text stands there.</summary>
    Out,

    /// <summary>Not the text, whatever stands there.</summary>
    Never,
}

/// <summary>Tells what a part of a page is by its tag, its role and the words in its class and id.</summary>
internal static class ZoneRules
{
    private static readonly FrozenSet<string> OutTags = FrozenSet.Create(
        StringComparer.Ordinal,
        "script", "style", "noscript", "template", "iframe", "svg", "math", "canvas", "object", "embed", "audio", "video", "button", "input", "select", "textarea", "form",
        "nav", "footer", "aside", "figure", "figcaption", "dialog", "head", "map", "datalist", "menu");

    private static readonly Lazy<FrozenDictionary<string, Zone>> Words = new(Read);

    /// <summary>What an element is; an element with <paramref name="hasMuchText"/> is never left out for its names alone.</summary>
    public static Zone Of(IElement element, bool hasMuchText)
    {
        var tag = element.LocalName;
        if (OutTags.Contains(tag) && !(hasMuchText && tag is "form" or "aside" or "figure" or "noscript"))
        {
            return Zone.Out;
        }

        if (tag is "html" or "body" or "article" or "main" or "p" || tag.Length == 2 && tag[0] == 'h')
        {
            return IsHidden(element) && !hasMuchText ? Zone.Out : Zone.Plain;
        }

        if (string.Equals(element.GetAttribute("itemprop"), "articleBody", StringComparison.OrdinalIgnoreCase))
        {
            return Zone.Body;
        }

        var zone = IsHidden(element) ? Zone.Out : OfNames(element);
        return zone is Zone.Weak or Zone.Out && hasMuchText ? Zone.Plain : zone;
    }

    private static Zone OfNames(IElement element)
    {
        var zone = Zone.Plain;
        foreach (var name in (ReadOnlySpan<string?>)[element.GetAttribute("class"), element.Id, element.GetAttribute("role"), element.GetAttribute("data-component")])
        {
            zone = name is null ? zone : Stronger(zone, OfName(name));
        }

        return zone;
    }

    private static Zone Stronger(Zone left, Zone right) => left != Zone.Never && right != Zone.Never && (left == Zone.Body || right == Zone.Body) ? Zone.Body : (Zone)Math.Max((int)left, (int)right);

    /// <summary>The strongest meaning of a name's words and of its neighbouring words joined ("read-more", "articleBody").</summary>
    private static Zone OfName(string name)
    {
        var zone = Zone.Plain;
        var before = "";
        foreach (var part in name.Split([' ', '-', '_', ':', '/', '.'], StringSplitOptions.RemoveEmptyEntries).Take(24))
        {
            foreach (var word in Humps(part))
            {
                zone = Stronger(zone, Stronger(Words.Value.GetValueOrDefault(word), Words.Value.GetValueOrDefault(before + word)));
                before = word;
            }
        }

        return zone;
    }

    private static IEnumerable<string> Humps(string part)
    {
        var start = 0;
        for (var i = 1; i <= part.Length; i++)
        {
            if (i == part.Length || (char.IsUpper(part[i]) && char.IsLower(part[i - 1])))
            {
                yield return part[start..i].ToLowerInvariant();
                start = i;
            }
        }
    }

    /// <summary>Whether an element is not shown.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var style = element.GetAttribute("style");
        return style is not null && (Says(style, "display", "none") || Says(style, "visibility", "hidden"));
    }

    private static bool Says(string style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        var rest = at < 0 ? [] : style.AsSpan(at + property.Length).TrimStart();
        return rest is [':', ..] && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, Zone> Read()
    {
        var zones = new Dictionary<string, Zone>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Rows("page-zones"))
        {
            var zone = row[0] switch { "never" => Zone.Never, "out" => Zone.Out, "weak" => Zone.Weak, _ => Zone.Body };
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                zones.TryAdd(word, zone);
            }
        }

        return zones.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
