using System.Text;

namespace Variorum.App.Tests;

/// <summary>A folder of its own for a test's inputs, gone afterwards.</summary>
public sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("variorum-");

    /// <summary>The folder's path.</summary>
    public string Root => folder.FullName;

    /// <summary>An invented report of some forty words.</summary>
    public static string Report(string place = "Carrow Point", int boats = 2) => $"""
        Light fails at {place}

        By Tam Orrin

        6 May 2031

        The lighthouse at {place} went dark for three hours on Monday night, the harbour board said on Tuesday.

        "We lost the lamp and then we lost the spare," harbour master Ines Vold told reporters. She said {boats} fishing boats had waited outside the bar.

        """;

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A path in the folder.</summary>
    public string At(string name) => Path.Combine(Root, name);

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
