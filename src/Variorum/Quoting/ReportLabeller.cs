using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>What a word is in a report; for all but the content also whether any content stands before it.</summary>
internal enum ReportLabel : byte
{
    /// <summary>No part of it, with nothing of it before.</summary>
    None,

    /// <summary>No part of it, between its parts, before any content.</summary>
    Outside,

    /// <summary>Who, before any content.</summary>
    Source,

    /// <summary>The words that make it a report, before any content.</summary>
    Cue,

    /// <summary>What was said.</summary>
    Content,

    /// <summary>No part of it, behind content.</summary>
    OutsideBehind,

    /// <summary>Who, behind content.</summary>
    SourceBehind,

    /// <summary>The words that make it a report, behind content.</summary>
    CueBehind,
}

/// <summary>What may stand beside what.</summary>
internal static class ReportLabels
{
    /// <summary>How many labels there are.</summary>
    public const int Count = 8;

    /// <summary>Whether one label may follow another: what stands behind content stays behind it.</summary>
    public static bool MayFollow(ReportLabel before, ReportLabel after) => before switch
    {
        ReportLabel.None => after is not (ReportLabel.Outside or ReportLabel.OutsideBehind or ReportLabel.SourceBehind or ReportLabel.CueBehind),
        ReportLabel.Outside or ReportLabel.Source or ReportLabel.Cue => after is ReportLabel.Outside or ReportLabel.Source or ReportLabel.Cue or ReportLabel.Content,
        _ => after is ReportLabel.Content or ReportLabel.OutsideBehind or ReportLabel.SourceBehind or ReportLabel.CueBehind,
    };

    /// <summary>Whether a report may begin with a label.</summary>
    public static bool MayOpen(ReportLabel label) => label is ReportLabel.None or ReportLabel.Source or ReportLabel.Cue or ReportLabel.Content;

    /// <summary>Whether a report may end with a label: there is none, or content stood there.</summary>
    public static bool MayClose(ReportLabel label) => label is ReportLabel.None or ReportLabel.Content or ReportLabel.OutsideBehind or ReportLabel.SourceBehind or ReportLabel.CueBehind;

    /// <summary>The same label before content, and behind it.</summary>
    public static ReportLabel Behind(ReportLabel label) => label switch
    {
        ReportLabel.Source => ReportLabel.SourceBehind,
        ReportLabel.Cue => ReportLabel.CueBehind,
        ReportLabel.Content => ReportLabel.Content,
        _ => ReportLabel.OutsideBehind,
    };

    public static bool IsSource(ReportLabel label) => label is ReportLabel.Source or ReportLabel.SourceBehind;

    public static bool IsCue(ReportLabel label) => label is ReportLabel.Cue or ReportLabel.CueBehind;

    public static bool IsContent(ReportLabel label) => label is ReportLabel.Content;
}

/// <summary>Tells, for one cue, which words of its sentence are source, cue and content.</summary>
/// <remarks>
/// <para><b>Method.</b> A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) over the places of a
/// <see cref="ReportScene"/>; the best sequence after Viterbi (1967).</para>
/// <para><b>Cost.</b> Linear in the sentence, for each cue.</para>
/// </remarks>
internal sealed class ReportLabeller(HashedWeights places, HashedWeights steps)
{
    private const int Labels = ReportLabels.Count;

    /// <summary>What one unit of a score is worth.</summary>
    public float Step => places.Step;

    private readonly LogSums _sums = new(places.Step);

    private const int Barred = -(1 << 20);

    /// <summary>Which label may follow which: nothing, or what the move costs.</summary>
    private static readonly int[] Moves = [.. from before in Enumerable.Range(0, Labels) from after in Enumerable.Range(0, Labels)
                                             select ReportLabels.MayFollow((ReportLabel)before, (ReportLabel)after) ? 0 : Barred];

    /// <summary>The best labels of a scene's places that are not all outside.</summary>
    /// <param name="scene">The sentence seen from its cue.</param>
    /// <param name="labels">As many as the scene has places.</param>
    /// <returns>The log-odds that there is a report at all, in steps of the model, summed over all ways to label it.</returns>
    public int Label(ReportScene scene, Span<ReportLabel> labels)
    {
        var count = scene.Length;
        var back = new byte[count * Labels];
        Span<uint> features = stackalloc uint[ReportFeatures.Count];
        Span<uint> stepFeatures = stackalloc uint[ReportFeatures.StepCount];
        Span<int> best = stackalloc int[Labels];
        Span<int> next = stackalloc int[Labels];
        Span<int> sums = stackalloc int[Labels];
        Span<int> node = stackalloc int[Labels];
        Span<int> step = stackalloc int[Labels * Labels];
        for (var i = 0; i < count; i++)
        {
            ReportFeatures.Fill(scene, i, features);
            node.Clear();
            places.Score(features, node);
            if (i == 0)
            {
                Open(node, best);
                best.CopyTo(sums);
                continue;
            }

            ReportFeatures.FillStep(scene, i, stepFeatures);
            Moves.CopyTo(step);
            steps.Score(stepFeatures, step);
            Advance(best, node, step, next, back.AsSpan(i * Labels, Labels));
            next.CopyTo(best);
            AdvanceSums(sums, node, step, next);
            next.CopyTo(sums);
        }

        Close(best);
        Close(sums);
        Trace(best, back, labels[..count]);
        var some = sums[1];
        for (var label = 2; label < Labels; label++)
        {
            some = _sums.Add(some, sums[label]);
        }

        return some - sums[0];
    }

    private static void Open(ReadOnlySpan<int> node, Span<int> best)
    {
        for (var label = 0; label < Labels; label++)
        {
            best[label] = node[label] + (ReportLabels.MayOpen((ReportLabel)label) ? 0 : Barred);
        }
    }

    private static void Close(Span<int> scores)
    {
        for (var label = 0; label < Labels; label++)
        {
            scores[label] += ReportLabels.MayClose((ReportLabel)label) ? 0 : Barred;
        }
    }

    private static void Advance(ReadOnlySpan<int> best, ReadOnlySpan<int> node, ReadOnlySpan<int> step, Span<int> next, Span<byte> back)
    {
        for (var to = 0; to < Labels; to++)
        {
            var from = 0;
            for (var other = 1; other < Labels; other++)
            {
                from = best[other] + step[(other * Labels) + to] > best[from] + step[(from * Labels) + to] ? other : from;
            }

            next[to] = best[from] + step[(from * Labels) + to] + node[to];
            back[to] = (byte)from;
        }
    }

    private void AdvanceSums(ReadOnlySpan<int> sums, ReadOnlySpan<int> node, ReadOnlySpan<int> step, Span<int> next)
    {
        for (var to = 0; to < Labels; to++)
        {
            var sum = sums[0] + step[to];
            for (var from = 1; from < Labels; from++)
            {
                sum = _sums.Add(sum, sums[from] + step[(from * Labels) + to]);
            }

            next[to] = sum + node[to];
        }
    }

    private static void Trace(ReadOnlySpan<int> best, ReadOnlySpan<byte> back, Span<ReportLabel> labels)
    {
        var last = 1 + LinearModel.Best(best[1..]);
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (ReportLabel)last;
            last = back[(i * Labels) + last];
        }
    }
}
