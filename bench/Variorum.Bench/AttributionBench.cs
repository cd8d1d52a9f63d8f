using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Variorum.Annotating;
using Variorum.Quoting;

namespace Variorum.Bench;

/// <summary>What attribution costs beside the grammar it rests on, over the six sample pages: the ratio is to stay below a third.</summary>
public class AttributionBench
{
    private static readonly Models Models = Samples.Models;
    private ImmutableArray<Reading> readings;

    [GlobalSetup]
    public void Prepare()
    {
        var pipeline = new Pipeline(Models);
        readings = [.. Samples.Pages.Select(pipeline.Read)];
    }

    /// <summary>Words, sentences, tags, lemmas, dependencies, names and coreference.</summary>
    [Benchmark(Baseline = true)]
    public int Grammar() => readings.Sum(r => new MentionFinder(Models).Find(r.Article, new Annotator(Models).Annotate(r.Article.Text)).Mentions.Length);

    /// <summary>Reports as the models find them, and the rules that make quotes of them.</summary>
    [Benchmark]
    public int Attribution() => readings.Sum(r => new QuoteFinder(Models).Find(r.Article, r.Document, r.Mentions, r.Chains).Quotes.Length);

    /// <summary>The models alone.</summary>
    [Benchmark]
    public int FindReports() => readings.Sum(r =>
        Models.Reports.Find(new ReportText(r.Document, QuotationMarks.Pair(r.Document.Text, r.Document.Paragraphs), r.Mentions, Models, Models.Usages)).Outer.Count);
}
