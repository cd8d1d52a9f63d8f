using System.Collections.Immutable;

namespace Variorum;

/// <summary>Every code a <see cref="Problem"/> can carry; each has its line in <c>docs/cli.md</c>.</summary>
public static class ProblemCodes
{
    /// <summary>The input has no bytes, or nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>The input is not text.</summary>
    public const string Binary = "binary";

    /// <summary>The input's form is known and not read by this program (PDF, Word, images).</summary>
    public const string UnsupportedForm = "unsupported-form";

    /// <summary>Only the beginning of the input was read.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A compressed or structured input breaks off or is broken.</summary>
    public const string Damaged = "damaged";

    /// <summary>Bytes that are no characters in the page's encoding were replaced, or another encoding was assumed.</summary>
    public const string Encoding = "encoding";

    /// <summary>Entities that a feed declares itself were not expanded.</summary>
    public const string EntitiesRefused = "entities-refused";

    /// <summary>The article is not in English, the language the steps are made for.</summary>
    public const string Language = "language";

    /// <summary>The page holds no article.</summary>
    public const string NoArticle = "no-article";

    /// <summary>Elements nested too deeply were read as if they were not nested.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>All codes, in ordinal order.</summary>
    public static ImmutableArray<string> All { get; } =
        [Binary, Damaged, Empty, Encoding, EntitiesRefused, Language, NoArticle, TooDeep, TooLarge, UnsupportedForm];
}
