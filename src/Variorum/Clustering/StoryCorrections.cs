namespace Variorum.Clustering;

/// <summary>What a user said of pairs of articles: that both are of one story, or that they are not.</summary>
/// <remarks>The last word on a pair counts. Articles are named by <see cref="StorySketch.Id"/>, so that it is kept for pages that come again.</remarks>
internal sealed class StoryCorrections
{
    private readonly SortedDictionary<(ulong Left, ulong Right), bool> all = [];
    private readonly Dictionary<ulong, List<ulong>> others = [];

    /// <summary>Every pair, the lower first, in order.</summary>
    public IEnumerable<(ulong Left, ulong Right, bool IsOne)> All => all.Select(c => (c.Key.Left, c.Key.Right, c.Value));

    /// <summary>Whether nothing was said.</summary>
    public bool IsEmpty => all.Count == 0;

    public void Set(ulong left, ulong right, bool isOne)
    {
        if (left == right)
        {
            return;
        }

        var pair = left < right ? (left, right) : (right, left);
        if (!all.ContainsKey(pair))
        {
            Note(left, right);
            Note(right, left);
        }

        all[pair] = isOne;
    }

    /// <summary>What was said of an article.</summary>
    public IEnumerable<(ulong Other, bool IsOne)> Of(ulong id) =>
        others.TryGetValue(id, out var found) ? found.Select(other => (other, all[id < other ? (id, other) : (other, id)])) : [];

    private void Note(ulong id, ulong other)
    {
        if (!others.TryGetValue(id, out var found))
        {
            others.Add(id, found = []);
        }

        found.Add(other);
    }
}
