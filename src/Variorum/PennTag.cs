using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Variorum;

/// <summary>The parts of speech of the Penn Treebank (Santorini, 1990), with the marks that later treebanks added.</summary>
public enum PennTag : byte
{
    /// <summary>Not tagged.</summary>
    None,

    /// <summary>Coordinating conjunction.</summary>
    CC,

    /// <summary>Cardinal number.</summary>
    CD,

    /// <summary>Determiner.</summary>
    DT,

    /// <summary>Existential there.</summary>
    EX,

    /// <summary>Foreign word.</summary>
    FW,

    /// <summary>Preposition or subordinating conjunction.</summary>
    IN,

    /// <summary>Adjective.</summary>
    JJ,

    /// <summary>Adjective, comparative.</summary>
    JJR,

    /// <summary>Adjective, superlative.</summary>
    JJS,

    /// <summary>List item mark.</summary>
    LS,

    /// <summary>Modal.</summary>
    MD,

    /// <summary>Noun, singular or mass.</summary>
    NN,

    /// <summary>Noun, plural.</summary>
    NNS,

    /// <summary>Proper noun, singular.</summary>
    NNP,

    /// <summary>Proper noun, plural.</summary>
    NNPS,

    /// <summary>Predeterminer.</summary>
    PDT,

    /// <summary>Possessive ending.</summary>
    POS,

    /// <summary>Personal pronoun.</summary>
    PRP,

    /// <summary>Possessive pronoun.</summary>
    PossessivePRP,

    /// <summary>Adverb.</summary>
    RB,

    /// <summary>Adverb, comparative.</summary>
    RBR,

    /// <summary>Adverb, superlative.</summary>
    RBS,

    /// <summary>Particle.</summary>
    RP,

    /// <summary>Symbol.</summary>
    SYM,

    /// <summary>To.</summary>
    TO,

    /// <summary>Interjection.</summary>
    UH,

    /// <summary>Verb, base form.</summary>
    VB,

    /// <summary>Verb, past tense: finite.</summary>
    VBD,

    /// <summary>Verb, gerund or present participle.</summary>
    VBG,

    /// <summary>Verb, past participle.</summary>
    VBN,

    /// <summary>Verb, present, not third person singular: finite.</summary>
    VBP,

    /// <summary>Verb, third person singular present: finite.</summary>
    VBZ,

    /// <summary>Wh-determiner.</summary>
    WDT,

    /// <summary>Wh-pronoun.</summary>
    WP,

    /// <summary>Possessive wh-pronoun.</summary>
    PossessiveWP,

    /// <summary>Wh-adverb.</summary>
    WRB,

    /// <summary>Web or mail address.</summary>
    ADD,

    /// <summary>Affix.</summary>
    AFX,

    /// <summary>Part of a word written apart.</summary>
    GW,

    /// <summary>Hyphen within a word.</summary>
    HYPH,

    /// <summary>Superfluous punctuation.</summary>
    NFP,

    /// <summary>Unknown.</summary>
    XX,

    /// <summary>Mark that ends a sentence.</summary>
    Stop,

    /// <summary>Comma.</summary>
    Comma,

    /// <summary>Colon, semicolon, dash or ellipsis.</summary>
    Colon,

    /// <summary>Opening quotation mark.</summary>
    OpenQuote,

    /// <summary>Closing quotation mark.</summary>
    CloseQuote,

    /// <summary>Opening bracket.</summary>
    OpenBracket,

    /// <summary>Closing bracket.</summary>
    CloseBracket,

    /// <summary>Currency sign.</summary>
    Currency,

    /// <summary>Number sign.</summary>
    Number,
}

/// <summary>What the tags are called, and what they tell.</summary>
public static class PennTags
{
    private static readonly ImmutableArray<string> Names =
    [
        "", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN",
        "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO",
        "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "ADD", "AFX",
        "GW", "HYPH", "NFP", "XX", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "$", "#",
    ];

    private static readonly FrozenDictionary<string, PennTag> ByName =
        Names.Select((name, index) => KeyValuePair.Create(name, (PennTag)index)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The tag as treebanks write it ("PRP$"); empty for <see cref="PennTag.None"/>.</summary>
    public static string Name(this PennTag tag) => Names[(int)tag];

    /// <summary>The tag that treebanks write so; <see cref="PennTag.None"/> for an unknown one.</summary>
    public static PennTag Parse(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether it is a form that carries a clause by itself: past, present or modal.</summary>
    public static bool IsFinite(this PennTag tag) => tag is PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.MD;

    /// <summary>Whether it is any form of a verb, modals left out.</summary>
    public static bool IsVerb(this PennTag tag) => tag is >= PennTag.VB and <= PennTag.VBZ;

    /// <summary>Whether it is any noun, proper or common.</summary>
    public static bool IsNoun(this PennTag tag) => tag is >= PennTag.NN and <= PennTag.NNPS;
}
