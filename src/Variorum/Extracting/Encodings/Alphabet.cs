using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Extracting.Encodings;

/// <summary>How usual a letter beyond ASCII is in a language.</summary>
internal sealed class Alphabet
{
    private readonly FrozenDictionary<char, double> weights;

    private Alphabet(string language, string letters)
    {
        Language = language;
        IsEastAsian = language is "zh-hans" or "zh-hant" or "ko" or "ja";
        var known = new Dictionary<char, double>();
        for (var i = 0; i < letters.Length; i++)
        {
            // From 2 for the most frequent to 0.6 for the rarest.
            var weight = IsEastAsian ? 2 : 2 - (1.4 * i / letters.Length);
            known.TryAdd(letters[i], weight);
            known.TryAdd(char.ToUpperInvariant(letters[i]), weight * 0.8);
        }

        weights = known.ToFrozenDictionary();
    }

    /// <summary>All languages known here.</summary>
    public static Lazy<ImmutableArray<Alphabet>> All { get; } = new(() => [.. Lexicon.Rows("alphabets").Select(cells => new Alphabet(cells[0], cells[1]))]);

    public string Language { get; }

    public bool IsEastAsian { get; }

    /// <summary>More for more usual; null for no letter of the language.</summary>
    public double? WeightOf(char c) => weights.TryGetValue(c, out var weight) ? weight : null;
}
