using System.Security.Cryptography;
using System.Text;

namespace Variorum.Clustering;

/// <content>A file for the next run.</content>
internal sealed partial class StoryStream
{
    private const int FormatVersion = 3;
    private const int CheckLength = 32;

    private static ReadOnlySpan<byte> Magic => "VARIORUM STORIES"u8;

    /// <summary>Settles the stories and writes everything that a later run needs to go on as if there had been no break.</summary>
    /// <remarks><b>Shape.</b> The mark; format version; SHA-256 of what follows; the models it was made with; counters,
    /// corrections, articles, edges. The same stream gives the same bytes.</remarks>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="models">Names the models, so that a file made with others is not mistaken for one of these.</param>
    public void Save(Stream stream, string models)
    {
        Settle();
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(models);
            Write(writer);
        }

        var content = body.GetBuffer().AsSpan(0, (int)body.Length);
        stream.Write(Magic);
        stream.Write(BitConverter.GetBytes(FormatVersion));
        stream.Write(SHA256.HashData(content));
        stream.Write(content);
    }

    /// <summary>Opens what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no such file, of another version or other models, or damaged; the message says which.</exception>
    public static StoryStream Open(byte[] file, string models, StoryLikeness likeness, StoryWindow window)
    {
        var head = Magic.Length + sizeof(int) + CheckLength;
        Check(file.Length > head && file.AsSpan(0, Magic.Length).SequenceEqual(Magic), "is not an index of stories");
        Check(BitConverter.ToInt32(file, Magic.Length) == FormatVersion, "was written by another version of the program");
        Check(SHA256.HashData(file.AsSpan(head)).AsSpan().SequenceEqual(file.AsSpan(head - CheckLength, CheckLength)), "is damaged (its check does not fit its content)");
        using var reader = new BinaryReader(new MemoryStream(file, head, file.Length - head, writable: false), Encoding.UTF8);
        var stream = new StoryStream(likeness, window);
        try
        {
            Check(string.Equals(reader.ReadString(), models, StringComparison.Ordinal), "was made with other models");
            stream.Read(reader);
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException("is damaged (it ends early or names what it does not hold)", error);
        }

        return stream;
    }

    private static void Check(bool isSound, string fault)
    {
        if (!isSound)
        {
            throw new InvalidDataException(fault);
        }
    }

    private void Write(BinaryWriter writer)
    {
        writer.Write(arrived);
        writer.Write(oldest);
        writer.Write(stories);
        var said = corrections.All.ToList();
        writer.Write(said.Count);
        foreach (var (left, right, isOne) in said)
        {
            writer.Write(left);
            writer.Write(right);
            writer.Write(isOne);
        }

        // Those that have left but may still be moved by those that have not come along.
        var past = live.SelectMany(node => node.Edges.Select(edge => edge.Other(node))).Where(other => other.IsPast).Distinct().OrderBy(node => node.Number).ToList();
        writer.Write(past.Count);
        writer.Write(live.Count);
        foreach (var node in past.Concat(live))
        {
            node.Write(writer);
        }

        var edges = live.SelectMany(node => node.Edges.Where(edge => edge.IsPast || edge.Later == node)).ToList();
        writer.Write(edges.Count);
        foreach (var edge in edges)
        {
            writer.Write(edge.Earlier.Number);
            writer.Write(edge.Later.Number);
            writer.Write(edge.Chance);
        }
    }

    private void Read(BinaryReader reader)
    {
        (arrived, oldest, stories) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            corrections.Set(reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadBoolean());
        }

        var (past, young) = (reader.ReadInt32(), reader.ReadInt32());
        Check(arrived >= oldest && oldest >= 0 && young == arrived - oldest, "is damaged (its articles do not fit its counters)");
        while (slots.Length < young)
        {
            Grow();
        }

        var all = new Dictionary<int, StoryNode>();
        for (var i = 0; i < past + young; i++)
        {
            var node = StoryNode.Read(reader);
            all.Add(node.Number, node);
            if (i < past)
            {
                node.Leave();
            }
            else
            {
                Check(node.Number == oldest + i - past, "is damaged (its articles are out of order)");
                Hold(node);
                finder.Add(node.Sketch, node.Number, oldest);
                latest = Math.Max(latest, node.Day.Number ?? CandidateFinder.NoDay);
            }
        }

        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (earlier, later, chance) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle());
            Check(all.ContainsKey(earlier) && all.ContainsKey(later) && earlier < later && chance is >= 0 and <= 1, "is damaged (an edge leads nowhere)");
            var edge = new StoryEdge(all[earlier], all[later], null) { Chance = chance };
            edge.Earlier.Edges.Add(edge);
            edge.Later.Edges.Add(edge);
        }

        late = OnTime;
    }
}
