using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>Read-only tables of words, read in any case.</summary>
internal static class Vocabulary
{
    /// <summary>A set of words.</summary>
    public static FrozenSet<string> Words(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words and what they stand for.</summary>
    public static FrozenDictionary<string, T> Of<T>(params (string Word, T Meaning)[] rows) =>
        rows.ToFrozenDictionary(row => row.Word, row => row.Meaning, StringComparer.OrdinalIgnoreCase);
}
