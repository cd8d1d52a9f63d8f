using System.Collections.Immutable;

namespace Variorum.Aligning;

/// <summary>The terms of one claim as they are gathered: what each tells, and which stand side by side.</summary>
internal sealed class TermBag
{
    private readonly SortedDictionary<int, float> weights = [];
    private readonly List<(int Start, int Term)> places = [];

    /// <summary>Each term once, ascending, with what it tells in news at large.</summary>
    public IReadOnlyDictionary<int, float> Weights => weights;

    /// <summary>The terms, ascending.</summary>
    public IEnumerable<int> Terms => weights.Keys;

    /// <param name="start">Where the term stands in the text.</param>
    /// <param name="term">Its number.</param>
    /// <param name="weight">What it tells; of several weights for one term the greatest counts.</param>
    public void Add(int start, int term, float weight)
    {
        places.Add((start, term));
        if (!weights.TryGetValue(term, out var held) || held < weight)
        {
            weights[term] = weight;
        }
    }

    /// <summary>The pairs of neighbouring terms, ascending, each once: what is said in the same words shares them.</summary>
    public ImmutableArray<long> Pairs()
    {
        places.Sort();
        var pairs = new SortedSet<long>();
        for (var i = 1; i < places.Count; i++)
        {
            pairs.Add(((long)places[i - 1].Term << 32) | (uint)places[i].Term);
        }

        return [.. pairs];
    }
}
