using System.Collections.Frozen;
using Variorum.Extracting;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>The names of agencies, outlets and platforms through which words reach a page.</summary>
internal static class MediaTable
{
    private static readonly Lazy<FrozenDictionary<string, string>> Outlets = new(ReadOutlets);
    private static readonly Lazy<FrozenSet<string>> Nouns = new(() => Lexicon.Words("outlet-nouns"));
    private static readonly Lazy<FrozenSet<string>> NameWords = new(() => Lexicon.Words("outlet-names", ignoreCase: false));

    /// <summary>The usual name behind a name in running text; null where it is no known agency or outlet.</summary>
    public static string? UsualName(string name) => WireTable.FindName(name)?.Name ?? WireTable.FindCredit(name)?.Name ?? Outlets.Value.GetValueOrDefault(name);

    /// <summary>Whether a common noun makes its phrase an outlet or channel ("newspaper", "translation").</summary>
    public static bool IsNoun(string word) => Nouns.Value.Contains(word);

    /// <summary>Whether a capitalised word makes the name it stands in an outlet's ("Gazette").</summary>
    public static bool IsNameWord(string word) => NameWords.Value.Contains(word);

    private static FrozenDictionary<string, string> ReadOutlets()
    {
        var outlets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Rows("outlets"))
        {
            outlets.TryAdd(row[0], row[0]);
            foreach (var name in row[1].Split('|').Where(name => name != "-"))
            {
                outlets.TryAdd(name, row[0]);
            }
        }

        return outlets.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
