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

    /// <summary>Longer paragraphs that stand on the page twice in two places are the same one, for another width of screen.</summary>
    private const int LongestRefrain = 120;

    private const int MostPullQuotes = 50;

    private const int LongestSearched = 200_000;

    /// <summary>How many pieces of a text are put together.</summary>
    private const int MostPieces = 40;

    /// <summary>How many paragraphs a standfirst has at most.</summary>
    private const int LongestStandfirst = 2;

    /// <summary>The paragraphs of the article, in order; empty where the page holds none.</summary>
    public static List<Block> Find(PageTree tree)
    {
        var teasers = TeaserRules.Find(tree);
        var roots = Roots(tree);
        var inside = tree.Blocks.Where(block => !teasers[block.Owner] && roots.Exists(root => tree.IsInside(block.Owner, root))).ToList();
        return inside.Count == 0 ? [] : Kept(tree, [.. Standfirst(tree, inside[0]), .. inside]);
    }

    /// <summary>Whole sentences between the page's heading and the text.</summary>
    private static List<Block> Standfirst(PageTree tree, Block first)
    {
        var blocks = tree.Blocks;
        var end = blocks.IndexOf(first);
        var found = new List<Block>();
        for (var i = end - 1; i >= 0 && i >= end - 14; i--)
        {
            if (tree.Elements[blocks[i].Owner].LocalName == "h1")
            {
                return found.Count <= LongestStandfirst ? found : [];
            }

            if (blocks[i] is { Kind: BlockKind.Paragraph or BlockKind.Heading, IsWeak: false, LinkShare: < 0.2, Text.Length: > 50 and < 400 } block && EndsSentence(block.Text))
            {
                found.Insert(0, block with { Kind = BlockKind.Standfirst });
            }
        }

        return [];
    }

    private static double Score(Block block)
    {
        var length = Math.Min(block.Text.Length, 2000) * (1 - block.LinkShare);
        var score = block.LinkShare > 0.5 ? -ScrapCost - (block.Text.Length / 4.0)
            : block.Kind == BlockKind.Heading ? 0
            : IsDataRow(block) ? length / 3
            : block.Text.Length < 40 && !EndsSentence(block.Text) ? -ScrapCost / 2
            : block.Text.Length < 80 && !EndsSentence(block.Text) ? -5
            : length;
        return block.IsWeak ? Math.Min(score, score / 3) : block.Kind == BlockKind.Item && score > 0 ? score / 2 : score;
    }

    private static bool IsDataRow(Block block) => block.Kind == BlockKind.Cell && block.Text.Contains(TableRows.CellMark, StringComparison.Ordinal);

    /// <summary>The elements that hold the article: one, or several of one class where a page cuts it into pieces.</summary>
    private static List<int> Roots(PageTree tree)
    {
        var sums = Sums(tree);
        var all = Enumerable.Range(0, sums.Length).Where(element => sums[element] > 0).ToList();
        var bodies = all.Where(element => ZoneRules.Of(tree.Elements[element], hasMuchText: true) == Zone.Body).ToList();
        var (best, named) = (Best(sums, all), Best(sums, bodies));
        return best < 0 ? []
            : named < 0 || sums[named] < sums[best] * NamedShare ? [best]
            : [named, .. bodies.Where(body => body != named && IsOfOneClass(tree.Elements[body], tree.Elements[named]) && tree.IsInside(body, best)).Take(MostPieces)];
    }

    private static bool IsOfOneClass(IElement left, IElement right) => left.ClassName is { } name && name == right.ClassName;

    /// <summary>For each element the score of its subtree: children stand after their parents, so one pass from the end sums all.</summary>
    private static double[] Sums(PageTree tree)
    {
        var sums = new double[tree.Elements.Count];
        foreach (var block in tree.Blocks)
        {
            sums[block.Owner] += Score(block);
        }

        for (var i = sums.Length - 1; i > 0; i--)
        {
            if (tree.Parents[i] >= 0)
            {
                sums[tree.Parents[i]] += sums[i];
            }
        }

        return sums;
    }

    /// <summary>The highest, the last of equals, which stands deepest; -1 for none.</summary>
    private static int Best(double[] sums, List<int> elements)
    {
        var best = -1;
        foreach (var element in elements)
        {
            best = best < 0 || sums[element] >= sums[best] ? element : best;
        }

        return best;
    }

    private static List<Block> Kept(PageTree tree, List<Block> blocks)
    {
        var kept = new List<Block>();
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (IsText(block) && (block.Text.Length < LongestRefrain || said.TryAdd(block.Text, tree.Parents[block.Owner]) || said[block.Text] == tree.Parents[block.Owner]))
            {
                kept.Add(block);
            }
        }

        DropBareHeadings(kept);
        DropPullQuotes(kept);
        return kept;
    }

    private static bool IsText(Block block) => block.Kind switch
    {
        BlockKind.Heading => block.LinkShare < 0.8 && block.Text.Length < 200,
        BlockKind.Item => block.LinkShare < 0.6 && block.Text.Length >= 3 && !(block.IsWeak && block.Text.Length < 80),
        _ => IsRunning(block) && !(block.IsWeak && !(block.Text.Length > 80 && EndsSentence(block.Text))),
    };

    private static bool IsRunning(Block block) =>
        (block.LinkShare < 0.5 || (block.LinkShare < 0.8 && block.Text.Length > 120 && EndsSentence(block.Text)))
        && (block.Text.Length >= 25 || EndsSentence(block.Text) || (block.IsParagraph && block.LinkShare < 0.1 && block.Text.Length > 2 && block.Text[0] != '©'));

    private static bool EndsSentence(string text)
    {
        var end = text.TrimEnd('"', '”', '’', '\'', ')', ']', '»', ' ', '*');
        return end.Length > 3 && end[^1] is '.' or '!' or '?' or '…' or ':' or '。';
    }

    /// <summary>A heading stands over text: those at the end stand over none, and those at the start are the article's own.</summary>
    private static void DropBareHeadings(List<Block> blocks)
    {
        var end = blocks.FindLastIndex(block => block.Kind != BlockKind.Heading) + 1;
        blocks.RemoveRange(end, blocks.Count - end);
        var start = blocks.FindIndex(block => block.Kind != BlockKind.Heading);
        blocks.RemoveRange(0, Math.Max(0, start));
    }

    /// <summary>A quotation set large that the running text has as well.</summary>
    private static void DropPullQuotes(List<Block> blocks)
    {
        var whole = string.Join('\n', blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text));
        if (whole.Length < LongestSearched && blocks.Count(block => block.Kind == BlockKind.Quote) <= MostPullQuotes)
        {
            blocks.RemoveAll(block => block.Kind == BlockKind.Quote && block.Text.Length is > 20 and < 400 && whole.Contains(block.Text.Trim('"', '“', '”', ' '), StringComparison.Ordinal));
        }
    }
}
