using System.Buffers;
using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Tells photo captions and photo credits from paragraphs.</summary>
/// <remarks><b>Method.</b> A caption ends in a credit: a few capitalised words after a dash, a full stop or in brackets that name
/// an agency, a photo library or a kind of picture; or it begins as captions do ("FILE - ", "Image caption").</remarks>
internal static class CaptionRules
{
    private const int LongestCaption = 600;

    private static readonly Lazy<FrozenSet<string>> CreditWords = new(() => Lexicon.Words("photo-credits"));

    private static readonly string[] Openings =
        ["image copyright", "image caption", "image source", "image credit", "photo credit", "photo caption", "photo:", "photos:", "photo by ", "file -", "file –", "file —", "file photo", "file image", "enlarge this image", "[photo", "[image", "(photo", "picture:", "pictured:", "image:", "caption:", "media caption", "getty images", "toggle caption", "file pic", "handout photo"];

    private static readonly SearchValues<string> Marks = SearchValues.Create(["toggle caption", "image copyright", "image caption", "file photo]", "file photo)", "(file photo", "[file photo", "[file:", "(photo by", "(photo:", "[photo:", "/getty images", "via getty images", "getty images)", "photograph:", "[courtesy", "(ap photo", "(file)", "photo/"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a paragraph is a caption or a photo credit.</summary>
    /// <param name="line">The paragraph.</param>
    /// <param name="isLast">Whether it ends the text: an agency alone after it is then the text's and no photo's.</param>
    public static bool IsCaption(string line, bool isLast = false)
    {
        line = line.Trim();
        if (line.Length is 0 or > LongestCaption)
        {
            return false;
        }

        return Openings.Any(opening => line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            || line.AsSpan().ContainsAny(Marks)
            || (line[0] == '©' && line.AsSpan(0, Math.Min(line.Length, 60)).Contains('/'))
            || (CreditTail(line) is { } tail && IsPhotoCredit(tail, isWhole: isLast || tail.Length == line.Length));
    }

    /// <summary>What a line ends with after its last dash, bracket or full stop, where that is short; the whole short line without one.</summary>
    public static string? CreditTail(string line)
    {
        var text = line.TrimEnd(' ', '.', ')', ']', '*', '_');
        var from = Math.Max(0, text.Length - 90);
        var tail = text[from..];
        var start = -1;
        foreach (var mark in (ReadOnlySpan<string>)["— ", " —", " – ", " - ", "(", "[", ". ", ".” ", "! ", "? ", "**"])
        {
            var at = tail.LastIndexOf(mark, StringComparison.Ordinal);
            start = at < 0 ? start : Math.Max(start, at + mark.Length);
        }

        return start >= 0 ? tail[start..].Trim(' ', '*', '_') : line.Length <= 60 ? text.Trim() : null;
    }

    /// <summary>Whether words are a photo's credit: "AFP/File", "Jane Doe / POOL / example.org", "Dado Ruvic/Reuters", "EPA".</summary>
    /// <param name="credit">The words.</param>
    /// <param name="isWhole">Whether they are the whole line, as with a credit set under its picture.</param>
    public static bool IsPhotoCredit(string credit, bool isWhole)
    {
        var words = credit.Split([' ', '/', '|', ',', '•', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 10 || !words.All(IsCreditWord))
        {
            return false;
        }

        var isParted = credit.AsSpan().IndexOfAny('/', '|', '•') >= 0;
        var names = words.Count(word => CreditWords.Value.Contains(word));
        var namesWire = words.Any(word => WireTable.FindCredit(word) is not null);
        return (isParted && (names > 0 || namesWire || IsSpacedSlashes(credit))) || names > 0 || (namesWire && !isWhole);
    }

    private static bool IsSpacedSlashes(string credit) => credit.AsSpan().Count(" / ") > 0 && credit.Length < 70;

    private static bool IsCreditWord(string word) =>
        char.IsUpper(word[0]) || char.IsAsciiDigit(word[0]) || word[0] is '©' or '@' || CreditWords.Value.Contains(word)
        || word.Contains('.', StringComparison.Ordinal) || word is "via" or "for" or "the" or "of" or "by" or "and" or "de" or "van" or "von" or "handout" or "courtesy" or "file" or "photo";
}
