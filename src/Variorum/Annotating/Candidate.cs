namespace Variorum.Annotating;

/// <summary>A thing that a pronoun may mean, as far as the text has told of it where the pronoun stands.</summary>
internal sealed class Candidate(ChainDraft chain)
{
    public ChainDraft Chain { get; } = chain;

    /// <summary>How often it was mentioned so far.</summary>
    public int Count { get; private set; }

    /// <summary>How often by other words than a pronoun, which may be taken for it wrongly.</summary>
    public int Told { get; private set; }

    /// <summary>Its latest mention.</summary>
    public Place Last { get; private set; }

    /// <summary>Its latest mention as a subject; null for none.</summary>
    public Place? Subject { get; private set; }

    /// <summary>How often it was a subject so far.</summary>
    public int Subjects { get; private set; }

    public void Add(Place place)
    {
        Count++;
        Told += place.Mention.Kind == MentionKind.Pronoun ? 0 : 1;
        Last = place;
        if (place.IsSubject)
        {
            Subject = place;
            Subjects++;
        }
    }
}

/// <summary>What a mention does in its clause.</summary>
internal enum ClausePart
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>Subject of the sentence's first clause.</summary>
    MainSubject,

    /// <summary>Subject of another clause.</summary>
    Subject,

    /// <summary>Object, or agent of a passive.</summary>
    Object,

    /// <summary>Stands with a preposition beside the verb.</summary>
    Oblique,

    /// <summary>Owns something.</summary>
    Possessive,

    /// <summary>Hangs on a noun.</summary>
    Nominal,
}

/// <summary>Where a mention stands.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Head">The token that carries it.</param>
/// <param name="FirstJoined">The head itself, or the first of those that it is joined to ("Ann Oak and Peter Elm").</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Step">How many sentences with unquoted words stand before.</param>
/// <param name="Paragraph">Index of its paragraph.</param>
/// <param name="Part">What it does in its clause.</param>
/// <param name="Clause">Head of that clause.</param>
/// <param name="Speaks">Whether it is subject of a verb of speech.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
/// <param name="IsAddressed">Whether somebody is spoken to by it ("Ann, let it go").</param>
internal readonly record struct Place(MentionDraft Mention, int Head, int FirstJoined, int Sentence, int Step, int Paragraph, ClausePart Part, int Clause, bool Speaks, bool IsQuoted, bool IsAddressed)
{
    public bool IsSubject => Part is ClausePart.MainSubject or ClausePart.Subject;
}
