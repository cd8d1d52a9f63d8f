using System.Collections.Immutable;
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
        var index = PathArgument.ResultOption("--index", "Go on where an earlier run with this file ended, and save it anew; made where it is missing.");
        var together = PairOption("--together", "Two paths that are one story, now and in later runs with this index.");
        var apart = PairOption("--apart", "Two paths that are not one story, now and in later runs with this index.");
        var command = new Command("group", "Put the reports of one event together: stories and copies only, without grammar.") { paths, json, index, together, apart };
        var fetch = new FetchArguments();
        fetch.AddTo(command);
        command.SetAction(parsed => Run(
            parsed.GetValue(paths)!,
            new Choices(parsed.GetValue(json) ?? "-", parsed.GetValue(index), parsed.GetValue(together) ?? [], parsed.GetValue(apart) ?? []),
            fetch.Of(parsed)));
        return command;
    }

    private static Option<string[]> PairOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PATH PATH",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private static int Run(string[] paths, Choices choices, IntakeOptions options)
    {
        var pipeline = new Pipeline(Installation.LoadModels());
        var index = choices.Index is { } file ? IndexFile.Open(pipeline, file) : pipeline.NewIndex();
        var intake = new Intake(options);
        ImmutableArray<Article> articles = [.. intake.Each(paths, pipeline.Extract, article => article).Where(article => article.Text.Length > 0).OrderBy(article => article, StreamOrder.Instance)];
        if (articles.IsEmpty)
        {
            return intake.ExitCode;
        }

        using (var progress = new Progress(articles.Length))
        {
            foreach (var article in articles)
            {
                index.Add(article);
                progress.Step();
            }
        }

        Correct(index, choices.Together, true);
        Correct(index, choices.Apart, false);
        var stories = index.Stories();
        var named = choices.Index is null ? Renumber(stories) : stories;
        var lineage = Pipeline.Trace(articles);
        Destination.Write(choices.Json, (stream, isFile) => GroupJson.Write(named, articles, lineage, stream, isFile));
        if (choices.Index is { } saved)
        {
            IndexFile.Save(index, saved);
        }

        return intake.ExitCode;
    }

    /// <summary>The same stories from 1 on: without an index their names need not last.</summary>
    private static ImmutableArray<GroupedStory> Renumber(ImmutableArray<GroupedStory> stories)
    {
        var numbers = stories.Select((story, i) => (story.Number, i)).ToDictionary(pair => pair.Number, pair => pair.i + 1);
        return [.. stories.Select(story => story with
        {
            Number = numbers[story.Number],
            Articles = [.. story.Articles.Select(article => article with { Also = [.. article.Also.Select(other => numbers[other])] })],
        })];
    }

    private static void Correct(StoryIndex index, string[] pairs, bool isOne)
    {
        if (pairs.Length % 2 != 0)
        {
            throw new UsageException("--together and --apart take two paths each");
        }

        foreach (var pair in pairs.Chunk(2))
        {
            index.Correct(new StoryCorrection(Hash(index, pair[0]), Hash(index, pair[1]), isOne));
        }
    }

    private static string Hash(StoryIndex index, string path) =>
        index.KeyOf(path) ?? throw new UsageException($"{path}: no article of that path is here");

    private sealed record Choices(string Json, string? Index, string[] Together, string[] Apart);
}
