using FsCheck;
using FsCheck.Fluent;

namespace Variorum.Tests.Quoting;

/// <summary>Hostile texts: words, marks, stops and breaks in any order.</summary>
internal static class Texts
{
    private static readonly string[] Parts =
    [
        "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "''", "``", " ", " ", ", ", ". ", ": ", "\n\n", "— ", "(", ")", "; ", "? ", "… ",
        "said", " said ", " said that ", " the minister ", " Ada Byron ", " he ", " who ", " told ", " reporters ", " according to ", " was quoted as saying ",
        " by ", " and ", " but ", " adding ", " called ", " it ", " is ", " in a statement ", " on Friday", " Reuters ", " of ", "’s ", "😀", "\u0301", "x", " accused ", " to ",
    ];

    public static Arbitrary<string> Arbitrary() => Gen.Elements(Parts).ListOf().Select(parts => string.Concat(parts).Trim()).ToArbitrary();
}
