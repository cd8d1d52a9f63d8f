using System.Text.Json;

namespace Variorum.Lab.Scoring;

/// <summary>Holds the models to the figures they once reached.</summary>
internal static class Gate
{
    /// <summary>
    /// How far below its floor a figure may lie: half a token in ten thousand, which the order of floating-point sums on
    /// another machine can move. Models are made and measured with the same bytes, so a greater fall is a change of ours.
    /// </summary>
    private const double Slack = 0.0005;

    /// <summary>What the floors measured without labelled data begin with.</summary>
    private const string TrialPrefix = "trial.";

    /// <summary>Reads every model and measures them on the project's own articles; with data, on all of it too.</summary>
    /// <param name="data">The folder of labelled data; null without one.</param>
    /// <param name="models">The folder of models.</param>
    /// <param name="trial">The folder of articles annotated for the project.</param>
    /// <param name="baseline">The floors.</param>
    /// <param name="output">Gets a line a model and a line a figure.</param>
    /// <returns>0 where all holds, 1 where a figure has fallen or is missing.</returns>
    public static int Run(DirectoryInfo? data, DirectoryInfo models, DirectoryInfo trial, FileInfo baseline, TextWriter output)
    {
        foreach (var part in Parts.All)
        {
            output.WriteLine($"{part.Name}.model {Parts.Read(part.Name, models).Hash}");
        }

        var floors = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(baseline.FullName))
            ?? throw new InvalidDataException($"{baseline.FullName} holds no figures.");
        var measured = TrialScore.Score(trial, models).Concat(data is null ? [] : Parts.All.SelectMany(part => part.Score(data, models)).Concat(StepsWithFloors(floors.Keys).SelectMany(step => step.Score(data, models, null))));
        var wanted = floors.Where(floor => data is not null || floor.Key.StartsWith(TrialPrefix, StringComparison.Ordinal));
        return Compare(measured.ToDictionary(figure => figure.Name, StringComparer.Ordinal), [.. wanted], output);
    }

    /// <summary>The steps by rule that neither a part nor the trial measures already.</summary>
    public static IEnumerable<Step> StepsWithFloors(IEnumerable<string> floors) =>
        Steps.All.Where(step => step.Name + "." != TrialPrefix && Parts.All.All(part => part.Name != step.Name) && floors.Any(name => name.StartsWith(step.Name + ".", StringComparison.Ordinal)));

    private static int Compare(Dictionary<string, Figure> figures, IReadOnlyList<KeyValuePair<string, double>> floors, TextWriter output)
    {
        output.WriteLine($"     {"figure",-46} {"found",6} {"floor",6}");
        var fallen = 0;
        foreach (var (name, floor) in floors)
        {
            var isMeasured = figures.TryGetValue(name, out var figure);
            var holds = isMeasured && figure.Value >= floor - Slack;
            fallen += holds ? 0 : 1;
            output.WriteLine($"{(holds ? "ok  " : "FALL")} {name,-46} {(isMeasured ? figure.Value.ToString("0.0000") : "none"),6} {floor,6:0.0000}");
        }

        output.WriteLine(fallen == 0 ? $"all {floors.Count} hold" : $"{fallen} of {floors.Count} fell");
        return fallen == 0 && floors.Count > 0 ? 0 : 1;
    }
}
