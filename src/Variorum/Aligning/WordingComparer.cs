using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Aligning;

/// <summary>How near the wordings of two sentences are: the same words, a cut of them, or another translation.</summary>
/// <remarks><b>Method.</b> Each word of one is aligned to its nearest in the other, equal lemmas or near word vectors, and
/// counted by its rarity, in news and in the story; coverage both ways tells a cut (one way full) from another rendering (both ways high).</remarks>
internal sealed class WordingComparer(WordTable words, ImmutableArray<SpokenUnit> units)
{
    /// <summary>The rule for another rendering of a sentence.</summary>
    private const string NearWords = "near-words";

    /// <summary>Vectors less near than this are of different words. On the seeds' two translations of one sentence.</summary>
    private const float Near = 0.5f;

    /// <summary>A stretch in marks of no more words is a fragment.</summary>
    private const int LongestFragment = 8;

    /// <summary>So many words besides names must near wordings share.</summary>
    private const int FewestShared = 2;

    /// <summary>Inverse document frequency from which one word in marks is telling enough.</summary>
    private const float RareWord = 1.5f;

    /// <summary>A word that one sentence in so many has keeps all its weight.</summary>
    private const double FullShare = 10;

    /// <summary>A story of few sentences tells little of what it speaks of.</summary>
    private const double Smoothing = 5;

