using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Tracing;

/// <summary>Finds the sentences of one text that the other tells in other words.</summary>
/// <remarks><b>Method.</b> The wording of two sentences is held against each other word by word, a word counting by how rare it is,
/// and one that is near in meaning by how near (after Corley and Mihalcea, 2005). Names and numbers play no part: whoever
/// tells the same event has them. <b>Cost.</b> Sentences without a telling word in common never meet.</remarks>
internal sealed class RewriteFinder(WordTable words)
{
    /// <summary>Least part of either sentence's wording that stands in the other in some form.</summary>
    private const double LeastShared = 0.63;

    /// <summary>Words this near in meaning are one put for the other.</summary>
    private const float Near = 0.55f;

    /// <summary>A text of more sentences is a book or a broken page: of those beyond nobody asks what was put otherwise.</summary>
    private const int MostSentences = 150;

    private const int LeastWording = 5;

    /// <summary>Of a sentence of which so much stands in the other word for word, nothing more is asked.</summary>
    private const double Whole = 0.8;

    private readonly Dictionary<TracedText, ImmutableArray<WordedSentence>> read = new(ReferenceEqualityComparer.Instance);

    /// <summary>The same with the rewritten sentences, where there are any.</summary>
    public SharedText Extend(TracedText left, TracedText right, SharedText shared)
    {
        var leftFree = Free(left, shared, isLeft: true);
        var found = new List<Stretch>();
        foreach (var sentence in leftFree.Count == 0 ? [] : Free(right, shared, isLeft: false))
        {
            var best = leftFree.Select(other => (Other: other, Score: Score(other, sentence)))
                .Where(pair => pair.Score >= LeastShared).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Other.First).FirstOrDefault();
            if (best.Other is { } other)
            {
                leftFree.Remove(other);
                found.Add(new Stretch((other.First, other.Last), (sentence.First, sentence.Last), 0, Same(left, other, right, sentence), 0, SharedKind.Rewritten));
            }
        }

        var extended = found.Count == 0 ? shared : With(left, right, shared, found);
        return extended.IsCopy ? extended : shared;
    }

    /// <summary>What both share with the rewritten sentences in place of the pieces that stand word for word in them.</summary>
    private static SharedText With(TracedText left, TracedText right, SharedText shared, List<Stretch> found)
    {
        var kept = shared.Stretches.Where(stretch => !found.Exists(f => IsIn(stretch.Left, f.Left) && IsIn(stretch.Right, f.Right)));
        ImmutableArray<Stretch> stretches = [.. kept.Concat(found).OrderBy(stretch => stretch.Right)];
        var own = stretches.Sum(stretch => stretch.Own);
        return shared with
        {
            Stretches = stretches,
            Own = own,
            Released = SharedText.ReleasedPart(left, right, stretches),
            LeftShare = Math.Min(1, (double)own / Math.Max(1, left.OwnWords)),
            RightShare = Math.Min(1, (double)own / Math.Max(1, right.OwnWords)),
        };
    }

    private static bool IsIn((int First, int Last) inner, (int First, int Last) outer) => outer.First <= inner.First && inner.Last <= outer.Last;

    /// <summary>How many words of the right sentence stand in the left one.</summary>
    private static int Same(TracedText left, WordedSentence leftSentence, TracedText right, WordedSentence rightSentence)
    {
        var keys = new HashSet<int>();
        for (var i = leftSentence.First; i <= leftSentence.Last; i++)
        {
            keys.Add(left.Words[i].Key);
        }

        var same = 0;
        for (var i = rightSentence.First; i <= rightSentence.Last; i++)
        {
            same += keys.Contains(right.Words[i].Key) ? 1 : 0;
        }

        return same;
    }

    /// <summary>The sentences that do not stand in the other text as a whole.</summary>
    private List<WordedSentence> Free(TracedText text, SharedText shared, bool isLeft)
    {
        var taken = new bool[text.Words.Length];
        foreach (var stretch in shared.Stretches)
        {
            var (first, last) = isLeft ? stretch.Left : stretch.Right;
            taken.AsSpan(first, last - first + 1).Fill(true);
        }

        return [.. Read(text).Where(sentence => taken.AsSpan(sentence.First, sentence.Last - sentence.First + 1).Count(true) < Whole * (sentence.Last - sentence.First + 1))];
    }

    /// <summary>The sentences of wording enough to be known again, read once a text.</summary>
    private ImmutableArray<WordedSentence> Read(TracedText text)
    {
        if (!read.TryGetValue(text, out var sentences))
        {
            read.Add(text, sentences = [.. text.Sentences.Select(sentence => Read(text, sentence)).OfType<WordedSentence>().Take(MostSentences)]);
        }

        return sentences;
    }

    private WordedSentence? Read(TracedText text, TracedSentence sentence)
    {
        var terms = ImmutableArray.CreateBuilder<WordedTerm>();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var word = text.Words[i];
            if (!word.IsSmall && !word.IsFact && text.KindOf(i) == SharedKind.Text)
            {
                var form = text.Article.Text.AsSpan(word.Start, word.End - word.Start).ToString().ToLowerInvariant();
                terms.Add(new WordedTerm(word.Key, words.Find(form), words.Idf(form)));
            }
        }

        return terms.Count < LeastWording ? null : new WordedSentence(sentence.First, sentence.End - 1, terms.ToImmutable());
    }

    /// <summary>The lesser of the two parts of wording that stand in the other sentence; 0 for sentences without common words.</summary>
    private double Score(WordedSentence left, WordedSentence right)
    {
        var same = 0;
        foreach (var term in right.Terms)
        {
            same += left.Has(term.Key) ? 1 : 0;
        }

        return same < WordedSentence.LeastSame ? 0 : Math.Min(Part(left, right), Part(right, left));
    }

    private double Part(WordedSentence of, WordedSentence within)
    {
        var (sum, whole) = (0.0, 0.0);
        foreach (var term in of.Terms)
        {
            whole += term.Weight;
            sum += term.Weight * (within.Has(term.Key) ? 1 : Nearest(term, within));
        }

        return whole == 0 ? 0 : sum / whole;
    }

    private float Nearest(WordedTerm term, WordedSentence within)
    {
        var best = 0f;
        foreach (var other in within.Terms)
        {
            best = Math.Max(best, words.Similarity(term.Number, other.Number));
        }

        return best >= Near ? best : 0;
    }
}
