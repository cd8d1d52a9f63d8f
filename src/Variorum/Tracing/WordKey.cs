using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>What two words have in common that are one word in another form: "votes", "voted" and "voting" are one.</summary>
/// <remarks><b>Method.</b> The hash (FNV-1a) of the word in lower case without its common endings; no dictionary, since a
/// window of articles is compared by it.</remarks>
internal static class WordKey
{
    /// <summary>No longer word is too frequent to tell anything.</summary>
    public const int LongestSmall = 5;

    private const int LongestWord = 40;

    private static readonly Lazy<FrozenSet<int>> Small = new(() => Lexicon.Words("small-words").Select(word => Of(word)).ToFrozenSet());

    /// <summary>The key of a word; what follows an apostrophe plays no part.</summary>
    public static int Of(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = 0;
        for (var i = 0; i < word.Length && length < LongestWord && !IsApostrophe(word[i]); i++)
        {
            var c = word[i];
            folded[length++] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < 0x80 ? c : char.ToLowerInvariant(c);
        }

        var hash = 2166136261u;
        foreach (var c in folded[..Stem(folded[..length])])
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)hash;
    }

    public static bool IsSmall(int key) => Small.Value.Contains(key);

    public static bool IsApostrophe(char c) => c is '\'' or '’';

    /// <summary>How much of a word stands without its ending.</summary>
    private static int Stem(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        if (length > 3 && word[length - 1] == 's' && word[length - 2] is not ('s' or 'u' or 'i'))
        {
            length--;
        }

        length -= length switch
        {
            > 5 when word[..length].EndsWith("ing") => 3,
            > 4 when word[..length].EndsWith("ed") => 2,
            > 4 when word[length - 1] is 'e' or 'y' => 1,
            > 4 when word[..length].EndsWith("ie") => 2,
            _ => 0,
        };
        return length > 4 && word[length - 1] == 'i' ? length - 1 : length;
    }
}
