using System.Runtime.InteropServices;

namespace Variorum.Clustering;

/// <summary>Which articles of the window hold a term.</summary>
/// <remarks><b>Order.</b> A term's articles stand in the order of arrival. Those that have left the window are passed over, and
/// taken out when half of a list is of their kind.</remarks>
internal sealed class TermPostings
{
    private readonly Dictionary<uint, List> lists = [];

    /// <summary>A term's articles and what it weighs in each; none where there are too many.</summary>
    /// <param name="term">The term.</param>
    /// <param name="oldest">The first article of the window.</param>
    /// <param name="most">How many are too many.</param>
    public ReadOnlySpan<(int Article, byte Weight)> Find(uint term, int oldest, int most)
    {
        if (!lists.TryGetValue(term, out var list))
        {
            return [];
        }

        var found = list.Items;
        if (found.Length > most && found[^(most + 1)].Article >= oldest)
        {
            return [];
        }

        var first = 0;
        while (first < found.Length && found[first].Article < oldest)
        {
            first++;
        }

        return found[first..];
    }

    public void Add(uint term, int article, byte weight, int oldest)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, term, out _);
        list.Add((article, weight), oldest);
    }

    /// <summary>Takes out the terms that no article of the window holds.</summary>
    public void Sweep(int oldest)
    {
        foreach (var (term, list) in lists)
        {
            if (list.Last < oldest)
            {
                lists.Remove(term);
            }
        }
    }

    private struct List
    {
        private (int Article, byte Weight)[]? items;
        private int start;
        private int end;

        public readonly ReadOnlySpan<(int Article, byte Weight)> Items => items.AsSpan(start, end - start);

        public readonly int Last => end > start ? items![end - 1].Article : -1;

        public void Add((int Article, byte Weight) item, int oldest)
        {
            items ??= new (int, byte)[2];
            if (end == items.Length)
            {
                while (start < end && items[start].Article < oldest)
                {
                    start++;
                }

                var count = end - start;
                var to = count > items.Length / 2 ? new (int, byte)[items.Length * 2] : items;
                Array.Copy(items, start, to, 0, count);
                (items, start, end) = (to, 0, count);
            }

            items[end++] = item;
        }
    }
}
