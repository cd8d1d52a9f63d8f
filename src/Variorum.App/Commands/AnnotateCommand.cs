using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Variorum.App.Fetching;
using Variorum.Rendering;

namespace Variorum.App.Commands;

/// <summary><c>variorum annotate</c>: an article's grammar, or what was found in it, for measuring.</summary>
internal static class AnnotateCommand
{
    public static Command Create()
    {
        var paths = PathArgument.Create();
        var format = new Option<string>("--format") { Description = "conllu: tokens and tags; json: attributions, mentions, times and quantities, a line an article.", DefaultValueFactory = _ => "conllu" };
        format.AcceptOnlyFromAmong("conllu", "json");
        var raw = new Option<bool>("--raw") { Description = "Take a file's bytes as the article's text, unchanged, so that offsets index the file." };
        var command = new Command("annotate", "Print the grammar of articles, or what was found in them.") { paths, format, raw };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(format)!, parsed.GetValue(raw)));
        return command;
    }

    private static int Run(string[] paths, string format, bool raw)
    {
        var pipeline = new Pipeline(Installation.LoadModels());
        var intake = new Intake(new IntakeOptions(new FetchOptions()));
        Func<Page, Reading> read = raw ? page => pipeline.Read(Raw(page)) : pipeline.Read;
        Destination.Write("-", (stream, _) =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
            foreach (var reading in intake.Each(paths, read, reading => reading.Article))
            {
                Write(format, reading, stream, writer);
            }
        });
        return intake.ExitCode;
    }

    private static void Write(string format, Reading reading, Stream stream, StreamWriter writer)
    {
        if (format == "json")
        {
            JsonLines.Write(stream, json => AnnotationJson.Write(json, reading));
        }
        else
        {
            Conllu.Write(writer, reading);
        }
    }

    private static Article Raw(Page page) => new()
    {
        Path = page.Path,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(page.Content.Span)),
        Text = Encoding.UTF8.GetString(page.Content.Span),
    };
}
