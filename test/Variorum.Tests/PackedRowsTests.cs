using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class PackedRowsTests
{
    private const int Width = 32;

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(48)]
    [InlineData(64)]
    public void AddsRowsUpAsTheyWereWithinAStep(int width)
    {
        var cells = Cells(40, width);
        var rows = PackedRows.Read("any.model", PackedRows.Pack(cells, width), 40, width);
        int[] chosen = [0, .. Enumerable.Range(10, 30)];
        var sums = Enumerable.Repeat(1f, width).ToArray();
        rows.Add(chosen, sums);
        for (var i = 0; i < width; i++)
        {
            Assert.Equal(1 + chosen.Sum(row => cells[(row * width) + i]), sums[i], 0.4f);
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
        Assert.Throws<InvalidDataException>(() => PackedRows.Read("any.model", PackedRows.Pack(Cells(4), Width), 1 << 20, 1 << 20));
        var rows = PackedRows.Read("any.model", PackedRows.Pack(Cells(4), Width), 4, Width);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Add([4], new float[Width]));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Add([-1], new float[Width]));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Add(new int[32], new float[Width]));
    }

    private static float[] Cells(int rows, int width = Width)
    {
        var dice = new Dice(1);
        return [.. new float[width], .. Enumerable.Range(0, (rows - 1) * width).Select(_ => (dice.Below(2001) - 1000) / 700f)];
    }
}
