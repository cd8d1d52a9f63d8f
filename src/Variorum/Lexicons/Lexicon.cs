using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum.Lexicons;

/// <summary>Word lists written for this project, one text file each beside this one; <c>#</c> opens a comment line.</summary>
internal static class Lexicon
{
    /// <summary>A list's entries, one a line.</summary>
    public static FrozenSet<string> Words(string name, bool ignoreCase = true) =>
        Lines(name).ToFrozenSet(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>A list's rows, cells parted by tabs.</summary>
    public static ImmutableArray<string[]> Rows(string name) => [.. Lines(name).Select(line => line.Split('\t'))];

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(name + ".txt")
            ?? throw new InvalidDataException($"The word list {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
