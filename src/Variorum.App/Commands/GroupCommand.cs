using System.CommandLine;
using Variorum.App.Fetching;
using Variorum.Rendering;

namespace Variorum.App.Commands;

/// <summary><c>variorum group</c>: which articles report the same event, and which are copies.</summary>
internal static class GroupCommand
{
    public static Command Create()
    {
        var paths = PathArgument.Create();
        var json = PathArgument.ResultOption("--json", "Write the record (- for standard output, as without it).");
        var command = new Command("group", "Put the reports of one event together: stories and copies only.") { paths, json };
        var fetch = new FetchArguments();
        fetch.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(json) ?? "-", fetch.Of(parsed)));
        return command;
    }

    private static int Run(string[] paths, string file, IntakeOptions options)
    {
        var pipeline = new Pipeline(Installation.LoadModels());
        var intake = new Intake(options);
        var readings = intake.Each(paths, pipeline.Read, reading => reading.Article).Where(reading => reading.Article.Text.Length > 0).ToArray();
        if (readings.Length > 0)
        {
            var stories = pipeline.Group(readings);
            Destination.Write(file, (stream, isFile) => GroupJson.Write(stories, stream, isFile));
        }

        return intake.ExitCode;
    }
}
