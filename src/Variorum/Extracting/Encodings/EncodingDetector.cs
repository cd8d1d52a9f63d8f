using System.Text;

namespace Variorum.Extracting.Encodings;

/// <summary>Tells in which encoding bytes are that nothing declares.</summary>
/// <remarks>
/// <para><b>Method.</b> Signs that leave no doubt first (escape sequences, valid UTF-8, the zero bytes and the pairs of UTF-16). Then the bytes are
/// read in each encoding that a page can be in, and each reading is weighed, for each language that is written in it: usual letters
/// speak for it, letters of no alphabet, signs within words, capitals behind small letters and broken sequences against it. The
/// heaviest reading wins; of equals the more usual encoding, which stands first.</para>
/// <para><b>Cost.</b> Only the first 48 kB beyond ASCII and their surroundings are weighed.</para>
/// </remarks>
internal static class EncodingDetector
{
    private const int Window = 48 * 1024;

    /// <summary>Below this a reading is no better than chance.</summary>
    private const double Least = 0.15;

    /// <summary>Encodings with the languages that are written in them, the more usual first.</summary>
    private static readonly (string Name, string[] Languages)[] Candidates =
    [
        ("windows-1252", ["de", "fr", "es", "pt", "it", "da", "sv", "is", "nl"]),
        ("windows-1251", ["ru", "bg", "uk"]),
        ("shift_jis", ["ja"]),
        ("gb18030", ["zh-hans"]),
        ("euc-kr", ["ko"]),
        ("big5", ["zh-hant"]),
        ("euc-jp", ["ja"]),
        ("windows-1250", ["cs", "sk", "pl", "hu", "ro", "hr", "sl"]),
        ("iso-8859-2", ["cs", "sk", "pl", "hu", "ro", "hr", "sl"]),
        ("windows-1256", ["ar", "fa"]),
        ("windows-1253", ["el"]),
        ("iso-8859-7", ["el"]),
        ("windows-1254", ["tr"]),
        ("windows-1255", ["he"]),
        ("windows-874", ["th"]),
        ("koi8-r", ["ru", "bg"]),
        ("koi8-u", ["uk"]),
        ("windows-1257", ["lt", "lv", "et"]),
        ("windows-1258", ["vi"]),
        ("iso-8859-15", ["fr", "de", "da", "et"]),
        ("iso-8859-5", ["ru", "bg", "uk"]),
        ("iso-8859-6", ["ar"]),
        ("iso-8859-13", ["lt", "lv", "et"]),
        ("iso-8859-4", ["lt", "lv", "et"]),
        ("ibm866", ["ru", "bg", "uk"]),
        ("x-mac-cyrillic", ["ru", "bg", "uk"]),
        ("iso-8859-3", ["eo", "mt"]),
        ("iso-8859-16", ["ro"]),
        ("iso-8859-10", ["sv", "is"]),
        ("macintosh", ["de", "fr", "es", "it"]),
    ];

    /// <summary>The standard's name of the likeliest encoding; null where none is likely.</summary>
    public static string? Detect(ReadOnlySpan<byte> bytes)
    {
        if (Certain(bytes) is { } certain)
        {
            return certain;
        }

        var sample = Sample(bytes);
        (string? Name, double Weight) best = (null, Least);
        foreach (var (name, languages) in Candidates)
        {
            var weight = ReadingWeight.Of(EncodingLabels.DecoderOf(name)(sample), languages, HighBytes(sample));
            best = weight > best.Weight ? (name, weight) : best;
        }

        return best.Name;
    }

    private static string? Certain(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyExceptInRange<byte>(0, 127) < 0)
        {
            return bytes.IndexOf("\u001b$B"u8) >= 0 || bytes.IndexOf("\u001b$@"u8) >= 0 || bytes.IndexOf("\u001b(J"u8) >= 0 ? "iso-2022-jp" : bytes.IndexOf("\u001b$)C"u8) >= 0 ? "replacement" : "utf-8";
        }

        return IsUtf8(bytes) ? "utf-8" : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var taken);
            if (status == System.Buffers.OperationStatus.InvalidData)
            {
                return false;
            }

            bytes = bytes[Math.Max(1, taken)..];
            var next = bytes.IndexOfAnyExceptInRange<byte>(0, 127);
            bytes = next < 0 ? [] : bytes[next..];
        }

        return true;
    }

    private static int HighBytes(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            count += b >> 7;
        }

        return count;
    }

    /// <summary>The lines that have bytes beyond ASCII, up to the window's length.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> bytes)
    {
        using var sample = new MemoryStream();
        while (!bytes.IsEmpty && sample.Length < Window)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..(end + 1)];
            if (line.IndexOfAnyExceptInRange<byte>(0, 127) >= 0)
            {
                sample.Write(line[..(int)Math.Min(line.Length, Window - sample.Length + 1)]);
            }

            bytes = bytes[line.Length..];
        }

        return sample.ToArray();
    }
}
