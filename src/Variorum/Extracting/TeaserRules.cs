using System.Runtime.InteropServices;

namespace Variorum.Extracting;

/// <summary>Finds lists of teasers for other articles: siblings alike that each open with a link and have little beside it.</summary>
internal static class TeaserRules
{
    /// <summary>How many alike make a list.</summary>
    private const int Fewest = 3;

    /// <summary>A teaser has no more running text than this, on average.</summary>
    private const int LongestTeaser = 320;

    private const double LinkTitle = 0.8;

    /// <summary>For each element whether it is a teaser or stands in one. A page with hardly any text beside its teasers is left as it is.</summary>
    public static bool[] Find(PageTree tree)
    {
        var (titles, lengths) = Count(tree);
        var groups = new Dictionary<(int Parent, string Look), List<int>>();
        for (var i = 1; i < tree.Elements.Count; i++)
        {
            if (titles[i] > 0 && tree.Parents[i] >= 0)
            {
                var look = tree.Elements[i].LocalName + " " + tree.Elements[i].ClassName;
                (CollectionsMarshal.GetValueRefOrAddDefault(groups, (tree.Parents[i], look), out _) ??= []).Add(i);
            }
        }

        var marked = new bool[tree.Elements.Count];
        foreach (var group in groups.Values.Where(group => IsList(tree, group, titles, lengths)))
        {
            foreach (var element in group)
            {
                marked.AsSpan(element, tree.Ends[element] - element).Fill(true);
            }
        }

        return marked;
    }

    private static bool IsList(PageTree tree, List<int> group, int[] titles, int[] lengths)
    {
        var text = group.Sum(element => (long)lengths[element]);
        return group.Count >= Fewest
            && group.TrueForAll(element => lengths[element] < 4 * LongestTeaser && titles[element] <= 3)
            && text <= group.Count * LongestTeaser
            && text * 2 < lengths[0]
            && tree.Elements[group[0]].LocalName is not ("p" or "span" or "td" or "th" or "b" or "strong" or "em" or "i" or "li");
    }

    /// <summary>For each element how many titles that are links, and how much other text, stand in it.</summary>
    private static (int[] Titles, int[] Lengths) Count(PageTree tree)
    {
        var titles = new int[tree.Elements.Count];
        var lengths = new int[tree.Elements.Count];
        foreach (var block in tree.Blocks)
        {
            var isTitle = block.LinkShare > LinkTitle && block.Text.Length > 15;
            titles[block.Owner] += isTitle ? 1 : 0;
            lengths[block.Owner] += isTitle ? 0 : block.Text.Length;
        }

        for (var i = titles.Length - 1; i > 0; i--)
        {
            if (tree.Parents[i] >= 0)
            {
                titles[tree.Parents[i]] += titles[i];
                lengths[tree.Parents[i]] += lengths[i];
            }
        }

        return (titles, lengths);
    }
}
