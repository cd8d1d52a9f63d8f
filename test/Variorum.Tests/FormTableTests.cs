using FsCheck;
using FsCheck.Fluent;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class FormTableTests
{
    [Fact]
    public void KeepsEachWordsValue() => Prop.ForAll<string[]>(words =>
    {
        var entries = words.Where(word => word is not null).Distinct().Select((word, i) => (FeatureHash.Of(word), (ushort)(i + 1))).ToArray();
        var table = FormTable.Read(FormTable.Write(entries));
        return entries.All(entry => table.Find(entry.Item1) == entries.First(first => first.Item1 == entry.Item1).Item2);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void KnowsNoOthers() => Assert.Equal(0, FormTable.Read(FormTable.Write([(FeatureHash.Of("known"), 7)])).Find(FeatureHash.Of("unknown")));

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(96)]
    public void RefusesADamagedTable(int length) => Assert.Throws<InvalidDataException>(() => FormTable.Read(new byte[length]));

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(43_000)]
    public void FindsEachOfMany(int count)
    {
        (uint Key, ushort Value)[] entries = [.. Enumerable.Range(1, count).Select(i => (FeatureHash.Of("many") + ((uint)i * 2654435761), (ushort)i))];
        var table = FormTable.Read(FormTable.Write(entries));
        var wrong = entries.Count(entry => table.Find(entry.Key) != entry.Value);
        Assert.True(wrong * 10_000L <= count, $"{wrong} of {count} taken for another");
    }
}
