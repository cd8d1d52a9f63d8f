using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;

namespace Variorum.Bench;

/// <summary>What a user waits for: the models, then six pages read, grouped and told.</summary>
public class PipelineBench
{
    private readonly Pipeline pipeline = new(Samples.Models);
    private ImmutableArray<Reading> readings;
    private Story story = null!;

    [GlobalSetup]
    public void Prepare()
    {
        readings = [.. Samples.Pages.Select(pipeline.Read)];
        story = pipeline.Group(readings).MaxBy(s => s.Readings.Length)!;
    }

    [Benchmark]
    public Models Load() => Samples.LoadModels();

    [Benchmark]
    public int Read() => Samples.Pages.Sum(page => pipeline.Read(page).Claims.Length);

    [Benchmark]
    public int Group() => pipeline.Group(readings).Length;

    [Benchmark]
    public Account Tell() => pipeline.Tell(story);

    [Benchmark(Baseline = true)]
    public int Whole() => pipeline.Group(Samples.Pages.Select(pipeline.Read)).Sum(s => pipeline.Tell(s).Brief.Length);
}
