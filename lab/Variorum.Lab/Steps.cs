using System.Collections.Immutable;
using Variorum.Lab.Scoring;

namespace Variorum.Lab;

/// <summary>A step that works by rule: it has no model of its own, and its figures depend on the code.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Score">Measures it: folder of data, folder of models, where to tell what differs.</param>
internal sealed record Step(string Name, Func<DirectoryInfo, DirectoryInfo, Action<string>?, IEnumerable<Figure>> Score);

/// <summary>Every step by rule that the lab measures.</summary>
internal static class Steps
{
    /// <summary>One line a step.</summary>
    public static ImmutableArray<Step> All { get; } =
    [
        new("coreference", CoreferenceScoring.Score),
        new("lineage", LineageScore.Score),
        new("speed", SpeedScore.Score),
        new("times", TimeScoring.Score),
        new("digests", DigestScore.Score),
        new("extraction", ExtractionScore.Score),
        new("feeds", FeedScore.Score),
        new("encodings", EncodingScore.Score),
        new("stream", StreamScore.Score),
        new("lineage-stream", LineageStreamScore.Score),
        new("trial", TrialScore.Score),
    ];

    public static Step? Find(string name) => All.FirstOrDefault(step => string.Equals(step.Name, name, StringComparison.Ordinal));
}
