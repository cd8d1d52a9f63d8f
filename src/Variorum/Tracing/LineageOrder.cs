using System.Runtime.InteropServices;

namespace Variorum.Tracing;

/// <summary>Gives every link a direction such that no way along them leads back to where it began, and finds each article's best source.</summary>
/// <remarks><b>Method.</b> The surest links first; one that would close a circle is turned. <b>Cost.</b> In a heap of very many
/// links between few articles all run in the order of publication.</remarks>
internal sealed class LineageOrder
{
    /// <summary>Among more links than this, circles are not looked for one by one.</summary>
    private const int MostLinks = 3000;

    private readonly Dictionary<int, List<int>> takers = [];
    private readonly HashSet<int> seen = [];
    private readonly Stack<int> path = [];

    /// <returns>For each link, in the order given, whether the right article took.</returns>
    public static bool[] Direct(IReadOnlyList<PairLink> links)
    {
        var order = new LineageOrder();
        var isMany = Many(links);
        var directions = new bool[links.Count];
        foreach (var i in Enumerable.Range(0, links.Count).OrderBy(i => links[i].Doubt).ThenByDescending(i => links[i].Text?.Own ?? 0).ThenBy(i => links[i].Right).ThenBy(i => links[i].Left))
        {
            var wanted = links[i].Taker != Taker.Left || isMany[i];
            var (from, to) = wanted ? (links[i].Left, links[i].Right) : (links[i].Right, links[i].Left);
            var isTurned = !isMany[i] && order.Leads(to, from);
            directions[i] = wanted != isTurned;
            order.Add(isTurned ? to : from, isTurned ? from : to);
        }

        return directions;
    }

    /// <summary>Marks the likeliest source of each article: text before an agency before a citation, the greatest share, the surest, the earliest.</summary>
    /// <param name="links">All links.</param>
    /// <param name="place">An article's place in the order of publication.</param>
    public static void MarkBest(List<LineageLink> links, Func<int, int> place)
    {
        var best = new Dictionary<int, int>();
        for (var i = 0; i < links.Count; i++)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, links[i].To, out var isKnown);
            known = !isKnown || IsBetter(links[i], links[known], place) ? i : known;
        }

        foreach (var i in best.Values)
        {
            links[i] = links[i] with { IsBest = true };
        }
    }

    /// <summary>For each link whether it stands among too many.</summary>
    private static bool[] Many(IReadOnlyList<PairLink> links)
    {
        if (links.Count <= MostLinks)
        {
            return new bool[links.Count];
        }

        var heaps = FamilyFinder.Find(links.Max(l => l.Right) + 1, links.Select(l => (l.Left, l.Right)));
        var heapOf = new int[links.Max(l => l.Right) + 1];
        for (var h = 0; h < heaps.Length; h++)
        {
            foreach (var article in heaps[h])
            {
                heapOf[article] = h;
            }
        }

        var sizes = links.CountBy(l => heapOf[l.Left]).ToDictionary();
        return [.. links.Select(l => sizes[heapOf[l.Left]] > MostLinks)];
    }

    private static bool IsBetter(LineageLink link, LineageLink known, Func<int, int> place) =>
        (link.Kind, -link.Share, !link.IsDirected, place(link.From)).CompareTo((known.Kind, -known.Share, !known.IsDirected, place(known.From))) < 0;

    private void Add(int from, int to)
    {
        if (!takers.TryGetValue(from, out var list))
        {
            takers.Add(from, list = []);
        }

        list.Add(to);
    }

    /// <summary>Whether a way leads from one article to another.</summary>
    private bool Leads(int from, int to)
    {
        seen.Clear();
        path.Clear();
        path.Push(from);
        while (path.TryPop(out var at))
        {
            if (at == to)
            {
                return true;
            }

            if (seen.Add(at) && takers.TryGetValue(at, out var next))
            {
                next.ForEach(path.Push);
            }
        }

        return false;
    }
}
