using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>What the tagger knows of words before it looks at their neighbours.</summary>
/// <remarks><b>Shape.</b> The tags a word had in the treebanks; what dictionaries and lists of names say of it (<see cref="WordKinds"/>); its cluster.</remarks>
internal sealed class TagLexicon
{
    /// <summary>A kind whose words may have several tags.</summary>
    public const byte Unsure = 255;

    private readonly FormTable known;
    private readonly FormTable listed;
    private readonly Clusters clusters;
    private readonly byte[] sure;

    public TagLexicon(FormTable known, FormTable listed, Clusters clusters, byte[] sure) =>
        (this.known, this.listed, this.clusters, this.sure) = (known, listed, clusters, sure);

    /// <summary>Reads the tagger's own sections.</summary>
    public static TagLexicon Read(ModelFile file) =>
        new(FormTable.Read(file.Section("known")), FormTable.Read(file.Section("listed")), Clusters.Read(file), file.Section("sure"));

    /// <summary>Looks at a word.</summary>
    /// <param name="form">As printed.</param>
    /// <param name="sentenceCase">How its sentence is cased.</param>
    /// <param name="isFirst">Whether it opens its sentence, quotation marks aside.</param>
    public WordForm Look(ReadOnlySpan<char> form, SentenceCase sentenceCase, bool isFirst)
    {
        var word = WordForm.Of(form, sentenceCase, isFirst);
        word.Known = known.Find(word.Word);
        word.Listed = listed.Find(word.Word);
        var cluster = clusters.Find(form);
        (word.Cluster, word.Path, word.ShortPath) = ((uint)cluster, clusters.Path(cluster, 10), clusters.Path(cluster, 6));
        return word;
    }

    /// <summary>The only tag a word ever has, or <see cref="Unsure"/>; two capitals make any word doubtful ("US", "IT").</summary>
    public byte SureTag(in WordForm word)
    {
        var kind = (int)word.Known;
        return kind == 0 || kind > sure.Length || word.IsCapital ? Unsure : sure[kind - 1];
    }
}

/// <summary>What dictionaries and lists say a word may be, a bit each.</summary>
[Flags]
internal enum WordKinds : ushort
{
    /// <summary>Not listed.</summary>
    None = 0,

    /// <summary>A noun.</summary>
    Noun = 1,

    /// <summary>A verb.</summary>
    Verb = 1 << 1,

    /// <summary>An adjective.</summary>
    Adjective = 1 << 2,

    /// <summary>An adverb.</summary>
    Adverb = 1 << 3,

    /// <summary>A noun's plural.</summary>
    Plural = 1 << 4,

    /// <summary>A verb's third person.</summary>
    Third = 1 << 5,

    /// <summary>A verb's past or participle.</summary>
    Past = 1 << 6,

    /// <summary>A verb's form in -ing.</summary>
    Ing = 1 << 7,

    /// <summary>An adjective's comparative.</summary>
    Comparative = 1 << 8,

    /// <summary>An adjective's superlative.</summary>
    Superlative = 1 << 9,

    /// <summary>A first name.</summary>
    FirstName = 1 << 10,

    /// <summary>A family name.</summary>
    Surname = 1 << 11,

    /// <summary>A city.</summary>
    City = 1 << 12,
}
