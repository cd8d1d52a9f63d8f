namespace Variorum.Lab.Corpora;

/// <summary>Tables of what others call our fields.</summary>
internal static class FieldNames
{
    /// <summary>Reads lines of our name, a colon, and the others' names; gives ours by theirs.</summary>
    public static Dictionary<string, string> Read(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Trim().Split(": "))
        .SelectMany(cells => cells[1].Split(' '), (cells, name) => KeyValuePair.Create(name, cells[0]))
        .ToDictionary(StringComparer.Ordinal);
}
