using AngleSharp.Dom;

namespace Variorum.Extracting;

/// <summary>Finds the article's text among a page's blocks.</summary>
/// <remarks>
/// <para><b>Method.</b> Running text scores its length, links and scraps cost theirs; the element whose subtree sums highest holds the
/// article, the deepest of equals. Within it blocks that are mostly links, scraps and repeated pull quotes are left out. Where
/// the page carries the text a second time for machines, a block must share words with that.</para>
/// </remarks>
internal static class MainTextFinder
{
    /// <summary>What a block of links or a scrap costs, in characters of running text.</summary>
    private const int ScrapCost = 30;

    /// <summary>The paragraphs of the article, in order; empty where the page holds none.</summary>
    public static List<string> Find(List<Block> blocks)
    {
        var root = Root(blocks);
        var inside = root is null ? [] : blocks.Where(block => IsInside(block.Owner, root)).ToList();
        return Kept(inside);
    }

    private static double Score(Block block)
    {
        var length = Math.Min(block.Text.Length, 2000) * (1 - block.LinkShare);
        var score = block.LinkShare > 0.5 ? -ScrapCost - (block.Text.Length / 4.0)
            : block.Kind == BlockKind.Heading ? 0
            : block.Text.Length < 40 ? -ScrapCost / 2
            : block.Text.Length < 80 && !EndsSentence(block.Text) ? -5
            : length;
        return block.IsWeak ? Math.Min(score, score / 3) : block.Kind == BlockKind.Item && score > 0 ? score / 2 : score;
    }

    private static IElement? Root(List<Block> blocks)
    {
        var sums = new Dictionary<IElement, double>();
        var order = new List<IElement>();
        foreach (var block in blocks)
        {
            var score = Score(block);
            for (var up = block.Owner; up is not null; up = up.ParentElement)
            {
                if (!sums.TryAdd(up, score))
                {
                    sums[up] += score;
                }
                else
                {
                    order.Add(up);
                }
            }
        }

        IElement? best = null;
        foreach (var element in order)
        {
            if (sums[element] > 0 && (best is null || sums[element] > sums[best] || (sums[element] == sums[best] && IsInside(element, best))))
            {
                best = element;
            }
        }

        return best;
    }

    private static bool IsInside(IElement element, IElement root)
    {
        for (var up = element; up is not null; up = up.ParentElement)
        {
            if (up == root)
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Kept(List<Block> blocks)
    {
        var kept = new List<Block>();
        foreach (var block in blocks)
        {
            if (IsText(block))
            {
                kept.Add(block);
            }
        }

        DropBareHeadings(kept);
        DropPullQuotes(kept);
        return [.. kept.Select(block => block.Text)];
    }

    private static bool IsText(Block block) => block.Kind switch
    {
        BlockKind.Heading => block.LinkShare < 0.8 && block.Text.Length < 200,
        BlockKind.Item => block.LinkShare < 0.6 && block.Text.Length >= 8 && !(block.IsWeak && block.Text.Length < 80),
        _ => (block.LinkShare < 0.5 || (block.LinkShare < 0.8 && block.Text.Length > 120 && EndsSentence(block.Text)))
            && (block.Text.Length >= 25 || EndsSentence(block.Text))
            && !(block.IsWeak && !(block.Text.Length > 80 && EndsSentence(block.Text))),
    };

    private static bool EndsSentence(string text)
    {
        var end = text.TrimEnd('"', '”', '’', '\'', ')', ']', '»', ' ', '*');
        return end.Length > 3 && end[^1] is '.' or '!' or '?' or '…' or ':' or '。';
    }

    /// <summary>A heading stands over text: the last one, and one right above a heading of the next part, is the page's.</summary>
    private static void DropBareHeadings(List<Block> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i].Kind == BlockKind.Heading && (i == blocks.Count - 1 || i == 0))
            {
                blocks.RemoveAt(i);
            }
        }
    }

    /// <summary>A quotation set large that the running text has as well.</summary>
    private static void DropPullQuotes(List<Block> blocks)
    {
        var whole = string.Join('\n', blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text));
        if (whole.Length < Limits.TextLength)
        {
            blocks.RemoveAll(block => block.Kind == BlockKind.Quote && block.Text.Length is > 20 and < 400 && whole.Contains(block.Text.Trim('"', '“', '”', ' '), StringComparison.Ordinal));
        }
    }
}
