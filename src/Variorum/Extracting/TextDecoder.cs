using System.Buffers;
using System.Text;
using Variorum.Extracting.Encodings;

namespace Variorum.Extracting;

/// <summary>From bytes to text.</summary>
/// <remarks><b>Method.</b> In order: byte order mark; UTF-16 by its zero bytes; strict UTF-8, which nothing else looks like; the carrier's or
/// the page's own charset, by the labels of the WHATWG Encoding Standard; UTF-8 where all but a few sequences are valid; what
/// the bytes look like (<see cref="EncodingDetector"/>); windows-1252, which leaves no byte without a character.</remarks>
internal static class TextDecoder
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"' />;\r\n");

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a page; null where the bytes are no text.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="declared">The charset that carrier or page declares; null for none.</param>
    /// <param name="problems">Gets what was replaced or assumed.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? declared, List<Problem> problems)
    {
        var encoding = OfMark(bytes, out var skip) ?? OfZeros(bytes);
        if (encoding is not null)
        {
            return Counted(encoding.GetString(bytes[skip..]), encoding.WebName, problems);
        }

        if (IsBinary(bytes))
        {
            return null;
        }

        return (bytes.Contains((byte)0x1B) ? null : TryUtf8(bytes)) ?? OfDeclared(bytes, declared, problems) ?? Guessed(bytes, problems);
    }

    /// <summary>The charset that a page's first kilobytes declare, in an XML declaration or a meta element; null for none.</summary>
    public static string? DeclaredInMarkup(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var declaration = head.AsSpan().TrimStart().StartsWith("<?xml") ? head[..(head.IndexOf("?>", StringComparison.Ordinal) + 1)] : "";
        return NameAfter(declaration, "encoding=") ?? NameAfter(head, "charset=");
    }

    private static string? NameAfter(string head, string sign)
    {
        var at = head.IndexOf(sign, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var name = head.AsSpan(at + sign.Length).TrimStart("\"' ");
        var end = name.IndexOfAny(NameEnds);
        return end is > 0 and < 40 ? name[..end].ToString() : null;
    }

    private static Encoding? OfMark(ReadOnlySpan<byte> bytes, out int skip)
    {
        skip = 0;
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            skip = 3;
            return Encoding.UTF8;
        }

        if (bytes is [0xFF, 0xFE, 0, 0, ..])
        {
            skip = 4;
            return Encoding.UTF32;
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            skip = 2;
            return bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        }

        return null;
    }

    /// <summary>UTF-16 without a mark: in Latin-script text nearly every second byte is zero.</summary>
    private static Encoding? OfZeros(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var half = head.Length / 2;
        return half < 8 ? null
            : odd > half * 0.7 && even < half * 0.05 ? Encoding.Unicode
            : even > half * 0.7 && odd < half * 0.05 ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var odd = 0;
        foreach (var b in head)
        {
            odd += b is 0 ? 8 : b < 9 || b is (> 13 and < 32 and not 27) or 127 ? 1 : 0;
        }

        return odd > head.Length / 50;
    }

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? OfDeclared(ReadOnlySpan<byte> bytes, string? declared, List<Problem> problems) =>
        declared is not null && EncodingLabels.NameOf(declared) is { } name && !name.StartsWith("utf-", StringComparison.Ordinal) ? Counted(EncodingLabels.DecoderOf(name)(bytes), name, problems) : null;

    private static string Guessed(ReadOnlySpan<byte> bytes, List<Problem> problems)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var (bad, good) = (text.AsSpan().Count(Replacement), text.Count(c => c > 127));
        if (bad * 4 <= good - bad && !bytes.Contains((byte)0x1B))
        {
            return Counted(text, "utf-8", problems);
        }

        var name = EncodingDetector.Detect(bytes);
        if (name is null or not "utf-8")
        {
            problems.Add(new Problem(ProblemCodes.Encoding, $"The bytes are no UTF-8 and no other encoding is named; {name ?? "windows-1252"} was assumed."));
        }

        return Counted(EncodingLabels.DecoderOf(name ?? "windows-1252")(bytes), name ?? "windows-1252", problems);
    }

    private static string Counted(string text, string encoding, List<Problem> problems)
    {
        var replaced = text.AsSpan().Count(Replacement);
        if (replaced > 0)
        {
            problems.Add(new Problem(ProblemCodes.Encoding, $"{replaced} sequences that are no characters in {encoding} were replaced."));
        }

        return text;
    }
}
