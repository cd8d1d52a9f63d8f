using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>What the parser sees of one word, as hashes, and what stands before it in its sentence.</summary>
internal struct ParserWord
{
    /// <summary>How many forks of a cluster's path make a coarse cluster.</summary>
    private const int CoarseBits = 6;

    /// <summary>No word: beyond the sentence, or a child that is not there.</summary>
    public static readonly ParserWord None = new() { Word = 0x9E3779B1, Lemma = 0x85EBCA77, Tag = 0xC2B2AE3D, Coarse = 0x27D4EB2F, WordTag = 0x165667B1 };

    /// <summary>The root, which stands after the last word.</summary>
    private static readonly ParserWord RootLook = new() { Word = 0x7FEB352D, Lemma = 0x846CA68B, Tag = 0x68E31DA4, Coarse = 0xB5297A4D, WordTag = 0x1B56C4E9 };

    public uint Word;
    public uint Lemma;
    public uint Tag;
    public uint Coarse;
    public uint WordTag;

    /// <summary>Cluster of words of like company, coarse and fine; 0 for unknown words.</summary>
    public uint Cluster;
    public uint FineCluster;

    /// <summary>The punctuation between this word and its neighbours; 0 for none.</summary>
    public uint Before;
    public uint After;

    /// <summary>How many there are before this word; of verbs and conjunctions also itself.</summary>
    public int Commas;
    public int Verbs;
    public int Coordinators;
    public int Quotes;
    public int Marks;

    /// <summary>Whether a quotation stands open at this word, by the number of marks so far.</summary>
    public readonly uint QuoteSide => (uint)(Quotes & 1) + 1;

    /// <summary>Looks at a word.</summary>
    public static ParserWord Of(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma, TagPair tag, Clusters clusters, in ParserWord passed)
    {
        var cluster = clusters.Find(form);
        var look = passed;
        look.Word = Hash(form);
        look.Lemma = Hash(lemma);
        look.Tag = (((uint)tag.Universal << 8) + (uint)tag.Penn + 1) * 0x85EBCA6B;
        look.Coarse = ((uint)tag.Universal + 1) * 0xC2B2AE35;
        look.WordTag = FeatureHash.Of(1, look.Word, look.Tag);
        look.Cluster = (clusters.Path(cluster, CoarseBits) + 1) * 0x9E3779B1;
        look.FineCluster = ((uint)cluster + 1) * 0x27D4EB2F;
        look.Verbs += tag.Universal == PartOfSpeech.Verb ? 1 : 0;
        look.Coordinators += tag.Universal == PartOfSpeech.Cconj ? 1 : 0;
        return look;
    }

    /// <summary>The root behind what was passed.</summary>
    public static ParserWord Root(in ParserWord passed) => RootLook.WithCounts(passed);

    /// <summary>What is passed between a word and the next.</summary>
    public readonly ParserWord Pass()
    {
        var passed = default(ParserWord).WithCounts(this);
        passed.Before = 0;
        return passed;
    }

    /// <summary>The same word in a sentence read from its end.</summary>
    public readonly ParserWord Mirror(in ParserWord root)
    {
        var word = this;
        (word.Before, word.After) = (After, Before);
        (word.Commas, word.Verbs, word.Coordinators) = (root.Commas - Commas, root.Verbs - Verbs, root.Coordinators - Coordinators);
        (word.Quotes, word.Marks) = (root.Quotes - Quotes, root.Marks - Marks);
        return word;
    }

    /// <summary>Passes a mark.</summary>
    public void Pass(ReadOnlySpan<char> mark, PennTag tag)
    {
        Before = ((Before ^ Hash(mark)) * 0x01000193) + 1;
        switch (tag)
        {
            case PennTag.Comma:
                Commas++;
                break;
            case PennTag.OpenQuote or PennTag.CloseQuote:
                Quotes++;
                break;
            default:
                Marks++;
                break;
        }
    }

    /// <summary>What is passed from one word to a later one, as one number: commas, verbs, conjunctions, quotation marks, other marks.</summary>
    public static uint Between(in ParserWord left, in ParserWord right) =>
        Math.Min((uint)(right.Commas - left.Commas), 3)
        | Math.Min((uint)(right.Verbs - left.Verbs), 3) << 2
        | Math.Min((uint)(right.Coordinators - left.Coordinators), 2) << 4
        | Math.Min((uint)(right.Quotes - left.Quotes), 2) << 6
        | Math.Min((uint)(right.Marks - left.Marks), 2) << 8
        | 1u << 10;

    private readonly ParserWord WithCounts(in ParserWord other)
    {
        var word = this;
        (word.Commas, word.Verbs, word.Coordinators, word.Quotes, word.Marks, word.Before) =
            (other.Commas, other.Verbs, other.Coordinators, other.Quotes, other.Marks, other.Before);
        return word;
    }

    /// <summary>Capitals count as small letters and every digit as 0.</summary>
    private static uint Hash(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u;
        foreach (var c in form)
        {
            var folded = c switch
            {
                >= 'a' and <= 'z' => c,
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                >= '0' and <= '9' => '0',
                '‘' or '’' or '`' or 'ʼ' => '\'',
                '“' or '”' or '«' or '»' => '"',
                '–' or '—' or '‐' or '‑' => '-',
                _ => char.ToLowerInvariant(c),
            };
            hash = (hash ^ folded) * 16777619;
        }

        return hash;
    }
}
