using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>Guesses for every word how likely it is somebody's words, a source or a cue, of whatever report: what the labeller leans on.</summary>
/// <remarks>
/// <para><b>Method.</b> A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) over a whole paragraph,
/// so that what stands in marks goes on from sentence to sentence; its marginals by forward and backward sums.</para>
/// <para><b>Cost.</b> Linear. Whole numbers: logs of sums come from a table.</para>
/// </remarks>
internal sealed class SpeechTagger(HashedWeights words, HashedWeights steps)
{
    /// <summary>How many labels there are: none, source, cue, content.</summary>
    public const int Labels = 4;

    /// <summary>A paragraph longer than this is tagged in pieces: memory stays bounded whatever a page contains.</summary>
    private const int LongestPiece = 1000;

    private readonly LogSums _sums = new(words.Step);

    /// <summary>Fills the text's hints.</summary>
    public void Tag(ReportText text)
    {
        foreach (var piece in Pieces(text))
        {
            TagPiece(text, piece);
        }
    }

    /// <summary>The paragraphs as ranges of words, the longest cut.</summary>
    public static IEnumerable<TextRange> Pieces(ReportText text)
    {
        var sentences = text.Document.Sentences;
        for (var i = 0; i < sentences.Length;)
        {
            var end = i + 1;
            while (end < sentences.Length && sentences[end].Paragraph == sentences[i].Paragraph)
            {
                end++;
            }

            for (var first = sentences[i].First; first < sentences[end - 1].End; first += LongestPiece)
            {
                yield return new TextRange(first, Math.Min(first + LongestPiece, sentences[end - 1].End));
            }

            i = end;
        }
    }

    private void TagPiece(ReportText text, TextRange piece)
    {
        var count = piece.End - piece.First;
        var node = new int[count * Labels];
        var step = new int[count * Labels * Labels];
        Span<uint> features = stackalloc uint[SpeechFeatures.Count];
        Span<uint> stepFeatures = stackalloc uint[SpeechFeatures.StepCount];
        for (var i = 0; i < count; i++)
        {
            SpeechFeatures.Fill(text, piece, piece.First + i, features);
            words.Score(features, node.AsSpan(i * Labels, Labels));
            if (i > 0)
            {
                SpeechFeatures.FillStep(text, piece, piece.First + i, stepFeatures);
                steps.Score(stepFeatures, step.AsSpan(i * Labels * Labels, Labels * Labels));
            }
        }

        Weigh(text, piece, node, step);
    }

    private void Weigh(ReportText text, TextRange piece, int[] node, int[] step)
    {
        var count = piece.End - piece.First;
        var (forward, backward) = (new int[count * Labels], new int[count * Labels]);
        node.AsSpan(0, Labels).CopyTo(forward);
        for (var i = 1; i < count; i++)
        {
            for (var to = 0; to < Labels; to++)
            {
                var sum = forward[(i - 1) * Labels] + step[(i * Labels * Labels) + to];
                for (var from = 1; from < Labels; from++)
                {
                    sum = _sums.Add(sum, forward[((i - 1) * Labels) + from] + step[(i * Labels * Labels) + (from * Labels) + to]);
                }

                forward[(i * Labels) + to] = sum + node[(i * Labels) + to];
            }
        }

        for (var i = count - 1; i >= 0; i--)
        {
            for (var from = 0; from < Labels && i + 1 < count; from++)
            {
                var sum = backward[(i + 1) * Labels] + node[(i + 1) * Labels] + step[((i + 1) * Labels * Labels) + (from * Labels)];
                for (var to = 1; to < Labels; to++)
                {
                    sum = _sums.Add(sum, backward[((i + 1) * Labels) + to] + node[((i + 1) * Labels) + to] + step[((i + 1) * Labels * Labels) + (from * Labels) + to]);
                }

                backward[(i * Labels) + from] = sum;
            }

            text.SetHint(piece.First + i, Hint(forward.AsSpan(i * Labels, Labels), backward.AsSpan(i * Labels, Labels)));
        }
    }

    private Hint Hint(ReadOnlySpan<int> forward, ReadOnlySpan<int> backward)
    {
        Span<float> odds = stackalloc float[Labels];
        for (var label = 1; label < Labels; label++)
        {
            var rest = int.MinValue / 2;
            for (var other = 0; other < Labels; other++)
            {
                rest = other == label ? rest : _sums.Add(rest, forward[other] + backward[other]);
            }

            odds[label] = (forward[label] + backward[label] - rest) * words.Step;
        }

        return Quoting.Hint.Of(odds[1], odds[2], odds[3]);
    }
}

/// <summary>Logs of sums, from the logs of their terms, in whole steps.</summary>
internal sealed class LogSums(float step)
{
    /// <summary>What a smaller term adds to a greater one, by how many steps they are apart.</summary>
    private readonly int[] _more = [.. Enumerable.Range(0, (int)(5 / step)).Select(apart => (int)Math.Round(Math.Log(1 + Math.Exp(-apart * step)) / step))];

    public int Add(int left, int right)
    {
        var apart = Math.Abs(left - right);
        return Math.Max(left, right) + (apart < _more.Length ? _more[apart] : 0);
    }
}

/// <summary>How likely a word is a source, a cue and content, each in six steps from hardly to surely.</summary>
internal readonly record struct Hint(byte Source, byte Cue, byte Content)
{
    /// <summary>What stands outside a sentence.</summary>
    public static Hint None { get; } = new(15, 15, 15);

    /// <summary>From log-odds.</summary>
    public static Hint Of(float source, float cue, float content) => new(Step(source), Step(cue), Step(content));

    /// <summary>All three as one number.</summary>
    public uint All => (uint)Source << 8 | (uint)Cue << 4 | Content;

    private static byte Step(float odds) => odds switch
    {
        < -3 => 0,
        < -1 => 1,
        < 0 => 2,
        < 1 => 3,
        < 3 => 4,
        _ => 5,
    };
}
