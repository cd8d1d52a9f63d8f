using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>Finds a list's phrases among words that are cut already.</summary>
/// <remarks><b>Cost.</b> One look-up a word: a phrase is compared only where its first word stands.</remarks>
internal sealed class PhraseList
{
    private readonly FrozenDictionary<int, ImmutableArray<string>> byFirst;

    /// <param name="name">The word list's; each phrase begins with a letter or a digit.</param>
    public PhraseList(string name) =>
        byFirst = Lexicon.Words(name).GroupBy(FirstKey).ToFrozenDictionary(same => same.Key, same => same.Order(StringComparer.Ordinal).ToImmutableArray());

    /// <summary>Whether one of the phrases begins with one of the words and ends before the last word's end; case plays no part.</summary>
    public bool IsIn(string text, ReadOnlySpan<TracedWord> words)
    {
        foreach (ref readonly var word in words)
        {
            if (byFirst.TryGetValue(word.Key, out var phrases))
            {
                var rest = text.AsSpan(word.Start, words[^1].End - word.Start);
                foreach (var phrase in phrases)
                {
                    if (rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static int FirstKey(string phrase)
    {
        var end = phrase.AsSpan().IndexOf(' ');
        return WordKey.Of(end < 0 ? phrase : phrase.AsSpan(0, end));
    }
}
