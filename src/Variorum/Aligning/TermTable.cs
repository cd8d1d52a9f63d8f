using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Aligning;

/// <summary>The terms of one story: a number for each, what kind it is, and which are near in meaning.</summary>
/// <remarks>
/// <para><b>Order.</b> The first ids are the story's entities, in their order; lemmas follow as they are met.</para>
/// <para><b>Cost.</b> Neighbours are worked out once for all terms, when first asked for; every later question is a look-up.</para>
/// </remarks>
internal sealed class TermTable(WordTable words, int entities)
{
    /// <summary>Vectors nearer than this count as one meaning in part; below, chance nearness is all there is.</summary>
    private const float LeastNearness = 0.5f;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> lemmas = [];
    private ImmutableArray<(int Term, float Nearness)>[]? neighbours;

    /// <summary>How many terms there are.</summary>
    public int Count => entities + lemmas.Count;

    /// <summary>The number of a lemma.</summary>
    public int Id(string lemma)
    {
        if (!ids.TryGetValue(lemma, out var id))
        {
            id = entities + lemmas.Count;
            ids.Add(lemma, id);
            lemmas.Add(lemma);
        }

        return id;
    }

    /// <summary>What kind of thing a term is.</summary>
    public TermKind KindOf(int term) =>
        term < entities || lemmas[term - entities].StartsWith("@name", StringComparison.Ordinal) || lemmas[term - entities].StartsWith("@country", StringComparison.Ordinal) ? TermKind.Name
        : lemmas[term - entities][0] == '@' ? TermKind.Value
        : TermKind.Word;

    /// <summary>The other terms that mean nearly the same, with their nearness up to 1. No term is added after the first question.</summary>
    public ImmutableArray<(int Term, float Nearness)> Neighbours(int term) => (neighbours ??= FindNeighbours())[term];

    private ImmutableArray<(int Term, float Nearness)>[] FindNeighbours()
    {
        var found = new List<(int Term, float Nearness)>[Count];
        int[] known = [.. Enumerable.Range(entities, lemmas.Count).Where(t => KindOf(t) == TermKind.Word && words.Find(lemmas[t - entities]) >= 0)];
        int[] numbers = [.. known.Select(t => words.Find(lemmas[t - entities]))];
        for (var i = 0; i < known.Length; i++)
        {
            for (var k = 0; k < i; k++)
            {
                if (words.Similarity(numbers[i], numbers[k]) is var nearness && nearness >= LeastNearness)
                {
                    (found[known[i]] ??= []).Add((known[k], nearness));
                    (found[known[k]] ??= []).Add((known[i], nearness));
                }
            }
        }

        return [.. found.Select(f => f is null ? [] : f.ToImmutableArray())];
    }
}

/// <summary>What kind of thing a claim's term is.</summary>
internal enum TermKind
{
    /// <summary>A common word.</summary>
    Word,

    /// <summary>An entity, a country or a word of a name.</summary>
    Name,

    /// <summary>A number or a time.</summary>
    Value,
}
