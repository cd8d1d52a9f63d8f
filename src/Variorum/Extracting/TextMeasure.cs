using AngleSharp.Dom;

namespace Variorum.Extracting;

/// <summary>Measures where on a page its running text stands.</summary>
internal sealed class TextMeasure
{
    private const int ShortestText = 80;

    private readonly Dictionary<INode, int> lengths = [];
    private readonly Stack<int> sums = new();
    private readonly bool withHidden;
    private int hidden;

    private TextMeasure(bool withHidden) => this.withHidden = withHidden;

    /// <summary>The elements that hold more than half of the text, and those around a part named as the article's: no name can make these furniture.</summary>
    public static HashSet<INode> MuchText(IElement root)
    {
        var found = Run(root, withHidden: false);
        if (found.GetValueOrDefault(root) == 0)
        {
            found = Run(root, withHidden: true);
        }

        var total = found.GetValueOrDefault(root);
        return [.. found.Where(pair => pair.Value * 2 > total).Select(pair => pair.Key), .. NamedBodies(root)];
    }

    private static Dictionary<INode, int> Run(IElement root, bool withHidden)
    {
        var measure = new TextMeasure(withHidden);
        TreeWalk.Run(root, measure.Enter, measure.Leave);
        return measure.lengths;
    }

    private static IEnumerable<INode> NamedBodies(IElement root) => root.QuerySelectorAll("[itemprop=articleBody]").Take(4)
        .Select(body => body.Ancestors().ToList())
        .Where(ancestors => !ancestors.OfType<IElement>().Any(ZoneRules.IsHidden))
        .SelectMany(ancestors => ancestors);

    private bool Enter(INode node)
    {
        if (node is IText { Data.Length: > ShortestText } words && (hidden == 0 || withHidden))
        {
            sums.Push(sums.Pop() + words.Data.Length);
        }

        if (node is not IElement element || element.LocalName is "script" or "style" or "noscript" or "a" || !element.HasChildNodes)
        {
            return false;
        }

        hidden += ZoneRules.IsHidden(element) ? 1 : 0;
        sums.Push(0);
        return true;
    }

    private void Leave(IElement element)
    {
        hidden -= ZoneRules.IsHidden(element) ? 1 : 0;
        var sum = sums.Pop();
        lengths[element] = sum;
        if (sums.TryPop(out var above))
        {
            sums.Push(above + sum);
        }
    }
}
