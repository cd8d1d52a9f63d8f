using System.Globalization;
using System.Text;

namespace Variorum.Annotating;

/// <summary>What kind of character stands at a place of a text.</summary>
internal static class Letters
{
    /// <summary>White space, control characters and marks without width: what parts tokens and lies in none.</summary>
    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>An apostrophe in any of the shapes that print gives it.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or 'ʼ';

    /// <summary>How many units the letter, digit or mark at <paramref name="at"/> takes; 0 where there is none.</summary>
    public static int WordUnits(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return 0;
        }

        var c = text[at];
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) || c == '_' ? 1 : 0;
        }

        if (!char.IsSurrogate(c))
        {
            return c == '\u00AD' || IsWord(char.GetUnicodeCategory(c)) ? 1 : 0;
        }

        return Rune.DecodeFromUtf16(text[at..], out var rune, out var units) == System.Buffers.OperationStatus.Done
            && IsWord(Rune.GetUnicodeCategory(rune)) ? units : 0;
    }

    /// <summary>Whether a letter stands at <paramref name="at"/>.</summary>
    public static bool IsLetter(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);

    /// <summary>Whether a digit stands at <paramref name="at"/>.</summary>
    public static bool IsDigit(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool IsWord(UnicodeCategory category) =>
        category is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber;
}
