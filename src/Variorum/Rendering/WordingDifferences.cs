using System.Collections.Immutable;
using System.Text;

namespace Variorum.Rendering;

/// <summary>A word of a wording, white space after it included.</summary>
/// <param name="Text">As printed.</param>
/// <param name="IsVariant">Whether another account has something else here.</param>
public readonly record struct WordingWord(string Text, bool IsVariant);

/// <summary>Finds the words in which wordings of one utterance differ.</summary>
/// <remarks><b>Method.</b> Longest common subsequence of folded words between the first wording and each other. What one of
/// the two lacks at its beginning or end is a cut, not a variant, and is not marked; nor are two that share less than half.</remarks>
public static class WordingDifferences
{
    /// <summary>Above this many words a wording is left unmarked: the table would grow with the square.</summary>
    private const int MaxWords = 400;

    /// <summary>The words of each wording, the first of them the fullest.</summary>
    public static ImmutableArray<ImmutableArray<WordingWord>> Of(IReadOnlyList<string> wordings)
    {
        ArgumentNullException.ThrowIfNull(wordings);
        var words = wordings.Select(Split).ToArray();
        var variant = words.Select(w => new bool[w.Length]).ToArray();
        for (var other = 1; other < words.Length; other++)
        {
            if (words[0].Length <= MaxWords && words[other].Length <= MaxWords && IsQuoted(wordings[0]) == IsQuoted(wordings[other]))
            {
                Mark(words[0], words[other], variant[0], variant[other]);
            }
        }

        return [.. words.Select((w, i) => w.Select((word, k) => new WordingWord(word, variant[i][k])).ToImmutableArray())];
    }

    /// <summary>Reported speech differs from quoted speech everywhere: its person and tense are no variants.</summary>
    private static bool IsQuoted(string wording) => wording.StartsWith('“');

    private static void Mark(string[] first, string[] other, bool[] variantsOfFirst, bool[] variantsOfOther)
    {
        var pairs = Align([.. first.Select(Fold)], [.. other.Select(Fold)]);
        if (pairs.Count == 0 || pairs.Count * 2 < Math.Min(first.Length, other.Length))
        {
            return;
        }

        for (var k = 1; k < pairs.Count; k++)
        {
            variantsOfFirst.AsSpan(pairs[k - 1].First + 1, pairs[k].First - pairs[k - 1].First - 1).Fill(true);
            variantsOfOther.AsSpan(pairs[k - 1].Other + 1, pairs[k].Other - pairs[k - 1].Other - 1).Fill(true);
        }
    }

    /// <summary>The words of a longest common subsequence, pair by pair.</summary>
    internal static List<(int First, int Other)> Align(string[] first, string[] other)
    {
        var length = new int[first.Length + 1, other.Length + 1];
        for (var i = first.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
            {
                length[i, j] = first[i] == other[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var pairs = new List<(int First, int Other)>();
        for (int i = 0, j = 0; i < first.Length && j < other.Length;)
        {
            if (first[i] == other[j])
            {
                pairs.Add((i++, j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.Length > 0 ? folded.ToString() : word;
    }
}
