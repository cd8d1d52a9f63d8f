using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Variorum.Lexicons;

namespace Variorum.Extracting.Encodings;

/// <summary>The encodings that a page's label can mean, as the WHATWG Encoding Standard has them ("iso-8859-1" means windows-1252).</summary>
internal static class EncodingLabels
{
    private const int OwnTable = 0;

    private const int Nothing = -1;

    private const int UserDefined = -2;

    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(() => Lexicon.Rows("encoding-labels")
        .SelectMany(cells => cells[2].Split(' '), (cells, label) => KeyValuePair.Create(label, cells[0])).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, ByteDecoder>> Decoders = new(() => Lexicon.Rows("encoding-labels")
        .Select(cells => KeyValuePair.Create(cells[0], Decoder(cells[0], int.Parse(cells[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)))).ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Decodes bytes; what is no character becomes U+FFFD.</summary>
    public delegate string ByteDecoder(ReadOnlySpan<byte> bytes);

    /// <summary>The standard's name of the encoding that a label means; null for a label that it does not know.</summary>
    public static string? NameOf(string label) => Names.Value.GetValueOrDefault(label.Trim());

    /// <summary>The decoder of a name.</summary>
    public static ByteDecoder DecoderOf(string name) => Decoders.Value[name];

    private static ByteDecoder Decoder(string name, int page)
    {
        switch (page)
        {
            case OwnTable:
                var table = Lexicon.Rows("encoding-tables").First(cells => cells[0] == name)[1].Split(' ').Select(cell => (char)int.Parse(cell, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToArray();
                return bytes => Mapped(bytes, b => b < 0xA0 ? (char)b : table[b - 0xA0]);
            case Nothing:
                return bytes => bytes.IsEmpty ? "" : "\uFFFD";
            case UserDefined:
                return bytes => Mapped(bytes, b => b < 0x80 ? (char)b : (char)(0xF780 + b - 0x80));
            default:
                var encoding = Encoding(page);
                return name == "shift_jis" ? bytes => encoding.GetString(NecDoubles.Undo(bytes)) : bytes => encoding.GetString(bytes);
        }
    }

    private static Encoding Encoding(int page)
    {
        var fallback = new DecoderReplacementFallback("\uFFFD");
        return CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, fallback) ?? System.Text.Encoding.GetEncoding(page, EncoderFallback.ReplacementFallback, fallback);
    }

    private static string Mapped(ReadOnlySpan<byte> bytes, Func<byte, char> map)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append(map(b));
        }

        return text.ToString();
    }
}
