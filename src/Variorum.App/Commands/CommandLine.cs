using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Variorum.App.Fetching;

namespace Variorum.App.Commands;

/// <summary>The program's words: what it can be asked, and how it ends.</summary>
internal static class CommandLine
{
    private const string Examples = """
        Examples:
          variorum read reports/                          print the account in the terminal
          variorum read reports/ --html account.html      a page to read and to send
          variorum read a.html b.txt c.json --json -      the record for machines, on standard output
          variorum extract page.html --json -             the article of a page, without analysis
          cat page.html | variorum read -                 from standard input

        Exit codes: 0 done; 1 nothing could be read; 2 wrong use or a broken installation.
        """;

    /// <summary>Runs the program. <b>Errors.</b> Whatever goes wrong ends as one line on standard error and an exit code.</summary>
    public static int Run(string[] args)
    {
        try
        {
            var result = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return result.Action is ParseErrorAction
                ? Complaints.WrongUse(result.Errors[0].Message)
                : result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException wrong)
        {
            return Complaints.WrongUse(wrong.Message);
        }
        catch (InvalidDataException broken)
        {
            return Complaints.Broken(broken.Message);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            return Complaints.Broken($"{InputCodes.Internal}: {bug.GetType().Name}: {bug.Message}");
        }
    }

    internal static RootCommand Create()
    {
        var root = new RootCommand("Reads many press reports of one event and writes the edition: who reported it, who copied whom, what they agree on, where they differ. Every line shows the words it came from.")
        {
            ReadCommand.Create(),
            ExtractCommand.Create(),
            AnnotateCommand.Create(),
            GroupCommand.Create(),
            CompareCommand.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Examples);
        return root;
    }
}
