using System.Diagnostics;
using System.IO.Compression;

namespace Variorum.Lab.Corpora;

/// <summary>Opens files of the folder of data.</summary>
internal static class DataFile
{
    /// <summary>The lines of a text file; <c>.gz</c> is unpacked here, <c>.xz</c> by the <c>xz</c> program, which must be installed.</summary>
    public static IEnumerable<string> Lines(DirectoryInfo data, string path)
    {
        using var reader = Open(Path.Combine(data.FullName, path));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>A table's rows, without its header.</summary>
    public static IEnumerable<string[]> Rows(DirectoryInfo data, string path) => Lines(data, path).Skip(1).Select(line => line.Split('\t'));

    private static StreamReader Open(string path) => Path.GetExtension(path) switch
    {
        ".gz" => new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)),
        ".xz" => OpenXz(path),
        _ => new StreamReader(path),
    };

    private static StreamReader OpenXz(string path)
    {
        var start = new ProcessStartInfo("xz") { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        start.ArgumentList.Add("-dc");
        start.ArgumentList.Add(path);
        var process = Process.Start(start) ?? throw new InvalidOperationException("xz did not start.");
        return process.StandardOutput;
    }
}
