namespace Variorum.App.Tests;

/// <summary>Files of the checked-out repository, found by walking up from where the tests run.</summary>
internal static class Repository
{
    public static string Text(params string[] parts) => File.ReadAllText(At(parts)).ReplaceLineEndings("\n");

    public static string At(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Variorum.slnx")))
            {
                return Path.Combine([folder.FullName, .. parts]);
            }
        }

        throw new DirectoryNotFoundException("The tests run inside the repository.");
    }
}
