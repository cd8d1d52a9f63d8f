using System.CommandLine;
using System.Text.Json;
using Variorum.App.Commands;
using Variorum.App.Fetching;

namespace Variorum.App.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("read")]
    [InlineData("frobnicate")]
    [InlineData("read", "--nope", "x")]
    [InlineData("read", ".", "--json")]
    [InlineData("annotate", ".", "--format", "xml")]
    [InlineData("compare")]
    public void Wrong_use_is_one_line_and_exit_code_two(params string[] args)
    {
        var run = ProgramRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("variorum: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_results_cannot_go_to_one_place()
    {
        var run = ProgramRun.Of("read", workspace.Write("a.txt", Workspace.Report()), "--json", "-", "--html", "-");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_result_that_cannot_be_written_is_exit_code_two()
    {
        var run = ProgramRun.Of("read", workspace.Write("a.txt", Workspace.Report()), "--json", workspace.At("no/such/folder/a.json"));

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public void Help_shows_commands_and_examples()
    {
        var run = ProgramRun.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Examples:", run.Text, StringComparison.Ordinal);
        Assert.Contains("variorum [command]", run.Text, StringComparison.Ordinal);
        Assert.Equal(0, ProgramRun.Of("read", "--help").ExitCode);
    }

    [Fact]
    public void The_version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+\s*$", ProgramRun.Of("--version").Text);

    [Fact]
    public void Every_command_option_and_code_has_its_line_in_the_documentation()
    {
        var text = Repository.Text("docs", "cli.md");
        var commands = CommandLine.Create().Subcommands;

        Assert.All(commands, command => Assert.Contains($"## {command.Name}\n", text, StringComparison.Ordinal));
        Assert.All(commands.SelectMany(command => command.Options), option => Assert.Contains($"`{option.Name}", text, StringComparison.Ordinal));
        Assert.All(ProblemCodes.All.Concat(InputCodes.All), code => Assert.Contains($"\n| `{code}` |", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Standard_input_is_a_dash()
    {
        var run = ProgramRun.With(Workspace.Report(), "extract", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("-", JsonDocument.Parse(run.Output).RootElement.GetProperty("path").GetString());
        Assert.Contains("went dark", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_results_come_from_one_call()
    {
        var run = ProgramRun.Of("read", workspace.Write("a.txt", Workspace.Report()), "--json", workspace.At("a.json"), "--html", workspace.At("a.html"), "--markdown", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# ", run.Text, StringComparison.Ordinal);
        Assert.StartsWith("{\n", File.ReadAllText(workspace.At("a.json")), StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(workspace.At("a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes_in_any_order()
    {
        string[] paths = [workspace.Write("a.txt", Workspace.Report()), workspace.Write("b.txt", Workspace.Report(boats: 3)), workspace.Write("c.txt", Workspace.Report("Mill Bay"))];

        var once = ProgramRun.Of(["read", .. paths, "--json", "-"]);
        var again = ProgramRun.Of(["read", .. paths, "--json", "-"]);
        var otherwise = ProgramRun.Of(["read", paths[2], paths[0], paths[1], "--json", "-"]);

        Assert.Equal(0, once.ExitCode);
        Assert.Equal(once.Text, again.Text);
        Assert.Equal(once.Text, otherwise.Text);
    }

    [Fact]
    public void Annotations_are_a_line_an_article_and_index_the_file()
    {
        var text = "\uFEFFThe light failed.\r\n\r\n“We lost it,” Ines Vold said.";
        var run = ProgramRun.Of("annotate", workspace.Write("a.txt", text), "--format", "json", "--raw");
        var conllu = ProgramRun.Of("annotate", workspace.Write("a.txt", text), "--raw").Text;

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var at = text.IndexOf("light", StringComparison.Ordinal);
        Assert.Contains($"TokenRange={at}:{at + 5}", conllu, StringComparison.Ordinal);
        Assert.All(conllu.Split('\n').Where(line => line.Length > 0 && line[0] != '#'), line => Assert.Equal(10, line.Split('\t').Length));
    }

    [Fact]
    public void Sentences_are_compared_a_line_each()
    {
        var run = ProgramRun.With("The light failed.\tThe light failed.\nThe light failed.\tNobody bought any cheese.\nno tab\n", "compare", "-");
        var values = run.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(3, values.Length);
        Assert.True(values[0] > 0.99 && values[1] < 0.5 && values[2] < 0.01);
    }

    [Fact]
    public void Groups_name_every_article()
    {
        workspace.Write("a.txt", Workspace.Report());
        workspace.Write("b.txt", Workspace.Report(boats: 3));
        var run = ProgramRun.Of("group", workspace.Root);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["a.txt", "b.txt"], JsonDocument.Parse(run.Output).RootElement.GetProperty("articles").EnumerateArray().Select(article => Path.GetFileName(article.GetProperty("path").GetString())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_index_goes_on_where_the_run_before_ended_and_a_damaged_one_stays_as_it_is()
    {
        var index = Path.Combine(workspace.Root, "kept", "stories.index");
        Directory.CreateDirectory(Path.GetDirectoryName(index)!);
        var (first, second) = (workspace.Write("a.txt", Workspace.Report()), workspace.Write("b.txt", Workspace.Report(boats: 3)));
        Assert.Equal(0, ProgramRun.Of("group", first, "--index", index).ExitCode);
        var run = ProgramRun.Of("group", second, "--index", index, "--apart", first, second);

        Assert.Equal(0, run.ExitCode);
        var articles = JsonDocument.Parse(run.Output).RootElement.GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(2, articles.Count);
        Assert.NotEqual(articles[0].GetProperty("story").GetString(), articles[1].GetProperty("story").GetString());
        Assert.Equal([index], Directory.GetFiles(Path.GetDirectoryName(index)!));

        File.WriteAllBytes(index, File.ReadAllBytes(index)[..^1]);
        var before = File.ReadAllBytes(index);
        var refused = ProgramRun.Of("group", second, "--index", index);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("damaged", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(index));
    }

    [Fact]
    public void The_terminal_gets_eighty_columns_and_no_colours_where_nobody_looks()
    {
        var run = ProgramRun.Of("read", Repository.At("samples", "ferry"));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("\u001b", run.Text, StringComparison.Ordinal);
        Assert.All(run.Text.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 80, line));
        Assert.All(run.Text.Split('\n'), line => Assert.Equal(line.TrimEnd('\r').TrimEnd(), line.TrimEnd('\r')));
        Assert.Contains("IN BRIEF", run.Text, StringComparison.Ordinal);
    }
}
