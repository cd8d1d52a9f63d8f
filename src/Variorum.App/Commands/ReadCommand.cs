using System.Collections.Immutable;
using System.CommandLine;
using Variorum.App.Fetching;
using Variorum.App.Site;
using Variorum.App.Terminal;
using Variorum.Rendering;

namespace Variorum.App.Commands;

/// <summary><c>variorum read</c>: the account.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var paths = PathArgument.Create();
        var json = PathArgument.ResultOption("--json", "Write the record for machines (- for standard output).");
        var html = PathArgument.ResultOption("--html", "Write one page for people, complete in itself (- for standard output).");
        var markdown = PathArgument.ResultOption("--markdown", "Write Markdown (- for standard output).");
        var command = new Command("read", "Read reports and tell what they say together; without an option, in the terminal.") { paths, json, html, markdown };
        var fetch = new FetchArguments();
        fetch.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(json), parsed.GetValue(html), parsed.GetValue(markdown), fetch.Of(parsed)));
        return command;
    }

    private static int Run(string[] paths, string? json, string? html, string? markdown, IntakeOptions options)
    {
        Destination.RequireDistinct(json, html, markdown, options.Save);
        var models = Installation.LoadModels();
        var intake = new Intake(options);
        var edition = Edit(new Pipeline(models), models, intake, paths);
        if (intake.ExitCode != Complaints.NothingRead)
        {
            Show(edition, json, html, markdown);
        }

        return intake.ExitCode;
    }

    private static void Show(Edition edition, string? json, string? html, string? markdown)
    {
        if (json is not null)
        {
            Destination.Write(json, (stream, isFile) => AccountJson.Write(edition, stream, isFile));
        }

        if (html is not null)
        {
            Destination.Write(html, (stream, _) => EditionHtml.Write(edition, stream));
        }

        if (markdown is not null)
        {
            Destination.Write(markdown, (stream, _) => AccountMarkdown.Write(edition, stream));
        }

        if (json is null && html is null && markdown is null)
        {
            AccountPrinter.Print(edition);
        }
    }

    private static Edition Edit(Pipeline pipeline, Models models, Intake intake, string[] paths)
    {
        var readings = Distinct(intake.Each(paths, pipeline.Read, reading => reading.Article));
        var accounts = pipeline.Group(readings.Where(HasText)).AsParallel().AsOrdered().Select(pipeline.Tell).ToImmutableArray();
        return new Edition(Installation.Program, models.Hashes, accounts, [.. readings.Where(reading => !HasText(reading)).Select(reading => reading.Article)]);
    }

    private static bool HasText(Reading reading) => reading.Article.Text.Length > 0;

    /// <summary>The same bytes under two names are one page: it is told under the name that sorts first.</summary>
    private static List<Reading> Distinct(IEnumerable<Reading> readings)
    {
        var distinct = new List<Reading>();
        foreach (var same in readings.GroupBy(reading => reading.Article.Sha256, StringComparer.Ordinal))
        {
            var sorted = same.OrderBy(reading => reading.Article.Path, StringComparer.Ordinal).ToArray();
            distinct.Add(sorted.Length == 1 ? sorted[0] : Marked(sorted));
        }

        return distinct;
    }

    private static Reading Marked(Reading[] same)
    {
        var problems = same[1..].Select(other => new Problem(InputCodes.Duplicate, $"The same bytes were also given as {other.Article.Path} and are read once."));
        foreach (var problem in problems)
        {
            Complaints.Say(same[0].Article.Path, problem);
        }

        return same[0] with { Article = same[0].Article with { Problems = [.. same[0].Article.Problems, .. problems] } };
    }
}
