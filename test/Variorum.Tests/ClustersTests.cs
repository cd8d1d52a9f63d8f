using FsCheck;
using FsCheck.Fluent;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class ClustersTests
{
    private static readonly Clusters Clusters = Reports.Models.Clusters;

    [Theory]
    [InlineData("Monday", "Thursday")]
    [InlineData("said", "added")]
    [InlineData("17", "42")]
    [InlineData("doctor", "DOCTOR")]
    [InlineData("“", "\"")]
    public void FormsThatBehaveAlikeShareAPath(string left, string right) =>
        Assert.Equal(Clusters.Path(Clusters.Find(left), 6), Clusters.Path(Clusters.Find(right), 6));

    [Theory]
    [InlineData("Monday", "said")]
    [InlineData("Turkey", "turned")]
    [InlineData("the", "minister")]
    public void OthersDoNot(string left, string right) =>
        Assert.NotEqual(Clusters.Path(Clusters.Find(left), 6), Clusters.Path(Clusters.Find(right), 6));

    [Fact]
    public void AnUnknownFormHasNoClassAndNoPath()
    {
        Assert.Equal(0, Clusters.Find("qqzzxxjv"));
        Assert.Equal(0, Clusters.Find(""));
        Assert.Equal(0u, Clusters.Path(0, 6));
    }

    [Fact]
    public void PathsGrowWithTheirLengthAndTellClassesApart()
    {
        var whole = Enumerable.Range(1, Clusters.Count).Select(number => Clusters.Path(number)).ToHashSet();
        Assert.Equal(Clusters.Count, whole.Count);
        for (var bits = 1; bits < 12; bits++)
        {
            Assert.True(Enumerable.Range(1, Clusters.Count).Select(number => Clusters.Path(number, bits)).Distinct().Count() <= 1 << bits);
        }
    }

    [Fact]
    public void AnyFormIsLookedUp() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), form => Clusters.Find(form) is var found && found >= 0 && found <= Clusters.Count).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        (uint, ushort)[] members = [(Clusters.KeyOf("Oak"), 1), (Clusters.KeyOf("oak"), 2), (Clusters.KeyOf("1999"), 2)];
        using var file = new MemoryStream();
        ModelFile.Write(file, "clusters", Clusters.Write(members, [(0b0, 1), (0b1, 1)]));
        var read = Clusters.Read(ModelFile.Read("clusters", _ => new MemoryStream(file.ToArray())));
        Assert.Equal((1, 2, 2, 2, 0), (read.Find("Oak"), read.Find("oak"), read.Find("OAK"), read.Find("2024"), read.Find("elm")));
        Assert.Equal((0b10u, 0b11u), (read.Path(1), read.Path(2)));
    }
}
