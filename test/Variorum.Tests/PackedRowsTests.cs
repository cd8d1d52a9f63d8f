using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class PackedRowsTests
{
    private const int Width = 32;

    [Fact]
    public void AddsRowsUpAsTheyWereWithinAStep()
    {
        var cells = Cells(40);
        var rows = PackedRows.Read("any.model", PackedRows.Pack(cells, Width), 40, Width);
        int[] chosen = [.. Enumerable.Range(9, 31)];
        var sums = Enumerable.Repeat(1f, Width).ToArray();
        rows.Add(chosen, sums);
        for (var i = 0; i < Width; i++)
        {
            Assert.Equal(1 + chosen.Sum(row => cells[(row * Width) + i]), sums[i], 0.4f);
        }
    }

    [Fact]
    public void TheGreatestNumbersDoNotOverflow()
    {
        var cells = Enumerable.Repeat(3f, 2 * Width).ToArray();
        var rows = PackedRows.Read("any.model", PackedRows.Pack(cells, Width), 2, Width);
        var sums = new float[Width];
        rows.Add([.. Enumerable.Repeat(1, 31)], sums);
        Assert.All(sums, sum => Assert.Equal(93, sum, 0.5f));
    }

    [Fact]
    public void RefusesOtherSizes()
    {
        Assert.Throws<InvalidDataException>(() => PackedRows.Read("any.model", PackedRows.Pack(Cells(4), Width), 5, Width));
        var rows = PackedRows.Read("any.model", PackedRows.Pack(Cells(4), Width), 4, Width);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Add([4], new float[Width]));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Add([-1], new float[Width]));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Add(new int[32], new float[Width]));
    }

    private static float[] Cells(int rows)
    {
        var dice = new Dice(1);
        return [.. Enumerable.Range(0, rows * Width).Select(_ => (dice.Below(2001) - 1000) / 700f)];
    }
}
