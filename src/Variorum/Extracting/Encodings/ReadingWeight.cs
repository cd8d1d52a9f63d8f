using System.Globalization;

namespace Variorum.Extracting.Encodings;

/// <summary>Weighs how much a text looks like words of a language.</summary>
internal static class ReadingWeight
{
    /// <summary>Signs beyond ASCII that stand in texts of any language.</summary>
    private const string Signs = "\u00A0«»“”„‘’–—…•©®™°§€£№·、。「」『』（），！？：；・〜～《》【】";

    /// <summary>The weight of the heaviest language, for each byte beyond ASCII.</summary>
    public static double Of(string text, string[] languages, int highBytes)
    {
        var alphabets = Alphabet.All.Value.Where(alphabet => languages.Contains(alphabet.Language)).ToArray();
        var sums = new double[alphabets.Length];
        var shared = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
            {
                continue;
            }

            var before = i > 0 ? text[i - 1] : ' ';
            shared += Oddness(c, before, i + 1 < text.Length ? text[i + 1] : ' ');
            for (var a = 0; a < alphabets.Length; a++)
            {
                sums[a] += WeightOf(c, alphabets[a]);
            }
        }

        return highBytes == 0 ? 0 : (sums.Max() + shared) / highBytes;
    }

    private static double WeightOf(char c, Alphabet alphabet)
    {
        if (alphabet.WeightOf(c) is { } weight)
        {
            return alphabet.IsEastAsian ? 2 * weight : weight;
        }

        return Signs.Contains(c, StringComparison.Ordinal) ? 0.3
            : alphabet.IsEastAsian ? EastAsian(c, alphabet.Language)
            : char.IsLetter(c) ? -1 : -0.5;
    }

    /// <summary>Characters of the right script that are not on the list of the most frequent.</summary>
    private static double EastAsian(char c, string language) => c switch
    {
        >= '\u3040' and <= '\u30FF' => language == "ja" ? 2 : -1,
        >= '\uAC00' and <= '\uD7A3' => language == "ko" ? 1.2 : -2,
        >= '\u4E00' and <= '\u9FFF' => language == "ko" ? -0.5 : 0.8,
        >= '\uFF00' and <= '\uFF5E' => 0.6,
        >= '\u2000' and <= '\u33FF' => 0.3,
        _ => -2,
    };

    /// <summary>What no text has: broken sequences, controls, characters of no use, signs between letters, a capital behind a small letter, two scripts in a word.</summary>
    private static double Oddness(char c, char before, char after) =>
        c == '\uFFFD' || c is (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF') ? -6
            : char.IsLetter(c) ? OfLetter(c, before, after)
            : char.IsLetter(before) && char.IsLetter(after) && !IsMark(c) && c is not ('’' or '\u00A0' or '·' or '–' or '…') && c < 0x2E80 ? -2
            : 0;

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static double OfLetter(char c, char before, char after) =>
        (char.IsUpper(c) && char.IsLower(before) ? -1.5 : 0)
        + (char.IsAsciiDigit(after) && !char.IsLetter(before) && c < 0x3000 ? -1.5 : 0)
        + (char.IsLetter(before) && Script(before) != Script(c) ? -2 : 0)
        + (c is >= '\uFF61' and <= '\uFF9F' ? -2 : 0);

    private static int Script(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and < '\u1F00') => 0,
        < '\u0370' => 0,
        < '\u0400' => 1,
        < '\u0530' => 2,
        < '\u0600' => 3,
        < '\u0780' => 4,
        < '\u0E80' => 5,
        _ => 6,
    };
}
