using System.Buffers.Text;
using System.Globalization;

namespace Variorum.Extracting.Archives;

/// <summary>Undoes what mail does to bytes: base64 and quoted-printable.</summary>
internal static class TransferEncoding
{
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => OfBase64(body),
        "quoted-printable" => OfQuotedPrintable(body),
        _ => body.ToArray(),
    };

    /// <summary>Up to the first sign that is none of base64's.</summary>
    private static byte[] OfBase64(ReadOnlySpan<byte> body)
    {
        var signs = new byte[body.Length];
        var count = 0;
        foreach (var b in body)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/' or (byte)'=')
            {
                signs[count++] = b;
            }
        }

        var bytes = new byte[(count / 4 * 3) + 3];
        Base64.DecodeFromUtf8(signs.AsSpan(0, count), bytes, out _, out var written);
        return bytes[..written];
    }

    private static byte[] OfQuotedPrintable(ReadOnlySpan<byte> body)
    {
        using var bytes = new MemoryStream(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            var rest = body[i..];
            if (rest[0] != '=')
            {
                bytes.WriteByte(rest[0]);
            }
            else if (rest.Length > 2 && int.TryParse(rest.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.WriteByte((byte)value);
                i += 2;
            }
            else if (rest.Length > 1 && rest[1] is (byte)'\r' or (byte)'\n')
            {
                i += rest[1] == '\r' && rest.Length > 2 && rest[2] == '\n' ? 2 : 1;
            }
            else
            {
                bytes.WriteByte(rest[0]);
            }
        }

        return bytes.ToArray();
    }
}
