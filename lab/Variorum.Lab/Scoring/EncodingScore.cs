using System.Text;
using Variorum.Extracting;
using Variorum.Extracting.Encodings;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>How many texts are decoded right, with their encoding declared and without.</summary>
/// <remarks><b>Method.</b> Right is the text that the standard's decoder of the true encoding gives, character for character, without one replaced.
/// Encodings that the WHATWG standard does not name are left out: nothing on the web may be in them.</remarks>
internal static class EncodingScore
{
    /// <summary>Folders whose encoding the standard has under another name, or as a part of another.</summary>
    private static readonly Dictionary<string, string> Folders = new(StringComparer.Ordinal)
    {
        ["ascii"] = "utf-8",
        ["cp932"] = "shift_jis",
        ["cp949"] = "euc-kr",
        ["utf-8-bom"] = "utf-8",
        ["utf-16"] = "utf-16be",
    };

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        var (all, declared, detected) = (0, 0, 0);
        var left = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (path, bytes) in WebPages.Unpack(data, "feeds/encodings.tar.gz"))
        {
            var folder = path.Split('/')[^2];
            if (EncodingLabels.NameOf(Folders.GetValueOrDefault(folder, folder)) is not { } name || name == "replacement")
            {
                left.Add(folder);
                continue;
            }

            var truth = Truth(bytes, name);
            all++;
            declared += IsRight(bytes, name, truth, path, tell) ? 1 : 0;
            detected += IsRight(bytes, null, truth, path, tell) ? 1 : 0;
        }

        tell?.Invoke("out of scope, not in the standard: " + string.Join(", ", left));
        yield return new Figure("encodings.samples", all);
        yield return new Figure("encodings.declared", (double)declared / all);
        yield return new Figure("encodings.detected", (double)detected / all);
    }

    private static string Truth(byte[] bytes, string name) => bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)
        : bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)
        : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3)
        : EncodingLabels.DecoderOf(name)(bytes);

    private static bool IsRight(byte[] bytes, string? label, string truth, string path, Action<string>? tell)
    {
        var problems = new List<Problem>();
        var text = TextDecoder.Decode(bytes, label, problems);
        var isRight = text == truth && (label is null || !truth.Contains('\uFFFD', StringComparison.Ordinal));
        if (!isRight)
        {
            tell?.Invoke($"{(label is null ? "detected" : "declared")} {path}: {truth.Count(c => c == '\uFFFD')} replaced in truth; {string.Join("; ", problems.Select(problem => problem.Message))}");
        }

        return isRight;
    }
}
