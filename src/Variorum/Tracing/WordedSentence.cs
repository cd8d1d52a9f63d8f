using System.Collections.Immutable;

namespace Variorum.Tracing;

/// <summary>A telling word: its key, its number in the table of words, and how rare it is.</summary>
internal readonly record struct WordedTerm(int Key, int Number, float Weight);

/// <summary>A sentence by its wording, names and numbers aside.</summary>
/// <param name="first">Its first word.</param>
/// <param name="last">Its last word.</param>
/// <param name="terms">Its telling words.</param>
internal sealed class WordedSentence(int first, int last, ImmutableArray<WordedTerm> terms)
{
    /// <summary>Telling words that two must share to be held against each other.</summary>
    public const int LeastSame = 3;

    public int First => first;

    public int Last => last;

    public ImmutableArray<WordedTerm> Terms => terms;

    public bool Has(int key)
    {
        foreach (var term in terms)
        {
            if (term.Key == key)
            {
                return true;
            }
        }

        return false;
    }
}
