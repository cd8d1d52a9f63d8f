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

    /// <summary>Reads every model; with data, measures them too.</summary>
    /// <returns>0 where all holds, 1 where a figure has fallen or is missing.</returns>
    public static int Run(DirectoryInfo? data, DirectoryInfo models, FileInfo baseline, TextWriter output)
    {
        foreach (var part in Parts.All)
        {
            output.WriteLine($"{part.Name}.model {Parts.Read(part.Name, models).Hash}");
        }

        return data is null ? 0 : Measure(data, models, baseline, output);
    }

    private static int Measure(DirectoryInfo data, DirectoryInfo models, FileInfo baseline, TextWriter output)
    {
        var floors = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(baseline.FullName))
            ?? throw new InvalidDataException($"{baseline.FullName} holds no figures.");
        var figures = Parts.All.SelectMany(part => part.Score(data, models)).ToDictionary(figure => figure.Name, StringComparer.Ordinal);
        var fallen = 0;
        foreach (var (name, floor) in floors)
        {
            var holds = figures.TryGetValue(name, out var figure) && figure.Value >= floor - Slack;
            fallen += holds ? 0 : 1;
            output.WriteLine($"{(holds ? "ok  " : "FALL")} {new Figure(name, figure.Value)} floor {floor:0.0000}");
        }

        return fallen == 0 ? 0 : 1;
    }
}
