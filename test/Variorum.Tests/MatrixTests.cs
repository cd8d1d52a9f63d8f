using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class MatrixTests
{
    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(3, 5, 32)]
    [InlineData(4, 7, 48)]
    [InlineData(9, 33, 96)]
    [InlineData(25, 96, 128)]
    public void EveryCellIsSummedInOneOrderWhateverTheSizes(int rows, int inner, int columns)
    {
        var (left, right, sums) = (Random(rows * inner, 1), Random(inner * columns, 2), Random(rows * columns, 3));
        var expected = (float[])sums.Clone();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                for (var k = 0; k < inner; k++)
                {
                    ref var cell = ref expected[(row * columns) + column];
                    cell = MathF.FusedMultiplyAdd(left[(row * inner) + k], right[(k * columns) + column], cell);
                }
            }
        }

        var others = (float[])sums.Clone();
        Matrix.AddProduct(left, inner, 1, right, sums, rows, inner, columns);
        Matrix.AddPanels(left, inner, Matrix.Panels(right, columns), others, rows, inner, columns);
        Assert.Equal(expected, sums);
        Assert.Equal(expected, others);
    }

    [Fact]
    public void ALeftMatrixThatLiesOnItsSideGivesTheSameProduct()
    {
        var (left, right) = (Random(6 * 10, 1), Random(10 * 32, 2));
        var turned = Enumerable.Range(0, left.Length).Select(i => left[(i % 6 * 10) + (i / 6)]).ToArray();
        var (upright, sideways) = (new float[6 * 32], new float[6 * 32]);
        Matrix.AddProduct(left, 10, 1, right, upright, 6, 10, 32);
        Matrix.AddProduct(turned, 1, 6, right, sideways, 6, 10, 32);
        Assert.Equal(upright, sideways);
    }

    [Fact]
    public void SizesThatDoNotFitAreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.AddProduct(new float[6], 3, 1, new float[3 * 16], new float[16], 2, 3, 16));

    [Fact]
    public void RowsAreAddedInTheOrderGiven()
    {
        var (cells, sums) = (Random(5 * 32, 1), Random(32, 2));
        var expected = Enumerable.Range(0, 32).Select(i => sums[i] + cells[96 + i] + cells[i] + cells[96 + i]).ToArray();
        Matrix.AddRows(cells, [96, 0, 96], sums);
        Assert.Equal(expected, sums);
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.AddRows(cells, [129], sums));
    }

    [Fact]
    public void ARowTimesEightColumns()
    {
        var (left, right) = (Random(12, 1), Random(12 * 8, 2));
        var sums = Random(8, 3);
        var expected = Enumerable.Range(0, 8).Select(column => sums[column] + Enumerable.Range(0, 12).Sum(i => left[i] * right[(i * 8) + column])).ToArray();
        Matrix.AddEight(left, right, sums);
        Assert.All(Enumerable.Range(0, 8), column => Assert.Equal(expected[column], sums[column], 1e-4f));
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix.AddEight(left, new float[8], sums));
    }

    private static float[] Random(int count, ulong seed)
    {
        var dice = new Dice(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (dice.Below(2001) - 1000) / 700f)];
    }
}
