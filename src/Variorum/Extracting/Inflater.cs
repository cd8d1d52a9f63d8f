using System.Buffers.Binary;
using System.IO.Compression;

namespace Variorum.Extracting;

/// <summary>Expands gzip, never much further than <see cref="Limits.PageBytes"/>.</summary>
internal static class Inflater
{
    /// <summary>Whether the bytes begin like gzip.</summary>
    public static bool IsCompressed(ReadOnlySpan<byte> bytes) => bytes.Length > 18 && bytes[0] == 0x1F && bytes[1] == 0x8B;

    /// <summary>What the bytes hold. <b>Errors.</b> Broken input gives what came before the break, and a problem.</summary>
    public static ReadOnlyMemory<byte> Expand(ReadOnlyMemory<byte> bytes, List<Problem> problems)
    {
        using var output = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            for (int read; output.Length <= Limits.PageBytes && (read = gzip.Read(buffer)) > 0;)
            {
                output.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // The length at the end tells the same below.
        }

        if (output.Length <= Limits.PageBytes && BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[^4..]) != output.Length)
        {
            problems.Add(new Problem(ProblemCodes.Damaged, "The compressed input breaks off or is broken; what came before was read."));
        }

        return output.ToArray();
    }
}
