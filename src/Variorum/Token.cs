namespace Variorum;

/// <summary>A word or mark.</summary>
/// <param name="Start">First UTF-16 unit in the article's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Tag">Universal part of speech, as the tagger decided.</param>
/// <param name="Lemma">Dictionary form, lower case except in names.</param>
/// <param name="Penn">Finer part of speech, which tells tenses and numbers apart, as the tagger decided.</param>
/// <param name="Head">Index in <see cref="Document.Tokens"/> of the word it hangs on, in the same sentence; -1 for a sentence's root.</param>
/// <param name="Relation">How it hangs on it, as the parser decided.</param>
public readonly record struct Token(int Start, int End, PartOfSpeech Tag, string Lemma, PennTag Penn = PennTag.None, int Head = -1, Relation Relation = Relation.Dep)
{
    /// <summary>The words it covers.</summary>
    public TextSpan Span => new(Start, End);
}

/// <summary>The universal parts of speech (Universal Dependencies 2).</summary>
public enum PartOfSpeech
{
    /// <summary>Other.</summary>
    X,

    /// <summary>Adjective.</summary>
    Adj,

    /// <summary>Adposition.</summary>
    Adp,

    /// <summary>Adverb.</summary>
    Adv,

    /// <summary>Auxiliary.</summary>
    Aux,

    /// <summary>Coordinating conjunction.</summary>
    Cconj,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Noun.</summary>
    Noun,

    /// <summary>Numeral.</summary>
    Num,

    /// <summary>Particle.</summary>
    Part,

    /// <summary>Pronoun.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Subordinating conjunction.</summary>
    Sconj,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>Verb.</summary>
    Verb,
}
