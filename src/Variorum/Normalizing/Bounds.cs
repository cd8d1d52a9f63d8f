using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>Words before a number that bound it or blur it: "at least", "more than", "nearly", "about".</summary>
/// <param name="IsLow">Whether the number is the least it can be.</param>
/// <param name="IsHigh">Whether the number is the most it can be.</param>
/// <param name="IsApproximate">Whether it is about so much.</param>
/// <param name="End">Where the number opens.</param>
internal readonly record struct Bounds(bool IsLow, bool IsHigh, bool IsApproximate, int End)
{
    private static readonly FrozenDictionary<string, char> Words = Vocabulary.Of<char>(
        ("over", 'l'), ("above", 'l'), ("exceeding", 'l'), ("under", 'h'), ("below", 'h'), ("almost", 'n'), ("nearly", 'n'),
        ("about", 'a'), ("around", 'a'), ("some", 'a'), ("roughly", 'a'), ("approximately", 'a'), ("circa", 'a'), ("estimated", 'a'),
        ("exactly", 'e'), ("just", 'j'), ("only", 'e'), ("another", 'e'), ("approx", 'a'));

    private static readonly (string[] Words, char Kind)[] Phrases =
    [
        (["at", "least"], 'l'), (["no", "fewer", "than"], 'l'), (["no", "less", "than"], 'l'), (["not", "less", "than"], 'l'), (["more", "than"], 'l'),
        (["a", "minimum", "of"], 'l'), (["upwards", "of"], 'l'), (["well", "over"], 'l'), (["in", "excess", "of"], 'l'), (["greater", "than"], 'l'),
        (["as", "few", "as"], 'l'), (["up", "to"], 'h'), (["as", "many", "as"], 'h'), (["as", "much", "as"], 'h'), (["at", "most"], 'h'), (["no", "more", "than"], 'h'),
        (["not", "more", "than"], 'h'), (["less", "than"], 'h'), (["fewer", "than"], 'h'), (["a", "maximum", "of"], 'h'), (["close", "to"], 'n'),
        (["just", "under"], 'n'), (["just", "over"], 'o'), (["slightly", "more", "than"], 'o'), (["little", "more", "than"], 'o'), (["an", "estimated"], 'a'),
        (["a", "total", "of"], 'e'), (["somewhere", "around"], 'a'), (["in", "the", "region", "of"], 'a'), (["just", "about"], 'a'), (["as", "little", "as"], 'l'),
    ];

    /// <summary>Kind of the words: l least, h most, n nearly, o a little over, a about, e exactly.</summary>
    public char Kind { get; private init; }

    /// <summary>Where a number opens after any such words.</summary>
    public static int Skip(Pieces pieces, int at) => Read(pieces, at).End;

    /// <summary>Reads the bounding words that open at a piece; none leaves the place as it is.</summary>
    public static Bounds Read(Pieces pieces, int at)
    {
        foreach (var (words, kind) in Phrases)
            if (IsPhrase(pieces, at, words))
                return Of(kind, pieces.Skip(at + words.Length, "the"));

        return pieces.Look(at, Words, out var word) ? Of(word == 'j' ? 'e' : word, at + 1) : Of('e', at);
    }

    /// <summary>Bounding words behind a number: "or more", "or fewer", "or so".</summary>
    public static Bounds? After(Pieces pieces, int at) => !pieces.Is(at, "or") ? null
        : pieces.Is(at + 1, "more") ? Of('l', at + 2)
        : pieces.IsOneOf(at + 1, "fewer", "less") ? Of('h', at + 2)
        : pieces.Is(at + 1, "so") ? Of('a', at + 2) : null;

    private static Bounds Of(char kind, int end) => new(kind is 'l' or 'o', kind is 'h', kind is 'a' or 'n' or 'o', end) { Kind = kind };

    private static bool IsPhrase(Pieces pieces, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
            if (!pieces.Is(at + i, words[i]))
                return false;

        return true;
    }
}
