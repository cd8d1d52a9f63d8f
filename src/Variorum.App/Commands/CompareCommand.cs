using System.CommandLine;
using System.Globalization;
using System.Text;
using Variorum.App.Fetching;

namespace Variorum.App.Commands;

/// <summary><c>variorum compare</c>: how near pairs of sentences are in meaning.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Two sentences a line, a tab between; - is standard input." };
        var command = new Command("compare", "Print for each pair of sentences how near they are in meaning, from 0 to 1.") { file };
        command.SetAction(parsed => Run(parsed.GetValue(file)!));
        return command;
    }

    private static int Run(string file)
    {
        if (file != "-" && !File.Exists(file))
        {
            Complaints.Say(file, new Problem(InputCodes.NotFound, "there is no such file"));
            return Complaints.NothingRead;
        }

        var pipeline = new Pipeline(Installation.LoadModels());
        using var input = new StreamReader(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var similarity in Lines(input).AsParallel().AsOrdered().Select(line => Compare(pipeline, line)))
        {
            output.Write(similarity.ToString("0.0000", CultureInfo.InvariantCulture) + "\n");
        }

        return 0;
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static double Compare(Pipeline pipeline, string line)
    {
        var cells = line.Split('\t');
        return cells.Length < 2 ? 0 : pipeline.Compare(cells[0], cells[1]);
    }
}
