using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Variorum.Extracting;

/// <summary>The elements of a page that are asked for by name, found in one walk and in the page's order.</summary>
internal sealed class PageIndex
{
    private readonly Dictionary<string, List<IElement>> found = new(StringComparer.Ordinal) { ["meta"] = [], ["link"] = [], ["h1"] = [], ["time"] = [], ["script"] = [], ["img"] = [], ["a"] = [] };

    public PageIndex(IHtmlDocument page)
    {
        Page = page;
        if (page.DocumentElement is { } root)
        {
            TreeWalk.Run(root, Enter, _ => { });
        }
    }

    /// <summary>The page.</summary>
    public IHtmlDocument Page { get; }

    /// <summary>The elements of a name: meta, link, h1, time, script, img or a.</summary>
    public IReadOnlyList<IElement> this[string name] => found[name];

    private bool Enter(INode node)
    {
        if (node is not IElement element)
        {
            return false;
        }

        if (found.TryGetValue(element.LocalName, out var list))
        {
            list.Add(element);
        }

        return true;
    }
}
