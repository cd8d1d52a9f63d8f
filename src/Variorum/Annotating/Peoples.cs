using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Adjectives of peoples, faiths and parts of the world, which name nobody.</summary>
internal static class Peoples
{
    private static readonly Lazy<FrozenSet<string>> Words = new(() => Lexicon.Words("peoples", ignoreCase: false));

    public static bool Contains(string word) => Words.Value.Contains(word);
}
