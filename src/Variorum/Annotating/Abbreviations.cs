using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>How an abbreviation behaves towards its stop.</summary>
internal enum AbbreviationKind
{
    /// <summary>No abbreviation.</summary>
    None,

    /// <summary>Stands before a name: never ends a sentence.</summary>
    Title,

    /// <summary>May end a sentence.</summary>
    Word,

    /// <summary>One only before a number ("No. 5", "Sat. 12").</summary>
    Number,

    /// <summary>One only after a comma ("ERIE, Pa.").</summary>
    Place,
}

/// <summary>The abbreviations that keep their stop, and what their stops mean.</summary>
internal static class Abbreviations
{
    private static readonly Lazy<FrozenDictionary<string, AbbreviationKind>> Kinds = new(() =>
        Lexicon.Rows("abbreviations").ToFrozenDictionary(row => row[0], row => Enum.Parse<AbbreviationKind>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenSet<string>> Openers = new(() => Lexicon.Words("sentence-openers"));

    /// <summary>The kind of a word written without its stop.</summary>
    public static AbbreviationKind Find(ReadOnlySpan<char> word) =>
        word.Length <= 8 && Kinds.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var kind) ? kind : AbbreviationKind.None;

    /// <summary>Whether a capitalised word after a doubtful stop shows that a sentence has begun.</summary>
    public static bool Opens(ReadOnlySpan<char> word) =>
        word.Length > 0 && char.IsUpper(word[0]) && Openers.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
