using System.Runtime.InteropServices;

namespace Variorum.Tracing;

/// <summary>Joins the runs of words that two texts share to stretches of one paragraph.</summary>
/// <remarks><b>Method.</b> Runs follow one another with a few words cut, put in or put otherwise between them; within one sentence
/// they may also change places. Runs that stay short and alone are chance ("told a news conference on Friday").</remarks>
internal sealed class StretchFinder
{
    /// <summary>Most words between two runs of a stretch.</summary>
    private const int Gap = 12;

    /// <summary>Stretches that a run may still join.</summary>
    private const int Open = 5;

    private const int LeastWords = 6;
    private const int LeastTelling = 3;

    /// <summary>Least share of a stretch's words, on either side, that stand in the other.</summary>
    private const double LeastShared = 0.4;

    /// <summary>The same for one that shows whose wording it is.</summary>
    private const double LeastOfStrong = 0.6;

    /// <summary>Fewer words in a row come to two writers' minds ("was taken to a hospital, where he died").</summary>
    private const int LongRun = 8;

    private readonly RunFinder finder = new();
    private readonly List<Draft> drafts = [];
    private readonly List<Stretch> stretches = [];

    /// <summary>Fills <paramref name="taken"/> with the runs of the stretches that were found.</summary>
    /// <returns>The stretches, by their place in the right text. The list is the finder's own and lives until the next call.</returns>
    public List<Stretch> Find(TracedText left, TracedText right, List<WordRun> taken)
    {
        drafts.Clear();
        stretches.Clear();
        taken.Clear();
        foreach (var run in finder.Find(left, right))
        {
            JoinByLine(left, right, run);
        }

        foreach (var draft in drafts)
        {
            if (Make(left, right, draft) is { } stretch)
            {
                stretches.Add(stretch);
                taken.AddRange(draft.Runs);
            }
        }

        stretches.Sort(static (x, y) => x.Right.CompareTo(y.Right));
        return stretches;
    }

    /// <summary>Joins a run, cut where either text begins a new paragraph.</summary>
    private void JoinByLine(TracedText left, TracedText right, WordRun run)
    {
        var first = 0;
        for (var i = 1; i <= run.Length; i++)
        {
            if (i == run.Length || left.LineOf(run.Left + i) != left.LineOf(run.Left + first) || right.LineOf(run.Right + i) != right.LineOf(run.Right + first))
            {
                Join(left, right, new WordRun(run.Left + first, run.Right + first, i - first));
                first = i;
            }
        }
    }

    private void Join(TracedText left, TracedText right, WordRun run)
    {
        for (var i = drafts.Count - 1; i >= Math.Max(0, drafts.Count - Open); i--)
        {
            if (drafts[i].Takes(left, right, run))
            {
                drafts[i].Add(run);
                return;
            }
        }

        drafts.Add(new Draft(run));
    }

    private static Stretch? Make(TracedText left, TracedText right, Draft draft)
    {
        if (!draft.IsDense(LeastShared))
        {
            draft.KeepLongest();
        }

        var (words, telling) = draft.Count(left);
        if (words < LeastWords || telling < LeastTelling)
        {
            return null;
        }

        Span<int> kinds = stackalloc int[Enum.GetValues<SharedKind>().Length];
        var wording = 0;
        var isStrong = draft.IsDense(LeastOfStrong) && draft.Runs.Max(run => run.Length) >= LongRun;
        foreach (var run in CollectionsMarshal.AsSpan(draft.Runs))
        {
            for (var i = 0; i < run.Length; i++)
            {
                var kind = KindOf(left, run.Left + i, right, run.Right + i);
                kinds[(int)kind]++;
                wording += isStrong && kind == SharedKind.Text && !left.Words[run.Left + i].IsFact ? 1 : 0;
            }
        }

        var own = kinds[(int)SharedKind.Text];
        return new Stretch(draft.Left, draft.Right, words, own, wording, own >= LeastWords || own * 2 >= words ? SharedKind.Text : Greatest(kinds));
    }

    /// <summary>Text of its own is only what is so in both.</summary>
    private static SharedKind KindOf(TracedText left, int leftWord, TracedText right, int rightWord) =>
        left.KindOf(leftWord) is not SharedKind.Text and var kind ? kind : right.KindOf(rightWord);

    private static SharedKind Greatest(ReadOnlySpan<int> kinds)
    {
        var best = SharedKind.Quote;
        for (var i = (int)SharedKind.Quote; i < kinds.Length; i++)
        {
            best = kinds[i] > kinds[(int)best] ? (SharedKind)i : best;
        }

        return best;
    }

    /// <summary>A stretch as far as it is known.</summary>
    private sealed class Draft(WordRun begin)
    {
        private int words = begin.Length;

        public List<WordRun> Runs { get; } = [begin];

        public (int First, int Last) Left { get; private set; } = (begin.Left, begin.Left + begin.Length - 1);

        public (int First, int Last) Right { get; private set; } = (begin.Right, begin.Right + begin.Length - 1);

        /// <summary>Whether a run goes on where the stretch ends, or stands in the same sentence of both.</summary>
        public bool Takes(TracedText left, TracedText right, WordRun next)
        {
            var (leftGap, rightGap) = (next.Left - Left.Last - 1, next.Right - Right.Last - 1);
            var follows = leftGap <= Gap && rightGap is >= 0 and <= Gap && leftGap + rightGap <= 4 + words + next.Length;
            return follows
                ? left.LineOf(next.Left) == left.LineOf(Left.Last) && right.LineOf(next.Right) == right.LineOf(Right.Last)
                : left.Words[next.Left].Sentence == left.Words[Left.Last].Sentence && IsInside(right, next.Right, Right) && IsInside(right, next.Right + next.Length - 1, Right);
        }

        public void Add(WordRun next)
        {
            Runs.Add(next);
            words += next.Length;
            Left = (Math.Min(Left.First, next.Left), Math.Max(Left.Last, next.Left + next.Length - 1));
            Right = (Math.Min(Right.First, next.Right), Math.Max(Right.Last, next.Right + next.Length - 1));
        }

        /// <summary>How many words it shares, and how many of those tell something.</summary>
        public (int Words, int Telling) Count(TracedText left)
        {
            var telling = 0;
            foreach (var run in CollectionsMarshal.AsSpan(Runs))
            {
                for (var i = 0; i < run.Length; i++)
                {
                    telling += left.Words[run.Left + i].IsSmall ? 0 : 1;
                }
            }

            return (words, telling);
        }

        public bool IsDense(double least) =>
            words >= least * (Left.Last - Left.First + 1) && words >= least * (Right.Last - Right.First + 1);

        public void KeepLongest()
        {
            var longest = Runs.MaxBy(one => one.Length);
            Runs.Clear();
            Runs.Add(longest);
            words = longest.Length;
            Left = (longest.Left, longest.Left + longest.Length - 1);
            Right = (longest.Right, longest.Right + longest.Length - 1);
        }

        private static bool IsInside(TracedText text, int word, (int First, int Last) span) =>
            text.Words[word].Sentence >= text.Words[span.First].Sentence && text.Words[word].Sentence <= text.Words[span.Last].Sentence;
    }
}
