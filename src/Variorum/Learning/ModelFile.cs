using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Variorum.Learning;

/// <summary>A file of trained or compiled data: named sections behind a check.</summary>
/// <remarks>
/// <para><b>Shape.</b> Eight bytes <c>VARIORUM</c>; format version (Int32, little-endian as all numbers); SHA-256 of what
/// follows; then the model's name, the number of sections, and for each its name, packed and unpacked length; then the
/// packed sections (Brotli, whose output does not depend on the machine) one after another.</para>
/// <para><b>Cost.</b> Sections are unpacked when asked for, each time anew: keep what you decode.</para>
/// </remarks>
internal sealed class ModelFile
{
    private const int FormatVersion = 1;
    private const int CheckOffset = 12;
    private const int BodyOffset = CheckOffset + 32;
    private const int LargestSection = 1 << 28;

    private static ReadOnlySpan<byte> Magic => "VARIORUM"u8;

    private readonly string fileName;
    private readonly byte[] bytes;
    private readonly Dictionary<string, (int Start, int Packed, int Length)> sections = new(StringComparer.Ordinal);

    private ModelFile(string name, string fileName, byte[] bytes)
    {
        Name = name;
        this.fileName = fileName;
        this.bytes = bytes;
        Hash = Convert.ToHexStringLower(bytes.AsSpan(CheckOffset, 6));
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>First 12 hexadecimal digits of the SHA-256 of the file's content.</summary>
    public string Hash { get; }

    /// <summary>Reads and checks a whole file.</summary>
    /// <param name="name">The model's name; its file is called <c>name.model</c>.</param>
    /// <param name="open">Opens a file by its name.</param>
    /// <exception cref="InvalidDataException">It is missing, of another version, another model or damaged; the message says what to do.</exception>
    public static ModelFile Read(string name, Func<string, Stream> open)
    {
        var path = name + ".model";
        var content = ReadAll(path, open);
        Check(content.Length > BodyOffset && content.AsSpan(0, 8).SequenceEqual(Magic), path, "is not a model file");
        var version = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(8));
        Check(version == FormatVersion, path, $"has format version {version}, this program reads {FormatVersion}");
        Check(SHA256.HashData(content.AsSpan(BodyOffset)).AsSpan().SequenceEqual(content.AsSpan(CheckOffset, 32)), path, "is damaged (its check does not fit its content)");
        var file = new ModelFile(name, path, content);
        file.ReadDirectory(name);
        return file;
    }

    /// <summary>Writes a model.</summary>
    /// <remarks><b>Order.</b> Sections in the order given; the same sections give the same bytes.</remarks>
    public static void Write(Stream stream, string name, IEnumerable<(string Name, byte[] Content)> sections)
    {
        var packed = sections.Select(section => (section.Name, section.Content.Length, Packed: Pack(section.Content))).ToArray();
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body, Encoding.UTF8);
        writer.Write(name);
        writer.Write(packed.Length);
        foreach (var section in packed)
        {
            writer.Write(section.Name);
            writer.Write(section.Packed.Length);
            writer.Write(section.Length);
        }

        foreach (var section in packed)
        {
            writer.Write(section.Packed);
        }

        writer.Flush();
        var content = body.ToArray();
        Span<byte> head = stackalloc byte[BodyOffset];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], FormatVersion);
        SHA256.HashData(content, head[CheckOffset..]);
        stream.Write(head);
        stream.Write(content);
    }

    /// <summary>A section's content.</summary>
    /// <exception cref="InvalidDataException">The file has no such section, or not of its stated length.</exception>
    public byte[] Section(string section)
    {
        Check(sections.TryGetValue(section, out var place), fileName, $"has no section \"{section}\"");
        var content = new byte[place.Length];
        var isWhole = BrotliDecoder.TryDecompress(bytes.AsSpan(place.Start, place.Packed), content, out var written) && written == place.Length;
        Check(isWhole, fileName, $"is damaged (section \"{section}\")");
        return content;
    }

    /// <summary>A section's content, for reading in order.</summary>
    public BinaryReader Reader(string section) => new(new MemoryStream(Section(section), writable: false), Encoding.UTF8);

    /// <summary>The error of a model that cannot be used.</summary>
    public static InvalidDataException Unusable(string fileName, string fault, Exception? cause = null) =>
        new($"The model {fileName} {fault}. Install the program again, or make the model anew with variorum-lab (docs/training.md).", cause);

    private static byte[] ReadAll(string fileName, Func<string, Stream> open)
    {
        try
        {
            using var stream = open(fileName);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(fileName, "is missing or cannot be read", error);
        }
    }

    private static byte[] Pack(byte[] content)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        return BrotliEncoder.TryCompress(content, packed, out var length, quality: 10, window: 22)
            ? packed[..length]
            : throw new InvalidOperationException("A section could not be packed.");
    }

    private static void Check(bool holds, string fileName, string fault)
    {
        if (!holds)
        {
            throw Unusable(fileName, fault);
        }
    }

    private void ReadDirectory(string name)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, BodyOffset, bytes.Length - BodyOffset, writable: false), Encoding.UTF8);
        Check(string.Equals(reader.ReadString(), name, StringComparison.Ordinal), fileName, "holds another model");
        var entries = new (string Name, int Packed, int Length)[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        }

        var at = BodyOffset + (int)reader.BaseStream.Position;
        foreach (var entry in entries)
        {
            Check(entry.Packed >= 0 && entry.Packed <= bytes.Length - at && entry.Length is >= 0 and <= LargestSection, fileName, "is damaged (its directory)");
            sections.Add(entry.Name, (at, entry.Packed, entry.Length));
            at += entry.Packed;
        }
    }
}
