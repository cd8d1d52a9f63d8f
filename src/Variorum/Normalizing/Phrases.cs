using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>Where a noun phrase ends: before a mark, the text's end or a word that cannot go on with it.</summary>
internal static class Phrases
{
    private static readonly FrozenSet<string> FunctionWords = Vocabulary.Words(
        [
            "a", "an", "the", "and", "or", "but", "nor", "so", "as", "at", "by", "for", "from", "in", "into", "of", "on", "onto", "to", "with",
            "without", "within", "after", "before", "during", "since", "until", "till", "through", "over", "under", "about", "around", "near", "when", "while",
            "where", "who", "which", "that", "whose", "if", "because", "though", "although", "than", "is", "are", "was", "were", "be", "been", "being", "has", "have",
            "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "not", "he", "she", "it", "they",
            "we", "i", "you", "his", "her", "its", "their", "our", "my", "this", "these", "those", "there", "then", "last", "next", "this", "just",
            "also", "only", "said", "says", "amid", "against", "between", "among", "despite", "following", "according", "via", "per", "both", "all", "both", "were",
        ]);

    /// <summary>Whether a piece is a word that opens a new phrase.</summary>
    public static bool IsFunctionWord(Pieces pieces, int at) => pieces.IsAny(at, FunctionWords);

    /// <summary>Whether no word of the same phrase follows.</summary>
    public static bool EndsAt(Pieces pieces, int at) => !pieces.IsWord(at) || IsFunctionWord(pieces, at);
}
