namespace Variorum.Quoting;

/// <summary>A word of a frame, or a whole marked stretch that stands in it like one word.</summary>
/// <param name="Span">Where it stands; with its marks.</param>
/// <param name="Tag">Its part of speech; <see cref="PartOfSpeech.X"/> for a marked stretch.</param>
/// <param name="Lemma">Its dictionary form, lower case.</param>
/// <param name="Form">Its form, lower case.</param>
/// <param name="IsUpper">Whether it begins with a capital.</param>
/// <param name="Marked">Index of the marked stretch; -1 for a word.</param>
/// <param name="Close">The last character within its marks; a blank for a word.</param>
internal readonly record struct Piece(TextSpan Span, PartOfSpeech Tag, string Lemma, string Form, bool IsUpper, int Marked, char Close = ' ')
{
    /// <summary>The lemma of a dash within a word.</summary>
    public const string Hyphen = "hyphen";

    public bool IsMarked => Marked >= 0;

    /// <summary>Whether it is a marked stretch that ends a clause ("…," or "…?").</summary>
    public bool IsClosed => IsMarked && Close is ',' or '?' or '!' or '.' or '…' or '—' or '–' or '-';

    public bool IsNominal => !IsMarked && (Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Sym or PartOfSpeech.X || Tag == PartOfSpeech.Pron && !IsPossessive);

    /// <summary>Whether it can stand between a noun phrase's first word and its head.</summary>
    public bool IsInner => !IsMarked && Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Adj or PartOfSpeech.Sym;

    public bool IsPossessive => Form is "my" or "your" or "his" or "her" or "its" or "our" or "their" or "whose";

    public bool IsPossessiveMark => Form is "'s" or "’s" or "'" or "’" or "´s";

    public bool IsComma => Form is ",";

    public bool IsDash => (Form is "—" or "–" or "--" or "-" or "―") && Lemma is not Hyphen;

    public bool IsBreak => Form is ";" or ":" or "(" or ")" or "[" or "]" || IsDash;

    public bool IsAuxiliary => !IsMarked && (Tag == PartOfSpeech.Aux
        || Form is "is" or "was" or "are" or "were" or "be" or "been" or "being" or "has" or "had" or "have" or "will" or "would" or "did" or "does" or "do" or "can" or "could" or "may" or "might" or "should" or "must" or "'s" or "’s" or "'ve" or "’ve" or "'d" or "’d" or "'ll" or "’ll" && Tag != PartOfSpeech.Part);

    public bool IsBe => Form is "is" or "was" or "are" or "were" or "be" or "been" or "being" or "'re" or "’re";

    public bool IsRelative => Form is "who" or "which" or "whose" or "whom" or "that";

    public bool IsParticiple => Form.Length > 4 && Form.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Whether it begins a noun phrase.</summary>
    public bool OpensNounPhrase => IsInner || IsPossessive || !IsMarked && Tag is PartOfSpeech.Det or PartOfSpeech.Pron;

    public bool IsDay => IsUpper && Form is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday";

    public bool IsTime => IsDay || Form is "today" or "yesterday" or "tonight" or "tomorrow" or "earlier" or "later" or "recently" or "afterward" or "afterwards";
}
