using Variorum.Learning;

namespace Variorum.Aligning;

/// <summary>The terms of one story: a number for each, what it tells there, and which are near in meaning.</summary>
/// <remarks>
/// <para><b>Order.</b> The first ids are the story's entities, in their order; lemmas follow as they are met.</para>
/// <para><b>Cost.</b> Nearness is worked out once a pair and kept.</para>
/// </remarks>
internal sealed class TermTable(WordTable words, int entities)
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> lemmas = [];
    private readonly Dictionary<long, float> near = [];

    /// <summary>How many terms there are.</summary>
    public int Count => entities + lemmas.Count;

    /// <summary>How many of them are entities.</summary>
    public int Entities => entities;

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

    /// <summary>How near two terms are in meaning: 1 for one term, 0 for an entity beside anything else.</summary>
    public float Nearness(int left, int right)
    {
        if (left == right)
        {
            return 1;
        }

        if (left < entities || right < entities)
        {
            return 0;
        }

        var key = ((long)Math.Min(left, right) << 32) | (uint)Math.Max(left, right);
        if (!near.TryGetValue(key, out var cosine))
        {
            cosine = words.Similarity(lemmas[left - entities], lemmas[right - entities]);
            near.Add(key, cosine);
        }

        return cosine;
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
