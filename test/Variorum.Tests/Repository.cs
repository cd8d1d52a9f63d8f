namespace Variorum.Tests;

/// <summary>The checked-out repository, found by walking up from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path as the repository writes it: relative to the root, with forward slashes.</summary>
    public static string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>The text of a file with line feeds alone, whatever the checkout made of them.</summary>
    public static string Text(string path) => File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The files of a folder and those below it, build output aside, in ordinal order; none where there is no such folder.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) => !Directory.Exists(At(folder))
        ? []
        : [.. Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Name(file).Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Variorum.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Variorum.slnx above {AppContext.BaseDirectory}: the tests run inside the repository.");
    }
}
