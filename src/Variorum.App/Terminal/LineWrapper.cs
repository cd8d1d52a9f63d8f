using System.Globalization;
using System.Text;

namespace Variorum.App.Terminal;

/// <summary>A stretch of text of one look.</summary>
/// <param name="Text">What.</param>
/// <param name="IsNote">Whether it is a note beside the line.</param>
internal readonly record struct Piece(string Text, bool IsNote);

/// <summary>Breaks lines between words so that they keep within a number of columns.</summary>
internal static class LineWrapper
{
    /// <summary>The lines, each as its pieces; those after the first are indented further.</summary>
    /// <param name="pieces">What is to be printed, one after the other.</param>
    /// <param name="columns">How wide a line may be, indents included.</param>
    /// <param name="first">What stands before the first line.</param>
    /// <param name="hanging">What stands before the others.</param>
    public static IEnumerable<List<Piece>> Wrap(IEnumerable<Piece> pieces, int columns, string first, string hanging)
    {
        var line = new List<Piece> { new(first, false) };
        var (width, isEmpty) = (Width(first), true);
        foreach (var word in pieces.SelectMany(piece => piece.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, columns - Width(hanging))).Select(word => piece with { Text = word })))
        {
            var size = Width(word.Text);
            if (!isEmpty && width + 1 + size > columns)
            {
                yield return line;
                line = [new(hanging, false)];
                (width, isEmpty) = (Width(hanging), true);
            }

            line.Add(isEmpty ? word : word with { Text = " " + word.Text });
            width += size + (isEmpty ? 0 : 1);
            isEmpty = false;
        }

        yield return line;
    }

    /// <summary>How many columns a terminal gives to a text.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : IsWide(rune.Value) ? 2 : 1;
        }

        return width;
    }

    /// <summary>A word too long for a line, in pieces that fit.</summary>
    private static IEnumerable<string> Cut(string word, int columns)
    {
        while (word.Length > columns / 2 && Width(word) > columns)
        {
            var at = char.IsLowSurrogate(word[columns / 2]) ? (columns / 2) + 1 : columns / 2;
            yield return word[..at];
            word = word[at..];
        }

        yield return word;
    }

    private static bool IsWide(int rune) => rune is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
