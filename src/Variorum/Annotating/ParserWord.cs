using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>What the parser sees of one word, as hashes, and what stands before it in its sentence.</summary>
internal struct ParserWord
{
    /// <summary>No word: beyond the sentence, or a child that is not there.</summary>
    public static readonly ParserWord None = new() { Word = 0x9E3779B1, Lemma = 0x85EBCA77, Tag = 0xC2B2AE3D, Coarse = 0x27D4EB2F, WordTag = 0x165667B1 };

    /// <summary>The root, which stands after the last word.</summary>
    public static readonly ParserWord Root = new() { Word = 0x7FEB352D, Lemma = 0x846CA68B, Tag = 0x68E31DA4, Coarse = 0xB5297A4D, WordTag = 0x1B56C4E9 };

    public uint Word;
    public uint Lemma;
    public uint Tag;
    public uint Coarse;
    public uint WordTag;

    /// <summary>Cluster of words of like company, coarse and fine; 0 for unknown words.</summary>
    public uint Cluster;
    public uint FineCluster;

    /// <summary>How many there are up to and with this word.</summary>
    public int Commas;
    public int Verbs;
    public int Coordinators;
    public int Quotes;
    public int Marks;

    /// <summary>Looks at a word.</summary>
    public static ParserWord Of(ReadOnlySpan<char> form, ReadOnlySpan<char> lemma, TagPair tag, in ParserWord before)
    {
        var look = new ParserWord
        {
            Word = Hash(form),
            Lemma = Hash(lemma),
            Tag = (((uint)tag.Universal << 8) + (uint)tag.Penn + 1) * 0x85EBCA6B,
            Coarse = ((uint)tag.Universal + 1) * 0xC2B2AE35,
            Commas = before.Commas,
            Verbs = before.Verbs,
            Coordinators = before.Coordinators,
            Quotes = before.Quotes,
            Marks = before.Marks,
        };
        look.WordTag = FeatureHash.Of(1, look.Word, look.Tag);
        look.Count(tag);
        return look;
    }

    /// <summary>Whether a quotation stands open after this word, by the number of marks so far.</summary>
    public readonly uint QuoteSide => (uint)(Quotes & 1) + 1;

    /// <summary>What is passed from one word to a later one, as one number: commas, verbs, conjunctions, quotation marks, other marks.</summary>
    public static uint Between(in ParserWord left, in ParserWord right) =>
        Math.Min((uint)(right.Commas - left.Commas), 3)
        | Math.Min((uint)(right.Verbs - left.Verbs), 3) << 2
        | Math.Min((uint)(right.Coordinators - left.Coordinators), 2) << 4
        | Math.Min((uint)(right.Quotes - left.Quotes), 2) << 6
        | Math.Min((uint)(right.Marks - left.Marks), 2) << 8
        | 1u << 10;

    private void Count(TagPair tag)
    {
        switch (tag.Universal)
        {
            case PartOfSpeech.Verb:
                Verbs++;
                break;
            case PartOfSpeech.Cconj:
                Coordinators++;
                break;
            case PartOfSpeech.Punct when tag.Penn == PennTag.Comma:
                Commas++;
                break;
            case PartOfSpeech.Punct when tag.Penn is PennTag.OpenQuote or PennTag.CloseQuote:
                Quotes++;
                break;
            case PartOfSpeech.Punct:
                Marks++;
                break;
        }
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
