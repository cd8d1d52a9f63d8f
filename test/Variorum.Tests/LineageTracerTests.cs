using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Variorum.Tracing;

namespace Variorum.Tests;

public sealed class LineageTracerTests
{
    private static readonly string[] Sentences =
    [
        "The council of Orvale voted late on Monday to close the old bridge over the mill race for the winter.",
        "Carters who use the bridge every morning said the way round by the ford would cost them an hour.",
        "An engineer found two cracked stones in the middle arch after a flood in the autumn.",
        "The mayor wants the province to pay for half of the repair before the first frost.",
        "Children will be taken to school by boat as long as the water is low enough.",
        "\"Nobody has fallen in yet, and I should like to keep it so,\" said the ferryman on the quay.",
    ];

    [Fact]
    public void Examples() => Specs.Run("tracing/lineage.txt", input => Print(Trace(input)));

    [Fact]
    public void Families_part_the_articles_and_passages_resolve()
    {
        Prop.ForAll(Heaps(), picks =>
        {
            var readings = picks.Select(Read).ToImmutableArray();
            var lineage = Trace(readings);

            Assert.Equal(Enumerable.Range(0, readings.Length), lineage.Families.SelectMany(f => f).Order());
            Assert.Equal(lineage.Families.OrderBy(f => f[0]).Select(f => f[0]), lineage.Families.Select(f => f[0]));
            Assert.All(lineage.Links, link =>
            {
                Assert.InRange(link.Share, 0, 1);
                Assert.All(link.Passages, p =>
                {
                    Assert.InRange(p.From.End, p.From.Start + 1, readings[link.From].Article.Text.Length);
                    Assert.InRange(p.To.End, p.To.Start + 1, readings[link.To].Article.Text.Length);
                });
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Copies_are_of_one_family()
    {
        Prop.ForAll(Heaps(), picks =>
        {
            var lineage = Trace([.. picks.Select(Read)]);
            Assert.All(lineage.Links.Where(l => l.Kind == LineageKind.Copy), l =>
                Assert.Contains(lineage.Families, f => f.Contains(l.From) && f.Contains(l.To)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_article_without_text_is_a_family_of_its_own()
    {
        var lineage = Trace([Reports.Read(""), Reports.Read(Sentences[0])]);

        Assert.Empty(lineage.Links);
        Assert.Equal([0, 1], lineage.Families.Select(f => Assert.Single(f)));
        Assert.False(lineage.IsEstablished);
    }

    /// <summary>Reports made of some of the sentences, each as the indices of its sentences.</summary>
    private static Arbitrary<int[][]> Heaps() =>
        Gen.Choose(0, Sentences.Length - 1).ArrayOf().Where(p => p.Length is > 0 and < 7).ArrayOf().Where(h => h.Length is > 0 and < 5).ToArbitrary();

    private static Reading Read(int[] pick) => Reports.Read(string.Join("\n\n", pick.Select(i => Sentences[i])), "2031-03-04");

    private static Lineage Trace(ImmutableArray<Reading> readings) => new LineageTracer(Reports.Models).Trace(readings);

    /// <summary>Articles parted by blank lines: "outlet | day | byline", then a paragraph a line.</summary>
    private static (Lineage Lineage, ImmutableArray<Reading> Readings) Trace(string input)
    {
        ImmutableArray<Reading> readings = [.. input.Split("\n\n").Select(ReadArticle)];
        return (Trace(readings), readings);
    }

    private static Reading ReadArticle(string block)
    {
        var lines = block.Split('\n');
        var head = lines[0].Split(" | ");
        var wire = head[2].StartsWith("wire:", StringComparison.Ordinal) ? head[2][5..] : null;
        var article = Reports.Article(string.Join("\n\n", lines[1..]), head[1] == "-" ? null : head[1]) with
        {
            Outlet = new Outlet(head[0], null, null),
            Wires = wire is null ? [] : [wire],
            Bylines = [new Byline(wire ?? head[2], wire is not null ? BylineKind.Wire : head[2] == "Staff" ? BylineKind.Desk : BylineKind.Person)],
        };
        return Reports.Pipeline.Read(article);
    }

    private static string Print((Lineage Lineage, ImmutableArray<Reading> Readings) traced)
    {
        var (lineage, readings) = traced;
        var lines = lineage.Links.SelectMany(l => l.Passages.Select(p => $"  \"{p.To.Of(readings[l.To].Article.Text)}\"")
                .Prepend($"{l.To} took from {l.From}: {l.Kind.ToString().ToLowerInvariant()}, {l.Rule}"))
            .Append("families: " + string.Join(", ", lineage.Families.Select(f => string.Join(' ', f))));
        return Specs.Lines(lineage.IsEstablished ? lines.Append("independent: " + string.Join(", ", lineage.Signs.Select(s => $"{s.Origin} by {s.Rule}"))) : lines);
    }
}
