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
}
