using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Variorum.Extracting;

/// <summary>What kind of block of a page it is.</summary>
internal enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A list's item.</summary>
    Item,

    /// <summary>In a block quotation.</summary>
    Quote,

    /// <summary>A table's cell.</summary>
    Cell,
}

/// <summary>A block of a page: text that no other block interrupts.</summary>
/// <param name="Owner">The element that holds it.</param>
/// <param name="Text">White space folded.</param>
/// <param name="LinkLength">How many of its characters are links.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsWeak">Whether it stands in a part that is seldom the article's text.</param>
internal sealed record Block(IElement Owner, string Text, int LinkLength, BlockKind Kind, bool IsWeak)
{
    /// <summary>The share of it that is links.</summary>
    public double LinkShare => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkLength / Text.Length);
}

/// <summary>Walks a page's tree and takes its blocks, without what is never an article's text.</summary>
/// <remarks><b>Cost.</b> Linear, and without recursion: a page may be nested as deeply as it likes.</remarks>
internal sealed class BlockCollector
{
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "center-inline", "picture", "source");

    private readonly HashSet<INode> muchText;
    private readonly List<Block> blocks = [];
    private readonly StringBuilder text = new();
    private int linkLength;
    private int links;
    private int items;
    private int quotes;
    private int cells;
    private int headings;
    private int weak;
    private int breaks;
    private IElement owner;

    private BlockCollector(IElement root)
    {
        owner = root;
        muchText = MuchText(root);
    }

    /// <summary>The blocks under an element, in the page's order.</summary>
    public static List<Block> Collect(IElement root)
    {
        var collector = new BlockCollector(root);
        collector.Walk(root);
        return collector.blocks;
    }

    /// <summary>The elements that hold more than half of the text in paragraphs: no name can make these furniture.</summary>
    private static HashSet<INode> MuchText(IElement root)
    {
        var (shown, shownTotal) = TextLengths(root, withHidden: false);
        var (lengths, total) = shownTotal > 0 ? (shown, shownTotal) : TextLengths(root, withHidden: true);
        return [.. lengths.Where(pair => pair.Value * 2 > total).Select(pair => pair.Key), .. NamedBodies(root)];
    }

    private static (Dictionary<INode, int> Lengths, int Total) TextLengths(IElement root, bool withHidden)
    {
        var lengths = new Dictionary<INode, int>();
        var total = 0;
        for (INode? node = root; node is not null; node = Next(node, root))
        {
            if (node is IText { Parent: IElement parent } words && parent.LocalName is not ("script" or "style" or "noscript" or "a") && words.Data.Length > 80
                && (withHidden || !IsHidden(parent, root)))
            {
                total += words.Data.Length;
                for (INode? up = parent; up is not null && up != root; up = up.Parent)
                {
                    lengths[up] = lengths.GetValueOrDefault(up) + words.Data.Length;
                }
            }
        }

        return (lengths, total);
    }

    private static bool IsHidden(IElement element, IElement root)
    {
        for (var up = element; up is not null && up != root; up = up.ParentElement)
        {
            if (ZoneRules.IsHidden(up))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a part named as the article's text stands in.</summary>
    private static IEnumerable<INode> NamedBodies(IElement root) =>
        root.QuerySelectorAll("[itemprop=articleBody]").Take(4).Where(body => !IsHidden(body, root)).SelectMany(body => body.Ancestors());

    private static INode? Next(INode node, INode root)
    {
        if (node.FirstChild is { } child)
        {
            return child;
        }

        while (node != root && node.NextSibling is null)
        {
            node = node.Parent!;
        }

        return node == root ? null : node.NextSibling;
    }

    private void Walk(IElement root)
    {
        INode node = root;
        while (true)
        {
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                Leave((IElement)node);
            }

            if (node == root)
            {
                Flush();
                return;
            }

            node = node.NextSibling!;
        }
    }

    /// <summary>Returns whether to go into it. What is entered without children is left at once.</summary>
    private bool Enter(INode node)
    {
        if (node is IText words)
        {
            Append(words.Data);
            return false;
        }

        if (node is not IElement element)
        {
            return false;
        }

        if (element.LocalName is "br" or "hr")
        {
            Break(element.LocalName == "hr" ? 2 : 1);
            return false;
        }

        var zone = ZoneRules.Of(element, muchText.Contains(element));
        if (zone == Zone.Out || !element.HasChildNodes)
        {
            return false;
        }

        Count(element, 1);
        return true;
    }

    private void Leave(IElement element)
    {
        Count(element, -1);
    }

    private void Count(IElement element, int step)
    {
        if (!Inline.Contains(element.LocalName))
        {
            Flush();
            owner = step > 0 ? element : element.ParentElement ?? element;
        }

        links += element.LocalName == "a" ? step : 0;
        items += element.LocalName is "li" or "dd" or "dt" ? step : 0;
        quotes += element.LocalName is "blockquote" ? step : 0;
        cells += element.LocalName is "td" or "th" ? step : 0;
        headings += IsHeading(element.LocalName) ? step : 0;
        weak += ZoneRules.Of(element, muchText.Contains(element)) == Zone.Weak ? step : 0;
    }

    private static bool IsHeading(string tag) => tag.Length == 2 && tag[0] == 'h' && tag[1] is >= '1' and <= '6';

    private void Append(string data)
    {
        foreach (var c in data)
        {
            if (char.IsWhiteSpace(c) && c != '\u00A0')
            {
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }

                continue;
            }

            breaks = 0;
            if (c is >= ' ' and not ('\u200B' or '\uFEFF' or '\u00AD' or '\u007F'))
            {
                text.Append(c);
                linkLength += links > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>One line break is a space; two without words between them part paragraphs.</summary>
    private void Break(int count)
    {
        breaks += count;
        if (breaks >= 2)
        {
            Flush();
        }
        else if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    private void Flush()
    {
        var words = text.ToString().Trim(' ', '\u00A0');
        if (words.Length > 0)
        {
            var kind = headings > 0 ? BlockKind.Heading : items > 0 ? BlockKind.Item : quotes > 0 ? BlockKind.Quote : cells > 0 ? BlockKind.Cell : BlockKind.Paragraph;
            blocks.Add(new Block(owner, words, linkLength, kind, weak > 0));
        }

        text.Clear();
        linkLength = 0;
    }
}
