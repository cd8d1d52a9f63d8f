using System.Text;
using Xunit.Sdk;

namespace Variorum.Tests;

/// <summary>Runs the worked examples of <c>specs/</c>.</summary>
/// <remarks>
/// <para><b>Shape.</b> A file holds blocks parted by a line <c>====</c>. A block is an input, a line <c>--</c> and the
/// expected output; a first line <c># …</c> is its title. Blank lines around input and output do not count.</para>
/// <para><b>Method.</b> <c>UPDATE_SPECS=1 dotnet test</c> rewrites every expected output to what the program printed;
/// read the difference before committing it.</para>
/// </remarks>
internal static class Specs
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_SPECS") is "1";

    /// <summary>Runs every example of a file and fails with all that differ.</summary>
    /// <param name="file">Path below <c>specs/</c>, with forward slashes ("quoting/direct.txt").</param>
    /// <param name="run">From an example's input to the output it should print.</param>
    public static void Run(string file, Func<string, string> run)
    {
        var path = Repository.At(["specs", .. file.Split('/')]);
        var examples = Read(path);
        var printed = examples.Select(example => Trim(run(example.Input))).ToList();
        if (Update)
        {
            File.WriteAllText(path, Write(examples.Zip(printed, (example, output) => example with { Output = output })));
            return;
        }

        var failures = examples.Zip(printed).Where(pair => pair.First.Output != pair.Second).Select(pair => Report(file, pair.First, pair.Second)).ToList();
        if (failures.Count > 0)
        {
            throw new XunitException($"{failures.Count} of {examples.Count} examples differ (UPDATE_SPECS=1 rewrites them).\n\n{string.Join("\n\n", failures)}");
        }
    }

    /// <summary>One item a line: the usual form of an expected output.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    internal static List<Example> Read(string path) => Parse(Repository.Text(path), Repository.Name(path));

    internal static List<Example> Parse(string text, string name)
    {
        var examples = new List<Example>();
        var block = new List<string>();
        var (line, first) = (0, 1);
        foreach (var content in text.Split('\n').Append("===="))
        {
            line++;
            if (content.TrimEnd() != "====")
            {
                block.Add(content.TrimEnd());
                continue;
            }

            if (block.Exists(l => l.Length > 0))
            {
                examples.Add(ParseBlock(block, name, first));
            }

            block.Clear();
            first = line + 1;
        }

        return examples.Count > 0 ? examples : throw new XunitException($"{name} holds no example.");
    }

    private static Example ParseBlock(List<string> block, string name, int line)
    {
        var start = block.FindIndex(l => l.Length > 0);
        var title = block[start].StartsWith("# ", StringComparison.Ordinal) ? block[start][2..] : null;
        var bar = block.IndexOf("--");
        return bar < 0
            ? throw new XunitException($"{name}:{line}: an example without its line \"--\".")
            : new Example(title, Trim(string.Join('\n', block[(title is null ? start : start + 1)..bar])), Trim(string.Join('\n', block[(bar + 1)..])), line + start);
    }

    private static string Write(IEnumerable<Example> examples) => string.Join("\n====\n", examples.Select(e =>
        (e.Title is null ? "" : $"# {e.Title}\n") + (e.Input.Length > 0 ? $"{e.Input}\n" : "") + "--" + (e.Output.Length > 0 ? $"\n{e.Output}" : ""))) + "\n";

    private static string Trim(string text) =>
        string.Join('\n', text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(l => l.TrimEnd())).Trim('\n');

    internal static string Report(string file, Example example, string printed)
    {
        var report = new StringBuilder($"specs/{file}:{example.Line} {example.Title}\n{Indent(example.Input)}\n");
        foreach (var (mark, text) in Difference(example.Output.Split('\n'), printed.Split('\n')))
        {
            report.Append(mark).Append(' ').Append(text).Append('\n');
        }

        return report.ToString().TrimEnd('\n');
    }

    private static string Indent(string text) => string.Join('\n', text.Split('\n').Select(l => $"    {l}"));

    /// <summary>Lines expected and not printed (-), printed and not expected (+), and both: a longest common subsequence.</summary>
    private static IEnumerable<(char Mark, string Text)> Difference(string[] expected, string[] printed)
    {
        var common = new int[expected.Length + 1, printed.Length + 1];
        for (var i = expected.Length - 1; i >= 0; i--)
        {
            for (var j = printed.Length - 1; j >= 0; j--)
            {
                common[i, j] = expected[i] == printed[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < expected.Length || j < printed.Length;)
        {
            if (i < expected.Length && j < printed.Length && expected[i] == printed[j])
            {
                yield return (' ', expected[i++]);
                j++;
            }
            else if (j == printed.Length || (i < expected.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return ('-', expected[i++]);
            }
            else
            {
                yield return ('+', printed[j++]);
            }
        }
    }

    /// <summary>One worked example.</summary>
    internal sealed record Example(string? Title, string Input, string Output, int Line);
}
