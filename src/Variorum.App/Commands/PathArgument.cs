using System.CommandLine;

namespace Variorum.App.Commands;

/// <summary>The inputs that most commands take.</summary>
internal static class PathArgument
{
    public static Argument<string[]> Create() => new("PATH")
    {
        Description = "Files and folders to read; - is standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> ResultOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
    };
}
