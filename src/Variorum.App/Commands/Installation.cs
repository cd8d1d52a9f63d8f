using System.Reflection;

namespace Variorum.App.Commands;

/// <summary>What lies beside the program.</summary>
internal static class Installation
{
    /// <summary>"variorum 0.1.0"</summary>
    public static string Program { get; } =
        "variorum " + typeof(Installation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Reads the models. <b>Errors.</b> <see cref="InvalidDataException"/> where one is missing, older or damaged.</summary>
    public static Models LoadModels() => Models.Load(name =>
    {
        var path = Path.Combine(AppContext.BaseDirectory, "models", name);
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"broken-installation: the model {path} cannot be read; install the program anew", e);
        }
    });
}
