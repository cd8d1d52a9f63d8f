namespace Variorum.Clustering;

/// <content>As bytes.</content>
internal sealed partial class StorySketch
{
    /// <summary>More than any sketch has.</summary>
    public const int MostTerms = 1024;

    public void Write(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write(Path);
        writer.Write(Published is { } published ? published.Date.DayNumber : -1);
        writer.Write(Published?.Time?.Ticks ?? -1);
        writer.Write(Published?.Offset?.Ticks ?? long.MinValue);
        writer.Write(Day ?? int.MinValue);
        writer.Write(Length);
        writer.Write(Weekdays);
        writer.Write((byte)Dates.Length);
        foreach (var date in Dates)
        {
            writer.Write(date);
        }

        writer.Write((short)Terms.Count);
        foreach (var term in Terms.Hashes)
        {
            writer.Write(term);
        }

        writer.Write(Terms.Weights);
        writer.Write(Words);
        writer.Write((byte)Parts.Count);
        foreach (var part in Parts)
        {
            part.Write(writer);
        }
    }

    public static StorySketch Read(BinaryReader reader, bool isPart = false)
    {
        var (id, path) = (reader.ReadUInt64(), reader.ReadString());
        var (date, time, offset) = (reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());
        var (day, length, weekdays) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadByte());
        var dates = new short[reader.ReadByte()];
        for (var i = 0; i < dates.Length; i++)
        {
            dates[i] = reader.ReadInt16();
        }

        var count = reader.ReadInt16();
        var terms = new uint[count is >= 0 and <= MostTerms ? count : throw new FormatException("too many terms")];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = reader.ReadUInt32();
        }

        return new StorySketch
        {
            Id = id,
            Path = path,
            Published = date < 0 ? null : new Timestamp(DateOnly.FromDayNumber(date), time < 0 ? null : new TimeOnly(time), offset == long.MinValue ? null : new TimeSpan(offset)),
            Day = day == int.MinValue ? null : day,
            Length = length,
            Weekdays = weekdays,
            Dates = dates,
            Terms = new TermSet(terms, reader.ReadBytes(terms.Length * TermSet.Width) is var weights && weights.Length == terms.Length * TermSet.Width ? weights : throw new EndOfStreamException()),
            Words = reader.ReadString(),
            Parts = ReadParts(reader, isPart),
        };
    }

    /// <summary>A part has no parts: a damaged file leads nowhere deep.</summary>
    private static StorySketch[] ReadParts(BinaryReader reader, bool isPart)
    {
        var parts = new StorySketch[reader.ReadByte() is var count && (count == 0 || !isPart) ? count : throw new FormatException("parts of a part")];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Read(reader, isPart: true);
        }

        return parts;
    }
}
