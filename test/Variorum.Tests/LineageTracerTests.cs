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

    [Fact]
    public void No_way_leads_back_to_where_it_began_and_best_sources_are_a_forest()
    {
        Prop.ForAll(Heaps(), picks =>
        {
            var lineage = Trace([.. picks.Select((pick, i) => Dress(Read(pick), i))]);
            var sources = lineage.Links.ToLookup(l => l.To, l => l.From);
            bool Leads(int from, int to, int steps) => steps > 0 && sources[from].Any(next => next == to || Leads(next, to, steps - 1));

            Assert.All(Enumerable.Range(0, picks.Length), i => Assert.False(Leads(i, i, picks.Length)));
            Assert.All(lineage.Links.GroupBy(l => l.To), links => Assert.Single(links, l => l.IsBest));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Renaming_outlets_changes_no_passage()
    {
        Prop.ForAll(Heaps(), picks =>
        {
            ImmutableArray<Reading> readings = [.. picks.Select(Read)];
            var named = Trace([.. readings.Select(Dress)]);

            Assert.Equal(Passages(Trace(readings)), Passages(named));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_order_of_the_articles_changes_nothing()
    {
        Prop.ForAll(Heaps(), picks =>
        {
            ImmutableArray<Reading> readings = [.. picks.DistinctBy(pick => string.Join(' ', pick)).Select((pick, i) => Dress(Read(pick), i))];
            ImmutableArray<Reading> turned = [.. readings.Reverse()];
            int Turn(int i) => readings.Length - 1 - i;
            var (one, other) = (Trace(readings), Trace(turned));

            Assert.Equal(
                one.Links.Select(l => (l.From, l.To, l.Kind, l.Share, l.Rule, l.IsBest, string.Join(' ', l.Passages))).Order(),
                other.Links.Select(l => (From: Turn(l.From), To: Turn(l.To), l.Kind, l.Share, l.Rule, l.IsBest, string.Join(' ', l.Passages))).Order());
            Assert.Equal(one.Families.Select(f => string.Join(' ', f)).Order(), other.Families.Select(f => string.Join(' ', f.Select(Turn).Order())).Order());
            Assert.Equal(one.IsEstablished, other.IsEstablished);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_window_finds_the_copies_that_a_story_has()
    {
        Prop.ForAll(Heaps(), picks =>
        {
            ImmutableArray<Reading> readings = [.. picks.Select(Read)];
            var story = Trace(readings).Links.Where(l => l.Kind == LineageKind.Copy).Select(l => (Math.Min(l.From, l.To), Math.Max(l.From, l.To))).ToHashSet();
            var window = LineageWindow.Trace([.. readings.Select(r => r.Article)]);

            Assert.All(window, l => Assert.Contains((Math.Min(l.From, l.To), Math.Max(l.From, l.To)), story));
            Assert.All(window.GroupBy(l => l.To), links => Assert.Single(links, l => l.IsBest));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(100_000, "the cat sat on the mat and ")]
    [InlineData(200_000, "a ")]
    [InlineData(50_000, "\"‘“’” (")]
    public void Repetition_is_traced_in_little_time(int times, string words)
    {
        var text = string.Concat(Enumerable.Repeat(words, times / words.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        LineageWindow.Trace([Reports.Article(text), Reports.Article(text + "."), Reports.Article("It began so. " + text)]);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static Reading Dress(Reading reading, int number) => reading with { Article = reading.Article with { Outlet = new Outlet($"The Outlet {number % 3}") } };

    private static IEnumerable<string> Passages(Lineage lineage) =>
        lineage.Links.Where(l => l.Kind == LineageKind.Copy).SelectMany(l => l.Passages.Select(p => $"{l.From} {l.To} {p}")).Order(StringComparer.Ordinal);

    /// <summary>Reports made of some of the sentences, each as the indices of its sentences.</summary>
    private static Arbitrary<int[][]> Heaps() =>
        Gen.Choose(0, Sentences.Length - 1).ArrayOf().Where(p => p.Length is > 0 and < 7).ArrayOf().Where(h => h.Length is > 0 and < 5).ToArbitrary();

    private static Reading Read(int[] pick) => Reports.Read(string.Join("\n\n", pick.Select(i => Sentences[i])), "2031-03-04");

    private static Lineage Trace(ImmutableArray<Reading> readings) => new LineageTracer(Reports.Models).Trace(readings);

    /// <summary>Articles parted by blank lines: "outlet | day | byline", perhaps " | credit", then a paragraph a line.</summary>
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
            Outlet = head[0].EndsWith(".example", StringComparison.Ordinal) ? new Outlet(null, head[0]) : new Outlet(head[0]),
            Credits = [.. head.Skip(3)],
            Wires = wire is null ? [] : [wire],
            Bylines = [new Byline(wire ?? head[2], wire is not null ? BylineKind.Wire : head[2] == "Staff" ? BylineKind.Desk : BylineKind.Person)],
        };
        return Reports.Pipeline.Read(article);
    }

    private static string Name(SharedKind kind) => kind.ToString().ToLowerInvariant();

    private static string Print((Lineage Lineage, ImmutableArray<Reading> Readings) traced)
    {
        var (lineage, readings) = traced;
        var lines = lineage.Links.SelectMany(l => l.Passages.Select(p => $"  \"{p.To.Of(readings[l.To].Article.Text)}\"{(p.Kind == SharedKind.Text ? "" : " " + Name(p.Kind))}")
                .Prepend($"{l.To} {(l.IsDirected ? "took from" : "shares with")} {l.From}: {l.Kind.ToString().ToLowerInvariant()}, {l.Rule}"))
            .Concat(lineage.Shared.Select(s => $"{s.Left} and {s.Right}: {Name(s.Kind)}, no copy"))
            .Append("families: " + string.Join(", ", lineage.Families.Select(f => string.Join(' ', f))))
            .Concat(lineage.Reasons.Select(r => $"  {string.Join(' ', r.Articles)}: {r.Rule}{(r.Name is null ? "" : " " + r.Name)}"));
        return Specs.Lines(lineage.IsEstablished ? lines.Append("independent: " + string.Join(", ", lineage.Signs.Select(s => $"{s.Origin} by {s.Rule}"))) : lines);
    }
}
