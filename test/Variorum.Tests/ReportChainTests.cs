using Variorum.Lab.Training;
using Variorum.Quoting;

namespace Variorum.Tests;

/// <summary>The chain against all ways to label a few places.</summary>
public sealed class ReportChainTests
{
    private const int Labels = ReportLabels.Count;

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    public void IsWhatAllSequencesTogetherSay(ulong seed, int places)
    {
        var dice = new Dice(seed);
        var moves = Enumerable.Range(0, 2 * ReportLabels.Moves).Select(move => dice.Below(200) - 100 + ReportLabels.CostOf(move % ReportLabels.Moves)).ToArray();
        var scores = Enumerable.Range(0, places * Labels).Select(_ => dice.Below(400) - 200).ToArray();
        var kinds = Enumerable.Range(0, places).Select(_ => dice.Below(2)).ToArray();
        var labels = new ReportLabel[places];
        var odds = new ReportChain(moves).Label(scores, kinds, new byte[scores.Length], labels);

        var all = All(places).Select(way => (Way: way, Worth: Worth(way, scores, kinds, moves))).Where(pair => pair.Worth > -100_000).ToList();
        var best = all.Where(pair => pair.Way[^1] != ReportLabel.None).MaxBy(pair => pair.Worth);
        Assert.Equal(best.Worth, Worth(labels, scores, kinds, moves));
        var sums = all.ToLookup(pair => pair.Way[^1] == ReportLabel.None, pair => Math.Exp(pair.Worth * ReportNetwork.Step));
        Assert.Equal(Math.Log(sums[false].Sum() / sums[true].Sum()), odds, 0.03);
    }

    [Fact]
    public void WhatCannotBeTurnedIsCertain()
    {
        var scores = new int[3 * Labels];
        for (var place = 0; place < 3; place++)
        {
            scores[place * Labels] = 100_000;
        }

        var labels = new ReportLabel[3];
        Assert.True(new ReportChain([.. Enumerable.Range(0, ReportLabels.Moves).Select(ReportLabels.CostOf)]).Label(scores, [0, 0, 0], new byte[3 * Labels], labels) < -50);
    }

    private static IEnumerable<ReportLabel[]> All(int places) =>
        Enumerable.Range(0, (int)Math.Pow(Labels, places)).Select(number => Enumerable.Range(0, places).Select(place => (ReportLabel)(number / (int)Math.Pow(Labels, place) % Labels)).ToArray());

    private static int Worth(ReportLabel[] way, int[] scores, int[] kinds, int[] moves)
    {
        var sum = ReportLabels.CostToOpen((int)way[0]) + ReportLabels.CostToClose((int)way[^1]) + scores[(int)way[0]];
        for (var i = 1; i < way.Length; i++)
        {
            sum += scores[(i * Labels) + (int)way[i]] + moves[(kinds[i] * ReportLabels.Moves) + ((int)way[i - 1] * Labels) + (int)way[i]];
        }

        return sum;
    }
}
