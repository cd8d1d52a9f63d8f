using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>A noun for who somebody is.</summary>
/// <param name="Noun">In the singular, small; as listed for words that are always plural.</param>
/// <param name="Type">Person or organisation.</param>
/// <param name="IsPlural">Whether it stands for several.</param>
/// <param name="Gender">What it shows.</param>
/// <param name="IsLeader">Whether it is the first office of a country or body.</param>
/// <param name="IsLoose">Whether many in one text may be called by it, so that it tells none of them again.</param>
internal sealed record RoleNoun(string Noun, EntityType Type, bool IsPlural, Gender Gender, bool IsLeader, bool IsLoose);

/// <summary>The nouns for who somebody is, and which of them may mean the same post.</summary>
internal static class RoleNouns
{
    private static readonly Lazy<FrozenDictionary<string, RoleNoun>> Nouns = new(() => Lexicon.Rows("role-nouns").Concat(Lexicon.Rows("person-nouns"))
        .ToFrozenDictionary(row => row[0], Read, StringComparer.Ordinal));

    private static readonly string[][] Same =
    [
        ["chief executive", "chief executive officer", "ceo", "chief", "boss", "head"],
        ["spokesman", "spokeswoman", "spokesperson"],
        ["chairman", "chairwoman", "chair", "chairperson"],
        ["lawyer", "attorney"],
        ["prime minister", "premier"],
        ["officer", "police officer"],
        ["company", "firm", "corporation", "chipmaker", "carmaker", "automaker", "manufacturer", "retailer", "airline", "utility"],
        ["organisation", "organization"],
        ["group", "militant group"],
        ["agency", "news agency"],
    ];

    public static RoleNoun? Find(string noun)
    {
        if (Nouns.Value.TryGetValue(noun, out var found))
        {
            return found;
        }

        var isPlural = noun.Length > 4 && noun[^1] == 's' && Nouns.Value.TryGetValue(noun[..^1], out found);
        return isPlural && !found!.IsPlural ? found with { IsPlural = true } : null;
    }

    /// <summary>Whether one post may be called by either noun.</summary>
    public static bool Match(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return true;
        }

        if (left == "minister" || right == "minister")
        {
            return (left == "minister" ? right : left).EndsWith(" minister", StringComparison.Ordinal);
        }

        var isGeneral = left is "leader" or "counterpart" || right is "leader" or "counterpart";
        return isGeneral ? Find(left)?.IsLeader == true && Find(right)?.IsLeader == true : Same.Any(set => set.Contains(left, StringComparer.Ordinal) && set.Contains(right, StringComparer.Ordinal));
    }

    private static RoleNoun Read(string[] row) => new(
        row[0],
        row[1] == "organisation" ? EntityType.Organisation : EntityType.Person,
        row[1] == "people",
        row[2] == "m" ? Gender.Masculine : row[2] == "f" ? Gender.Feminine : Gender.Unknown,
        row.Length > 3 && row[3] == "leader",
        row.Length > 3 && row[3] == "loose");
}
