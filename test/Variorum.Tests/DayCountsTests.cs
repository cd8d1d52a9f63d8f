using FsCheck;
using FsCheck.Fluent;
using Variorum.Clustering;

namespace Variorum.Tests;

public sealed class DayCountsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(719_000)]
    [InlineData((11 << 16) - 500)]
    public void Counts_what_lies_between_two_days_and_not_on_them(int first) => Prop.ForAll(
        Gen.Choose(first, first + 1000).ArrayOf().ToArbitrary(), Gen.Choose(first, first + 1000).Two().ToArbitrary(), (days, ends) =>
        {
            var counts = new DayCounts();
            foreach (var day in days)
            {
                counts.Add(day, 1);
            }

            return counts.Between(ends.Item1, ends.Item2) == days.Count(day => day > Math.Min(ends.Item1, ends.Item2) && day < Math.Max(ends.Item1, ends.Item2));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_counted_out_is_gone()
    {
        var counts = new DayCounts();
        counts.Add(740_000, 1);
        counts.Add(740_000, -1);
        Assert.Equal(0, counts.Between(739_000, 741_000));
        Assert.Equal(0, counts.Between(int.MinValue, int.MaxValue));
    }
}
