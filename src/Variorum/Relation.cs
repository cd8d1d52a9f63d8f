using System.Collections.Immutable;

namespace Variorum;

/// <summary>The relations of a word to its head (Universal Dependencies 2), with the finer ones of the English treebanks.</summary>
public enum Relation : byte
{
    /// <summary><c>dep</c>: Not told apart.</summary>
    Dep,

    /// <summary><c>root</c>: The head of a sentence.</summary>
    Root,

    /// <summary><c>nsubj</c>: Subject.</summary>
    NominalSubject,

    /// <summary><c>nsubj:pass</c>: Subject of a passive.</summary>
    PassiveSubject,

    /// <summary><c>nsubj:outer</c>: Subject of a copular clause whose predicate is a clause.</summary>
    OuterSubject,

    /// <summary><c>csubj</c>: Clause as subject.</summary>
    ClausalSubject,

    /// <summary><c>csubj:pass</c>: Clause as subject of a passive.</summary>
    PassiveClausalSubject,

    /// <summary><c>csubj:outer</c>: Clause as subject of a copular clause whose predicate is a clause.</summary>
    OuterClausalSubject,

    /// <summary><c>obj</c>: Object.</summary>
    Object,

    /// <summary><c>iobj</c>: Second object, to whom.</summary>
    IndirectObject,

    /// <summary><c>ccomp</c>: Clause as object ("said that …").</summary>
    ClausalComplement,

    /// <summary><c>xcomp</c>: Clause as object without a subject of its own ("wants to …").</summary>
    OpenComplement,

    /// <summary><c>obl</c>: Noun phrase that hangs on a verb, mostly by a preposition.</summary>
    Oblique,

    /// <summary><c>obl:agent</c>: Who does it, in a passive ("by …").</summary>
    Agent,

    /// <summary><c>obl:unmarked</c>: Noun phrase on a verb without a preposition ("on Monday" without "on").</summary>
    UnmarkedOblique,

    /// <summary><c>vocative</c>: Who is addressed.</summary>
    Vocative,

    /// <summary><c>expl</c>: "it" or "there" without a meaning.</summary>
    Expletive,

    /// <summary><c>dislocated</c>: Taken out of its clause.</summary>
    Dislocated,

    /// <summary><c>advcl</c>: Clause that hangs on a verb.</summary>
    AdverbialClause,

    /// <summary><c>advcl:relcl</c>: Relative clause on a whole clause.</summary>
    AdverbialRelative,

    /// <summary><c>advmod</c>: Adverb.</summary>
    Adverb,

    /// <summary><c>discourse</c>: Interjection.</summary>
    Discourse,

    /// <summary><c>aux</c>: Auxiliary.</summary>
    Auxiliary,

    /// <summary><c>aux:pass</c>: Auxiliary of a passive.</summary>
    PassiveAuxiliary,

    /// <summary><c>cop</c>: "be" before a predicate.</summary>
    Copula,

    /// <summary><c>mark</c>: Word that opens a clause ("that", "to").</summary>
    Marker,

    /// <summary><c>nmod</c>: Noun phrase on a noun, mostly by a preposition.</summary>
    Nominal,

    /// <summary><c>nmod:poss</c>: Whose.</summary>
    Possessive,

    /// <summary><c>nmod:unmarked</c>: Noun phrase on a noun without a preposition.</summary>
    UnmarkedNominal,

    /// <summary><c>nmod:desc</c>: Description before a name ("President …").</summary>
    Descriptor,

    /// <summary><c>appos</c>: Another name for the noun before.</summary>
    Appositive,

    /// <summary><c>nummod</c>: Number.</summary>
    NumberModifier,

    /// <summary><c>amod</c>: Adjective.</summary>
    Adjective,

    /// <summary><c>acl</c>: Clause on a noun.</summary>
    NounClause,

    /// <summary><c>acl:relcl</c>: Relative clause.</summary>
    Relative,

    /// <summary><c>det</c>: Determiner.</summary>
    Determiner,

    /// <summary><c>det:predet</c>: "all" or "both" before a determiner.</summary>
    Predeterminer,

    /// <summary><c>case</c>: Preposition, or the mark of possession.</summary>
    Case,

    /// <summary><c>conj</c>: What is joined to the first.</summary>
    Conjunct,

    /// <summary><c>cc</c>: "and", "or".</summary>
    Coordinator,

    /// <summary><c>cc:preconj</c>: "both", "either".</summary>
    PreCoordinator,

    /// <summary><c>fixed</c>: Rest of an expression of several words.</summary>
    Fixed,

    /// <summary><c>flat</c>: Rest of a name.</summary>
    Flat,

    /// <summary><c>compound</c>: Noun before a noun.</summary>
    Compound,

    /// <summary><c>compound:prt</c>: Particle of a verb ("set up").</summary>
    Particle,

    /// <summary><c>list</c>: Item of a list.</summary>
    List,

    /// <summary><c>parataxis</c>: Clause beside a clause ("…, he said").</summary>
    Parataxis,

    /// <summary><c>orphan</c>: What hangs on a word left out.</summary>
    Orphan,

    /// <summary><c>goeswith</c>: Rest of a word written apart.</summary>
    GoesWith,

    /// <summary><c>reparandum</c>: What the speaker mends.</summary>
    Reparandum,

    /// <summary><c>punct</c>: Mark.</summary>
    Punctuation,
}

/// <summary>What the relations are called.</summary>
public static class Relations
{
    private static readonly ImmutableArray<string> Names =
    [
        "dep", "root", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer", "obj", "iobj",
        "ccomp", "xcomp", "obl", "obl:agent", "obl:unmarked", "vocative", "expl", "dislocated", "advcl",
        "advcl:relcl", "advmod", "discourse", "aux", "aux:pass", "cop", "mark", "nmod", "nmod:poss", "nmod:unmarked",
        "nmod:desc", "appos", "nummod", "amod", "acl", "acl:relcl", "det", "det:predet", "case", "conj", "cc",
        "cc:preconj", "fixed", "flat", "compound", "compound:prt", "list", "parataxis", "orphan", "goeswith",
        "reparandum", "punct",
    ];

    /// <summary>The relation as treebanks write it ("nsubj:pass").</summary>
    public static string Name(this Relation relation) => Names[(int)relation];

    /// <summary>The relation that treebanks write so; the one before the colon where the finer one is unknown, else <see cref="Relation.Dep"/>.</summary>
    public static Relation Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var index = Names.IndexOf(name);
        return index >= 0 ? (Relation)index : name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? Parse(name[..colon]) : Relation.Dep;
    }
}
