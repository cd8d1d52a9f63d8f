namespace Variorum.Quoting;

/// <summary>How a reporting verb stands in its clause.</summary>
internal enum CueForm
{
    /// <summary>"said", "has said".</summary>
    Finite,

    /// <summary>"was told", "is said".</summary>
    Passive,

    /// <summary>"saying": its subject is that of the clause around it.</summary>
    Participle,

    /// <summary>"to claim".</summary>
    Infinitive,
}

/// <summary>A reporting verb in its frame.</summary>
/// <param name="Start">First piece of its group, auxiliaries included.</param>
/// <param name="Head">The verb.</param>
/// <param name="End">One past its last piece, particles included ("pointed out").</param>
/// <param name="Verb">What it reports.</param>
/// <param name="Form">How it stands.</param>
internal sealed record Cue(int Start, int Head, int End, CueVerb Verb, CueForm Form)
{
    public bool Has(CuePattern pattern) => (Verb.Pattern & pattern) != CuePattern.None;
}

/// <summary>A range of pieces, half-open.</summary>
internal readonly record struct PieceRange(int Start, int End)
{
    public bool IsEmpty => End <= Start;
}

/// <summary>A report in one frame: who, by what verb, what.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Cue">The words that make it a report; null where marks alone do.</param>
/// <param name="Source">The words for who; null where the frame has none.</param>
/// <param name="Content">What was said.</param>
/// <param name="Hearer">To whom; null where it is not told.</param>
/// <param name="By">Who passed it on ("quoted as saying by"); null where it is not told.</param>
/// <param name="Rule">The rule that found it.</param>
internal sealed record Report(Frame Frame, PieceRange? Cue, PieceRange? Source, List<PieceRange> Content, PieceRange? Hearer, PieceRange? By, string Rule);
