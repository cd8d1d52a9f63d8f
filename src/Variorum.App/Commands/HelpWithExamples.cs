using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Variorum.App.Commands;

/// <summary>The usual help, under the program's own name, and for the program as a whole examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual, string examples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var configuration = parseResult.InvocationConfiguration;
        var output = configuration.Output;
        using var text = new StringWriter();
        configuration.Output = text;
        var code = usual.Invoke(parseResult);
        configuration.Output = output;

        // The usual help calls the program by its assembly.
        output.WriteLine(text.ToString().Replace(RootCommand.ExecutableName, "variorum", StringComparison.Ordinal).TrimEnd());
        if (parseResult.CommandResult.Command is RootCommand)
        {
            output.WriteLine();
            output.WriteLine(examples.ReplaceLineEndings());
        }

        return code;
    }
}
