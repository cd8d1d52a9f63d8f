namespace Variorum.Extracting.Encodings;

/// <summary>Nine signs that Shift JIS has twice and the runtime knows once: the second place is read as the first.</summary>
internal static class NecDoubles
{
    /// <summary>Second bytes behind 0x87, and the two bytes that mean the same.</summary>
    private static readonly Dictionary<byte, (byte Lead, byte Trail)> Places = new()
    {
        [0x90] = (0x81, 0xE0),
        [0x91] = (0x81, 0xDF),
        [0x92] = (0x81, 0xE7),
        [0x95] = (0x81, 0xE3),
        [0x96] = (0x81, 0xDB),
        [0x97] = (0x81, 0xDA),
        [0x9A] = (0x81, 0xE6),
        [0x9B] = (0x81, 0xBF),
        [0x9C] = (0x81, 0xBE),
    };

    /// <summary>The bytes with the signs in their first places.</summary>
    public static ReadOnlySpan<byte> Undo(ReadOnlySpan<byte> bytes)
    {
        byte[]? changed = null;
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC))
            {
                if (bytes[i] == 0x87 && Places.TryGetValue(bytes[i + 1], out var place))
                {
                    changed ??= bytes.ToArray();
                    (changed[i], changed[i + 1]) = place;
                }

                i++;
            }
        }

        return changed is null ? bytes : changed;
    }
}
