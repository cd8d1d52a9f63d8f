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

    /// <summary>How much of the best sum a part that is named as the article's text must hold to be taken at its word.</summary>
    private const double NamedShare = 0.4;

    /// <summary>Longer paragraphs that stand on the page twice are the same one, for another width of screen.</summary>
    private const int LongestRefrain = 120;

    /// <summary>How many paragraphs a standfirst has at most.</summary>
    private const int LongestStandfirst = 2;

    /// <summary>The paragraphs of the article, in order; empty where the page holds none.</summary>
    public static List<string> Find(List<Block> blocks)
    {
        var roots = Roots(blocks);
        if (roots.Count == 0)
        {
            return [];
        }

        var inside = blocks.Where(block => roots.Exists(root => IsInside(block.Owner, root))).ToList();
        return Kept([.. Standfirst(blocks, inside[0]), .. inside]);
    }

    /// <summary>Whole sentences between the page's heading and the text.</summary>
    private static List<Block> Standfirst(List<Block> blocks, Block first)
    {
        var end = blocks.IndexOf(first);
        var found = new List<Block>();
        for (var i = end - 1; i >= 0 && i >= end - 14; i--)
        {
            if (blocks[i].Owner.LocalName == "h1")
            {
                return found.Count <= LongestStandfirst ? found : [];
            }

            if (blocks[i] is { Kind: BlockKind.Paragraph or BlockKind.Heading, IsWeak: false, LinkShare: < 0.2, Text.Length: > 50 and < 400 } block && EndsSentence(block.Text))
            {
                found.Insert(0, block with { Kind = BlockKind.Paragraph });
            }
        }

        return [];
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

    /// <summary>The elements that hold the article: one, or several of one class where a page cuts it into pieces.</summary>
    private static List<IElement> Roots(List<Block> blocks)
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

        var best = Best(sums, order);
        var bodies = order.Where(element => ZoneRules.Of(element, hasMuchText: true) == Zone.Body).ToList();
        var named = Best(sums, bodies);
        return best is null ? []
            : named is null || sums[named] < sums[best] * NamedShare ? [best]
            : [named, .. bodies.Where(body => body != named && body.ClassName == named.ClassName && body.ClassName is not null && sums[body] > 0 && IsInside(body, best))];
    }

    private static IElement? Best(Dictionary<IElement, double> sums, IEnumerable<IElement> elements)
    {
        IElement? best = null;
        foreach (var element in elements)
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
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (IsText(block) && (block.Text.Length < LongestRefrain || said.Add(block.Text)))
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
