using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Organisations known by a name that does not show what they are.</summary>
internal static class KnownNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(() => Lexicon.Rows("organisations")
        .SelectMany(row => row.Select(name => (name, First: row[0])))
        .Concat(Lexicon.Rows("outlet-domains").Select(row => (name: Bare(row[1]), First: Bare(row[1]))).Where(pair => pair.name.Contains(' ', StringComparison.Ordinal)))
        .DistinctBy(pair => pair.name, StringComparer.Ordinal)
        .ToFrozenDictionary(pair => pair.name, pair => pair.First, StringComparer.Ordinal));

    public static bool Contains(string name) => Names.Value.ContainsKey(name);

    /// <summary>The first name of the organisation that goes by <paramref name="name"/>; null where none is known.</summary>
    public static string? Find(string name) => Names.Value.GetValueOrDefault(name);

    private static string Bare(string name) => name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
}
