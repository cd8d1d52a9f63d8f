using System.Runtime.Intrinsics;

namespace Variorum.Quoting;

/// <summary>The chain of labels along a scene's places.</summary>
/// <remarks>
/// <para><b>Method.</b> A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001): the best sequence after Viterbi
/// (1967) in whole steps, and the sum over all sequences by the forward algorithm (Baum, 1972), scaled at each place. The eight
/// labels of a place are one vector.</para>
/// <para><b>Order.</b> Sums run in one order, and the log-odds are rounded to steps.</para>
/// </remarks>
internal sealed class ReportChain
{
    private const int Labels = ReportLabels.Count;

    /// <summary>Log-odds of what is certain, one way or the other.</summary>
    private const float Most = 99;

    /// <summary>The powers of e that count, by how many steps below nothing.</summary>
    private static readonly float[] Powers = [.. Enumerable.Range(0, 2048).Select(steps => (float)Math.Exp(-steps * ReportNetwork.Step)), 0];

    private static readonly Vector256<int> Opening = Each(ReportLabels.CostToOpen);
    private static readonly Vector256<int> Closing = Each(ReportLabels.CostToClose);

    private readonly int[] moves;
    private readonly float[] chances;

    /// <param name="moves">What each move onto a place of each kind is worth, in steps, label by label from which and to which.</param>
    public ReportChain(int[] moves) => (this.moves, chances) = (moves, Array.ConvertAll(moves, move => (float)Math.Exp(move * ReportNetwork.Step)));

    /// <summary>The best labels of some places that are not all outside.</summary>
    /// <param name="scores">Of each place the scores of its labels, in steps.</param>
    /// <param name="kinds">Of each place the kind of the move onto it.</param>
    /// <param name="back">Room for as many as there are scores.</param>
    /// <param name="labels">Receives them.</param>
    /// <returns>The log-odds that there is a report at all, summed over all ways to label the places.</returns>
    public float Label(ReadOnlySpan<int> scores, ReadOnlySpan<int> kinds, Span<byte> back, Span<ReportLabel> labels)
    {
        var count = kinds.Length;
        Span<float> power = stackalloc float[Labels];
        var best = Vector256.Create(scores) + Opening;
        var sums = Vector256.ConditionalSelect(Vector256.Equals(Opening, Vector256<int>.Zero).AsSingle(), Power(scores, power), Vector256<float>.Zero);
        for (var i = 1; i < count; i++)
        {
            var own = scores.Slice(i * Labels, Labels);
            var start = kinds[i] * ReportLabels.Moves;
            best = Advance(best, moves.AsSpan(start, ReportLabels.Moves), back.Slice(i * Labels, Labels)) + Vector256.Create(own);
            sums = Advance(sums, chances.AsSpan(start, ReportLabels.Moves), power) * Power(own, power);
        }

        best += Closing;
        Trace(best, back, labels[..count]);
        sums = Vector256.ConditionalSelect(Vector256.Equals(Closing, Vector256<int>.Zero).AsSingle(), sums, Vector256<float>.Zero);
        var some = 0f;
        for (var label = 1; label < Labels; label++)
        {
            some += sums[label];
        }

        return some <= 0 ? -Most : sums[0] <= 0 ? Most : MathF.Round((float)Math.Log(some / (double)sums[0]) / ReportNetwork.Step) * ReportNetwork.Step;
    }

    /// <summary>What scores stand for, the best of them one.</summary>
    private static Vector256<float> Power(ReadOnlySpan<int> scores, Span<float> power)
    {
        var most = scores[0];
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        for (var label = 0; label < Labels; label++)
        {
            power[label] = Powers[Math.Min(most - scores[label], Powers.Length - 1)];
        }

        return Vector256.Create<float>(power);
    }

    /// <summary>The best way to each label, without the label's own score; of two equal ways that from the lower label.</summary>
    private static Vector256<int> Advance(Vector256<int> before, ReadOnlySpan<int> moves, Span<byte> back)
    {
        Span<int> worth = stackalloc int[Labels];
        before.CopyTo(worth);
        var best = Vector256.Create(worth[0]) + Vector256.Create(moves);
        var from = Vector256<int>.Zero;
        for (var label = 1; label < Labels; label++)
        {
            var other = Vector256.Create(worth[label]) + Vector256.Create(moves[(label * Labels)..]);
            var isBetter = Vector256.GreaterThan(other, best);
            best = Vector256.Max(other, best);
            from = Vector256.ConditionalSelect(isBetter, Vector256.Create(label), from);
        }

        Vector256.Narrow(Vector256.Narrow(from, from).AsUInt16(), Vector256<ushort>.Zero).GetLower().GetLower().CopyTo(back);
        return best;
    }

    /// <summary>The sum over all ways to each label, without the label's own score; the greatest is one.</summary>
    private static Vector256<float> Advance(Vector256<float> before, ReadOnlySpan<float> chances, Span<float> worth)
    {
        before.CopyTo(worth);
        var sums = Vector256<float>.Zero;
        var most = 0f;
        for (var label = 0; label < Labels; label++)
        {
            most = Math.Max(most, worth[label]);
            sums = Vector256.FusedMultiplyAdd(Vector256.Create(worth[label]), Vector256.Create(chances[(label * Labels)..]), sums);
        }

        return most > 0 ? sums / most : sums;
    }

    private static void Trace(Vector256<int> best, ReadOnlySpan<byte> back, Span<ReportLabel> labels)
    {
        var last = 1;
        for (var label = 2; label < Labels; label++)
        {
            last = best[label] > best[last] ? label : last;
        }

        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (ReportLabel)last;
            last = back[(i * Labels) + last];
        }
    }

    private static Vector256<int> Each(Func<int, int> cost) => Vector256.Create<int>(Enumerable.Range(0, Labels).Select(cost).ToArray());
}
