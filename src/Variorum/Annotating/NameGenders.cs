using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>Which names news goes on to call he, and which she.</summary>
/// <remarks><b>Method.</b> Counts of the pronouns that follow each name where no other person is near (Bergsma and Lin, 2006).</remarks>
internal sealed class NameGenders
{
    private const uint Whole = 1;
    private const uint Given = 2;
    private const uint Family = 3;

    private readonly uint[] _keys;
    private readonly Gender[] _genders;

    private NameGenders(uint[] keys, Gender[] genders) => (_keys, _genders) = (keys, genders);

    /// <summary>Reads the section of a model.</summary>
    public static NameGenders Read(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var reader = file.Reader("genders");
        var keys = new uint[reader.ReadInt32()];
        var genders = new Gender[keys.Length];
        var key = 0u;
        for (var i = 0; i < keys.Length; i++)
        {
            key += (uint)reader.Read7BitEncodedInt();
            (keys[i], genders[i]) = (key, reader.ReadBoolean() ? Gender.Feminine : Gender.Masculine);
        }

        return new NameGenders(keys, genders);
    }

    /// <summary>Writes the section: keys with whether they are she.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<uint, bool>> names)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        var ordered = names.OrderBy(name => name.Key).ToArray();
        writer.Write(ordered.Length);
        var last = 0u;
        foreach (var (key, isFeminine) in ordered)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            writer.Write(isFeminine);
            last = key;
        }

        writer.Flush();
        return memory.ToArray();
    }

    /// <summary>The gender of a person's name: of the whole, else of its first word, else of its last.</summary>
    public Gender Of(string name)
    {
        foreach (var key in KeysOf(name))
        {
            var at = Array.BinarySearch(_keys, key);
            if (at >= 0)
            {
                return _genders[at];
            }
        }

        return Gender.Unknown;
    }

    /// <summary>The keys of a name, the one that decides first in front.</summary>
    public static uint[] KeysOf(string name)
    {
        var key = NameKey.Of(name);
        var words = NameKey.Words(key);
        return words.Length switch
        {
            0 => [],
            1 => [FeatureHash.Of(Family, FeatureHash.Of(words[0]))],
            _ => [FeatureHash.Of(Whole, FeatureHash.Of(key)), FeatureHash.Of(Given, FeatureHash.Of(words[0])), FeatureHash.Of(Family, FeatureHash.Of(words[^1]))],
        };
    }
}
