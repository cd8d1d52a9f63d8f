using FsCheck;
using FsCheck.Fluent;
using Variorum.Clustering;

namespace Variorum.Tests;

public sealed class DayCountsTests
{
    [Fact]
    public void Counts_what_lies_between_two_days_and_not_on_them() => Prop.ForAll(
        Gen.Choose(719_000, 720_000).ArrayOf().ToArbitrary(), Gen.Choose(718_900, 720_100).Two().ToArbitrary(), (days, ends) =>
        {
            var counts = new DayCounts();
            foreach (var day in days)
            {
                counts.Add(day, 1);
            }

            // Days before the first count as that one.
            var (low, high) = (Math.Max(719_162, Math.Min(ends.Item1, ends.Item2)), Math.Max(719_162, Math.Max(ends.Item1, ends.Item2)));
            return counts.Between(ends.Item1, ends.Item2) == days.Count(day => day > low && day < high);
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
