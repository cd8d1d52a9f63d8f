using System.Collections.Concurrent;
using Variorum.App.Fetching;

namespace Variorum.App.Commands;

/// <summary>Turns inputs into whatever a command makes of them, over all cores, in the order of the inputs.</summary>
internal sealed class Intake(IntakeOptions options)
{
    private int read;
    private bool failed;

    /// <summary>The exit code that the inputs so far deserve.</summary>
    public int ExitCode => failed ? Complaints.CannotWork : read > 0 ? 0 : Complaints.NothingRead;

    /// <summary>Finds and loads every input; complains about those that cannot be read.</summary>
    /// <param name="paths">As given on the command line.</param>
    /// <param name="make">Called on any thread.</param>
    /// <param name="articleOf">The article of what was made.</param>
    public IEnumerable<T> Each<T>(IReadOnlyList<string> paths, Func<Page, T> make, Func<T, Article> articleOf)
        where T : class
    {
        var found = PageFinder.Find(paths);
        foreach (var (path, problem) in found.Refusals)
        {
            Complaints.Say(path, problem);
        }

        using var progress = new Progress(found.Pages.Count);
        using var source = new PageSource(options);
        source.Begin(found.Pages);
        foreach (var taken in Partitioner.Create(found.Pages.SelectMany(source.Open), EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(page => Take(page, make, articleOf)))
        {
            progress.Step();
            if (Accept(taken) is { } result)
            {
                yield return result;
            }
        }
    }

    private T? Accept<T>(Taken<T> taken)
        where T : class
    {
        foreach (var problem in taken.Said)
        {
            Complaints.Say(taken.Path, problem);
        }

        failed |= taken.IsBug;
        read += taken.HasText ? 1 : 0;
        return taken.Result;
    }

    private static Taken<T> Take<T>(LoadedPage found, Func<Page, T> make, Func<T, Article> articleOf)
        where T : class
    {
        if (found.Page is not { } page)
        {
            return new Taken<T>(found.Path, null, found.Problems, false, false);
        }

        try
        {
            var result = make(page);
            var article = articleOf(result);
            var hasText = article.Text.Length > 0;
            return new Taken<T>(found.Path, result, [.. found.Problems, .. Reasons(article)], hasText, false);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A bug met by one page must not cost the others.
            return new Taken<T>(found.Path, null, [new Problem(InputCodes.Internal, $"{bug.GetType().Name}: {bug.Message}")], false, true);
        }
    }

    /// <summary>Why an article has no text, or is cut short; odd things about a good one stay with the article.</summary>
    private static IEnumerable<Problem> Reasons(Article article)
    {
        if (article.Text.Length > 0)
        {
            return [];
        }

        return article.Problems.IsEmpty ? [new Problem(ProblemCodes.NoArticle, "nothing in it can be read as an article")] : article.Problems.Take(1);
    }

    private sealed record Taken<T>(string Path, T? Result, IReadOnlyList<Problem> Said, bool HasText, bool IsBug)
        where T : class;
}