    /// <summary>Words that say nothing by themselves; they count a tenth.</summary>
    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
    [
        "the", "a", "an", "of", "to", "in", "on", "at", "for", "with", "by", "from", "and", "or", "but", "as", "that", "this", "these", "those", "it", "its",
        "be", "have", "do", "will", "would", "can", "could", "may", "should", "not", "he", "she", "they", "we", "i", "you", "his", "her", "their", "our", "my", "your",
        "which", "who", "what", "there", "so", "than", "also", "very", "'s", "’s", "n't", "is", "are", "was", "were",
    ], StringComparer.Ordinal);

    private readonly Dictionary<string, int> _holders = units.SelectMany(unit => unit.Words.Distinct(StringComparer.Ordinal)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>The words of a sentence that carry its meaning.</summary>
    public static IEnumerable<string> Telling(IEnumerable<string> words) => words.Where(word => !Empty.Contains(word));

    /// <summary>What joins two wordings; null where they are different sentences.</summary>
    public string? Rule(SpokenUnit left, SpokenUnit right)
    {
        var run = LongestRun(left.Words, right.Words, out var telling);
        if (run >= 6 && run >= 0.5 * Math.Min(left.Words.Length, right.Words.Length) && telling >= 3)
        {
            return "same-words";
        }

        var isOneVoice = left.IsOneVoice(right);
        if (HasFragmentOf(left, right, isOneVoice) || HasFragmentOf(right, left, isOneVoice))
        {
            return "same-fragment";
        }

        if (!isOneVoice)
        {
            return null;
        }

        var (there, back) = (Coverage(left.Words, right.Words), Coverage(right.Words, left.Words));
        var shorter = Math.Min(Telling(left.Words).Distinct(StringComparer.Ordinal).Count(), Telling(right.Words).Distinct(StringComparer.Ordinal).Count());
        var rule = RuleOf(there, back, shorter);
        rule = rule == NearWords && !SharesContent(left, right) ? null : rule;
        return rule ?? (HasCutOf(left, right) || HasCutOf(right, left) ? "cut-fragment" : null);
    }

    /// <summary>The thresholds were set on seven stories read by a person: at these no pair of different utterances was joined.</summary>
    private static string? RuleOf(double there, double back, int shorter)
    {
        var (less, more) = (Math.Min(there, back), Math.Max(there, back));
        // of few words, nearly all must be the other's
        if (shorter > 3 ? more >= 0.85 : shorter == 3 ? more >= 0.85 && less >= 0.6 : shorter == 2 && more >= 0.95 && less >= 0.7)
        {
            return "cut";
        }

        var harmonic = there + back > 0 ? 2 * there * back / (there + back) : 0;
        return harmonic >= 0.6 && less >= 0.5 && shorter >= 3 ? NearWords : null;
    }

    /// <summary>Whether two wordings share more than whom and what they speak of: names and one word of the matter are in whatever is said about it.</summary>
    private bool SharesContent(SpokenUnit left, SpokenUnit right)
    {
        var shared = 0;
        foreach (var word in Telling(left.Words).Distinct(StringComparer.Ordinal))
        {
            shared += !left.Names.Contains(word) && !right.Names.Contains(word) && Best(word, right.Words) > 0 ? 1 : 0;
        }

        return shared >= FewestShared;
    }

    /// <summary>Whether a few words that the one sets in marks stand in the other: in marks too, or, if there are more of them, without.</summary>
    private bool HasFragmentOf(SpokenUnit one, SpokenUnit other, bool isOneVoice)
    {
        foreach (var fragment in one.Marked.Where(fragment => fragment.Length is > 0 and <= LongestFragment))
        {
            var telling = Telling(fragment).Distinct(StringComparer.Ordinal).Count();
            var isMarked = other.Marked.Any(stretch => Holds(stretch, fragment));
            var needed = isOneVoice ? isMarked && IsRare(fragment) ? 1 : 2 : isMarked ? 2 : 3;
            if (telling >= needed && (isMarked || other.Marked.IsEmpty && Holds(other.Forms, fragment)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One word alone is hardly said twice by chance if it is rare enough.</summary>
    private bool IsRare(ImmutableArray<string> fragment) => fragment.Length > 1 || fragment[0].Length > 4 && words.Idf(fragment[0]) >= RareWord;

    private static bool Holds(ImmutableArray<string> words, ImmutableArray<string> run) => words.AsSpan().IndexOf(run.AsSpan()) >= 0;

    /// <summary>Whether words that the one sets in marks are a cut, or another rendering, of the other's.</summary>
    private bool HasCutOf(SpokenUnit one, SpokenUnit other) =>
        one.MarkedLemmas.Any(run => run.Length <= LongestFragment && Telling(run).Count() >= 4 && Coverage(run, other.Words) >= 0.85);

    private double Coverage(ImmutableArray<string> from, ImmutableArray<string> to)
    {
        var (covered, all) = (0.0, 0.0);
        foreach (var word in from)
        {
            var weight = Weight(word);
            all += weight;
            covered += weight * Best(word, to);
        }

        return all > 0 ? covered / all : 0;
    }

    private double Weight(string word) => Empty.Contains(word) ? 0.1 : Math.Max(1, words.Idf(word)) * Share(word);

    /// <summary>How much of its weight a word keeps: one that much of the story speaks of says little of which sentence it is.</summary>
    private double Share(string word) => Math.Min(1, Math.Log((units.Length + Smoothing) / (_holders.GetValueOrDefault(word) + 0.5)) / Math.Log(FullShare));

    private double Best(string word, ImmutableArray<string> others)
    {
        var best = 0f;
        foreach (var other in others)
        {
            if (string.Equals(word, other, StringComparison.Ordinal))
            {
                return 1;
            }

            best = Empty.Contains(word) || Empty.Contains(other) ? best : Math.Max(best, words.Similarity(word, other));
        }

        return best >= Near ? best : 0;
    }

    private static int LongestRun(ImmutableArray<string> left, ImmutableArray<string> right, out int telling)
    {
        var (before, now, best, end) = (new int[right.Length + 1], new int[right.Length + 1], 0, 0);
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = 0; j < right.Length; j++)
            {
                now[j + 1] = string.Equals(left[i], right[j], StringComparison.Ordinal) ? before[j] + 1 : 0;
                (best, end) = now[j + 1] > best ? (now[j + 1], i + 1) : (best, end);
            }

            (before, now) = (now, before);
        }

        telling = left.AsSpan(end - best, best).ToArray().Count(word => !Empty.Contains(word));
        return best;
    }
}
