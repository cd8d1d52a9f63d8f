using System.CommandLine;
using Variorum.App.Fetching;
using Variorum.Rendering;

namespace Variorum.App.Commands;

/// <summary><c>variorum extract</c>: the articles of pages, one record a line.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var paths = PathArgument.Create();
        var json = PathArgument.ResultOption("--json", "Write one JSON object a line (- for standard output, as without it).");
        var command = new Command("extract", "Take the articles out of pages, without analysis.") { paths, json };
        var fetch = new FetchArguments();
        fetch.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(json) ?? "-", fetch.Of(parsed)));
        return command;
    }

    private static int Run(string[] paths, string file, IntakeOptions options)
    {
        var pipeline = new Pipeline(Installation.LoadModels());
        var intake = new Intake(options);
        Destination.Write(file, (stream, _) =>
        {
            var number = 0;
            foreach (var article in intake.Each(paths, pipeline.Extract, article => article))
            {
                number++;
                JsonLines.Write(stream, json => ArticleJson.Write(json, article, "a" + number));
            }
        });
        return intake.ExitCode;
    }
}
