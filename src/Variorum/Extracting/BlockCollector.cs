using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Variorum.Extracting;

/// <summary>A block of a page: text that no other block interrupts.</summary>
/// <param name="Owner">Index into <see cref="PageTree.Elements"/> of the element that holds it.</param>
/// <param name="Text">White space folded.</param>
/// <param name="LinkLength">How many of its characters are links.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsWeak">Whether it stands in a part that is seldom the article's text.</param>
/// <param name="IsParagraph">Whether its element is a paragraph by its tag.</param>
internal sealed record Block(int Owner, string Text, int LinkLength, BlockKind Kind, bool IsWeak, bool IsParagraph = false)
{
    /// <summary>The share of it that is links.</summary>
    public double LinkShare => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkLength / Text.Length);
}

/// <summary>A page's blocks and the elements they stand in.</summary>
/// <remarks><b>Order.</b> As in the page; the subtree of an element is the range from its own index to its end.</remarks>
/// <param name="Blocks">The blocks.</param>
/// <param name="Elements">The elements that were gone into.</param>
/// <param name="Parents">For each element the index of its parent; -1 for the first.</param>
/// <param name="Ends">For each element one past the index of the last element inside it.</param>
internal sealed record PageTree(List<Block> Blocks, List<IElement> Elements, List<int> Parents, List<int> Ends)
{
    /// <summary>Whether one element is another or stands in it.</summary>
    public bool IsInside(int element, int root) => root <= element && element < Ends[root];
}

/// <summary>Walks a page's tree and takes its blocks, without what is never an article's text.</summary>
/// <remarks><b>Cost.</b> Linear, and without recursion: a page may be nested as deeply and be as wide as it likes.</remarks>
internal sealed class BlockCollector
{
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "center-inline", "picture", "source");

    private static readonly string[] PostClasses = ["twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "reddit-embed", "fb-post", "mastodon", "threads-embed", "text-post-media"];

    private readonly HashSet<INode> muchText;
    private readonly PageTree tree = new([], [], [], []);
    private readonly Stack<int> path = new();
    private readonly StringBuilder text = new();
    private int linkLength;
    private int links;
    private int items;
    private int quotes;
    private int posts;
    private int cells;
    private int headings;
    private int weak;
    private int breaks;
    private int owner;
    private bool isDataRow;

    private BlockCollector(IElement root) => muchText = TextMeasure.MuchText(root);

    /// <summary>The blocks under an element.</summary>
    public static PageTree Collect(IElement root)
    {
        var collector = new BlockCollector(root);
        TreeWalk.Run(root, collector.Enter, collector.Leave);
        return collector.tree;
    }

    /// <summary>Returns whether to go into it.</summary>
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

        if ((ZoneRules.Of(element, muchText.Contains(element)) >= Zone.Out && path.Count > 0) || !element.HasChildNodes)
        {
            return false;
        }

        tree.Elements.Add(element);
        tree.Parents.Add(path.Count > 0 ? path.Peek() : -1);
        tree.Ends.Add(0);
        path.Push(tree.Elements.Count - 1);
        Count(element, 1);
        return true;
    }

    private void Leave(IElement element)
    {
        Count(element, -1);
        tree.Ends[path.Pop()] = tree.Elements.Count;
        owner = Inline.Contains(element.LocalName) || path.Count == 0 ? owner : path.Peek();
    }

    private void Count(IElement element, int step)
    {
        if (isDataRow && element.LocalName is ("td" or "th"))
        {
            text.Append(step < 0 || text.Length == 0 ? "" : text[^1] == ' ' ? TableRows.CellMark[1..] : TableRows.CellMark);
        }
        else if (!Inline.Contains(element.LocalName))
        {
            Flush();
            owner = path.Peek();
        }

        isDataRow = element.LocalName == "tr" ? step > 0 && TableRows.IsData(element, child => Inline.Contains(child.LocalName)) : isDataRow;
        CountKinds(element, step);
        weak += ZoneRules.Of(element, muchText.Contains(element)) == Zone.Weak ? step : 0;
    }

    private void CountKinds(IElement element, int step)
    {
        links += element.LocalName == "a" ? step : 0;
        items += element.LocalName is "li" or "dd" or "dt" ? step : 0;
        quotes += element.LocalName is "blockquote" ? step : 0;
        posts += element.LocalName is "blockquote" && IsPost(element) ? step : 0;
        cells += element.LocalName is "td" or "th" ? step : 0;
        headings += IsHeading(element.LocalName) ? step : 0;
    }

    private static bool IsPost(IElement element) => element.ClassName is { } name && PostClasses.Any(post => name.Contains(post, StringComparison.OrdinalIgnoreCase));

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
            var kind = headings > 0 ? BlockKind.Heading : posts > 0 ? BlockKind.Post : items > 0 ? BlockKind.Item : quotes > 0 ? BlockKind.Quote : cells > 0 || isDataRow ? BlockKind.Cell : BlockKind.Paragraph;
            tree.Blocks.Add(new Block(owner, words, linkLength, kind, weak > 0, tree.Elements[owner].LocalName == "p"));
        }

        text.Clear();
        linkLength = 0;
    }
}
