using System.CommandLine;

namespace Variorum.App.Commands;

/// <summary>The inputs that most commands take.</summary>
internal static class PathArgument
{
    public static Argument<string[]> Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders and addresses to read; - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && token.Value.Length > 1 && !Path.Exists(token.Value)) is { } token)
            {
                result.AddError($"there is no option {token.Value}");
            }
        });
        return paths;
    }

    public static Option<string?> ResultOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
    };
}
