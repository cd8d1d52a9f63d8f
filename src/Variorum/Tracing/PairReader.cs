using System.Runtime.InteropServices;

namespace Variorum.Tracing;

/// <summary>Reads what two articles share. Not for two threads: its memory is used again from pair to pair.</summary>
internal sealed class PairReader
{
    /// <summary>Least share of a sentence's words for it to be the other's.</summary>
    private const double LeastOfSentence = 0.65;

    /// <summary>The same for a sentence short enough to be like another by chance.</summary>
    private const double LeastOfShort = 0.8;

    private const int Gram = 8;
    private const int Short = 12;
    private const int LeastWords = 6;

    private readonly StretchFinder finder = new();
    private readonly List<WordRun> runs = [];
    private readonly SortedDictionary<int, int> sentences = [];

    /// <returns>Null where they share no stretch at all.</returns>
    public SharedText? Read(TracedText left, TracedText right)
    {
        var stretches = finder.Find(left, right, runs);
        if (stretches.Count == 0)
        {
            return null;
        }

        var own = 0;
        foreach (var stretch in stretches)
        {
            own += stretch.Own;
        }

        return new SharedText(
            [.. stretches],
            own,
            (Covered(left, right, isLeft: true), Covered(left, right, isLeft: false)),
            own == 0 ? 0 : Math.Min(1, (double)own / Math.Max(1, left.OwnWords)),
            own == 0 ? 0 : Math.Min(1, (double)own / Math.Max(1, right.OwnWords)))
        {
            Released = SharedText.ReleasedPart(left, right, stretches),
            Run = Longest(left, right, out var grams),
            Verbatim = Math.Min(1, (double)grams / Math.Max(1, Math.Min(left.Words.Length, right.Words.Length) - Gram + 1)),
        };
    }

    /// <summary>The longest run of own words, and how many eights of words in a row there are, quoted ones too.</summary>
    private int Longest(TracedText left, TracedText right, out int grams)
    {
        var longest = 0;
        grams = 0;
        foreach (var run in CollectionsMarshal.AsSpan(runs))
        {
            var length = 0;
            for (var i = 0; i < run.Length; i++)
            {
                length = left.KindOf(run.Left + i) == SharedKind.Text && right.KindOf(run.Right + i) == SharedKind.Text ? length + 1 : 0;
                longest = Math.Max(longest, length);
            }

            grams += Math.Max(0, run.Length - Gram + 1);
        }

        return longest;
    }

    /// <summary>How many sentences of the one stand in the other almost whole.</summary>
    private int Covered(TracedText left, TracedText right, bool isLeft)
    {
        sentences.Clear();
        foreach (var run in CollectionsMarshal.AsSpan(runs))
        {
            for (var i = 0; i < run.Length; i++)
            {
                if (left.KindOf(run.Left + i) == SharedKind.Text && right.KindOf(run.Right + i) == SharedKind.Text)
                {
                    var sentence = isLeft ? left.Words[run.Left + i].Sentence : right.Words[run.Right + i].Sentence;
                    sentences[sentence] = sentences.GetValueOrDefault(sentence) + 1;
                }
            }
        }

        var covered = 0;
        foreach (var (sentence, words) in sentences)
        {
            var length = OwnWords(isLeft ? left : right, sentence);
            covered += length >= LeastWords && words >= (length < Short ? LeastOfShort : LeastOfSentence) * length ? 1 : 0;
        }

        return covered;
    }

    private static int OwnWords(TracedText text, int sentence)
    {
        var words = 0;
        for (var i = text.Sentences[sentence].First; i < text.Sentences[sentence].End; i++)
        {
            words += text.Words[i].IsQuoted ? 0 : 1;
        }

        return words;
    }
}
