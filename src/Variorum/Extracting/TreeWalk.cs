using AngleSharp.Dom;

namespace Variorum.Extracting;

/// <summary>Walks a tree of nodes in the page's order without recursion.</summary>
/// <remarks><b>Cost.</b> Linear: children are taken by their index, since a node finds its next sibling only by looking through all.</remarks>
internal static class TreeWalk
{
    /// <summary>Calls <paramref name="enter"/> on each node, goes into those for which it returns true, and calls <paramref name="leave"/> on these afterwards.</summary>
    public static void Run(IElement root, Func<INode, bool> enter, Action<IElement> leave)
    {
        var path = new Stack<(IElement Element, int Next)>();
        if (enter(root))
        {
            path.Push((root, 0));
        }

        while (path.TryPop(out var place))
        {
            if (place.Next >= place.Element.ChildNodes.Length)
            {
                leave(place.Element);
                continue;
            }

            var child = place.Element.ChildNodes[place.Next];
            path.Push((place.Element, place.Next + 1));
            if (enter(child) && child is IElement element)
            {
                path.Push((element, 0));
            }
        }
    }

    /// <summary>An element's words, white space folded, up to about <paramref name="limit"/> characters.</summary>
    public static string TextOf(IElement element, int limit = 600)
    {
        var parts = new List<string>();
        var length = 0;
        Run(
            element,
            node =>
            {
                if (node is IText { Data: var data } && length < limit)
                {
                    data = data[..Math.Min(data.Length, limit)];
                    parts.Add(data);
                    length += data.Length;
                }

                return length < limit && node is IElement { LocalName: not ("script" or "style") };
            },
            _ => { });
        return string.Join(' ', string.Concat(parts).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
