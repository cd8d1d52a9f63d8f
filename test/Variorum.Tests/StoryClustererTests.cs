using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Variorum.Clustering;

namespace Variorum.Tests;

public sealed class StoryClustererTests
{
    private static readonly ImmutableArray<Reading> Heap = [.. Specs.Read(Repository.At("specs", "clustering", "stories.txt")).SelectMany(e => Articles(e.Input))];

    [Fact]
    public void Examples() => Specs.Run("clustering/stories.txt", input => Specs.Lines(
        Cluster(Articles(input)).Select(heap => string.Join(" + ", heap.Select(r => r.Article.Headline)))));

    [Fact]
    public void The_order_of_the_input_plays_no_part()
    {
        var expected = Cluster(Heap);
        Prop.ForAll(Gen.Shuffle(Heap.ToArray()).ToArbitrary(), shuffled => Print(Cluster(shuffled)) == Print(expected)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_reading_is_in_one_story() =>
        Assert.Equal(Heap.Order(ReadingOrder.Instance), Cluster(Heap).SelectMany(h => h).Order(ReadingOrder.Instance));

    [Fact]
    public void An_empty_heap_tells_no_story() => Assert.Empty(Cluster([]));

    [Fact]
    public void Pages_without_an_article_stay_alone() => Assert.Equal(2, Cluster([Reports.Read(""), Reports.Read("…")]).Length);

    private static ImmutableArray<ImmutableArray<Reading>> Cluster(IEnumerable<Reading> readings) => new StoryClusterer(Reports.Models).Cluster(readings);

    private static string Print(ImmutableArray<ImmutableArray<Reading>> heaps) =>
        string.Join('\n', heaps.Select(h => string.Join(' ', h.Select(r => r.Article.Path))));

    /// <summary>Articles parted by blank lines: "day | headline", then the text.</summary>
    private static IEnumerable<Reading> Articles(string input) => input.Split("\n\n").Select(block =>
    {
        var lines = block.Split('\n');
        var head = lines[0].Split(" | ");
        return Reports.Read(string.Join("\n\n", lines[1..]), head[0] == "-" ? null : head[0], head[1]);
    });
}
