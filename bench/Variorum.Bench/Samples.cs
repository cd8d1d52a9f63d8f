using System.Collections.Immutable;

namespace Variorum.Bench;

/// <summary>The sample reports and the models, loaded once.</summary>
internal static class Samples
{
    public static Models Models { get; } = LoadModels();

    public static ImmutableArray<Page> Pages { get; } =
        [.. Directory.EnumerateFiles(Beside("samples")).Order(StringComparer.Ordinal).Select(f => new Page(Path.GetFileName(f), File.ReadAllBytes(f)))];

    /// <summary>Loads the models anew.</summary>
    public static Models LoadModels() => Models.Load(name => File.OpenRead(Path.Combine(Beside("models"), name)));

    private static string Beside(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
