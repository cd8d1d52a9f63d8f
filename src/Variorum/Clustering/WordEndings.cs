using System.Collections.Immutable;

namespace Variorum.Clustering;

/// <summary>Takes the endings of plurals and verbs off words whose part of speech is not known.</summary>
internal static class WordEndings
{
    private const int LeastStem = 3;

    private static readonly ImmutableArray<(string Ending, string Instead)> Endings =
    [
        ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ];

    /// <summary>The first stem that is known, a doubled letter at its end made single ("stopped"); null for none.</summary>
    public static string? Strip(string word, Func<string, bool> isKnown)
    {
        foreach (var (ending, instead) in Endings)
        {
            var length = word.Length - ending.Length;
            if (length < LeastStem || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = word[..length] + instead;
            if (isKnown(stem))
            {
                return stem;
            }

            if (instead.Length == 0 && word[length - 1] == word[length - 2] && isKnown(word[..(length - 1)]))
            {
                return word[..(length - 1)];
            }
        }

        return null;
    }
}
