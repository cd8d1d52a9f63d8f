namespace Variorum.Quoting;

/// <summary>What follows a cue as its content.</summary>
internal enum ComplementKind
{
    None,

    /// <summary>A marked stretch by itself.</summary>
    Marked,

    /// <summary>A clause.</summary>
    Clause,

    /// <summary>A noun phrase and what hangs on it.</summary>
    Object,

    /// <summary>An infinitive.</summary>
    Infinitive,
}

/// <param name="Kind">What kind of content.</param>
/// <param name="Words">Its pieces.</param>
/// <param name="Hearer">To whom it was said; null where that is not told.</param>
internal readonly record struct Complement(ComplementKind Kind, PieceRange Words, PieceRange? Hearer);

/// <summary>Finds a cue's content behind it.</summary>
internal static class ComplementFinder
{
    /// <param name="frame">The cue's frame.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="from">Where to begin: behind the cue, or behind its subject where that follows.</param>
    public static Complement Find(Frame frame, Cue cue, int from)
    {
        var (at, hearer) = SkipHearer(frame, cue, from);
        at = Clauses.SkipAdjuncts(frame, at);
        if (hearer is null && cue.Has(CuePattern.Hearer) && at > from)
        {
            (at, hearer) = SkipHearer(frame, cue, at);
            at = Clauses.SkipAdjuncts(frame, at);
        }

        (at, var marker) = SkipOpening(frame, at);
        if (at >= frame.Length || frame.EndsAt(at))
        {
            return new Complement(ComplementKind.None, default, hearer);
        }

        var (kind, end) = KindAt(frame, cue, at, marker);
        if (kind == ComplementKind.None && cue.Has(CuePattern.Object) && !marker)
        {
            (kind, end, at, hearer) = ObjectAt(frame, cue, from) ? (ComplementKind.Object, ObjectEnd(frame, cue, from), from, null) : (kind, end, at, hearer);
        }

        return new Complement(kind, kind == ComplementKind.None ? default : new PieceRange(at, end), hearer);
    }

    /// <summary>Over a comma before marks, a colon, "that".</summary>
    /// <returns>Where the content begins, and whether one of those stood there.</returns>
    private static (int At, bool Marker) SkipOpening(Frame frame, int at)
    {
        if (frame.Is(at, ",") && CommaLeadsToThat(frame, at) is { } that)
        {
            at = that;
        }

        if (frame.Is(at, ",") && frame.IsMarked(at + 1) || frame.Is(at, ":"))
        {
            return (at + 1, true);
        }

        return frame.Is(at, "that") && at + 1 < frame.Length && (frame.HasClause(at + 1, frame.Length) || frame.IsMarked(at + 1)) ? (at + 1, true) : (at, false);
    }

    /// <summary>"said, in answer to a question, that": the place of "that"; null where it is not so.</summary>
    private static int? CommaLeadsToThat(Frame frame, int comma)
    {
        var limit = Math.Min(frame.Length - 1, comma + 20);
        for (var i = comma + 2; i < limit; i++)
        {
            if (frame[i].IsComma)
            {
                return frame.Is(i + 1, "that") ? i + 1 : frame.IsMarked(i + 1) && !frame.HasClause(comma + 1, i) ? i : null;
            }

            if (frame[i].IsMarked)
            {
                return null;
            }
        }

        return null;
    }

    private static (int At, PieceRange? Hearer) SkipHearer(Frame frame, Cue cue, int from)
    {
        if (!cue.Has(CuePattern.Hearer) || from >= frame.Length || !frame[from].OpensNounPhrase || frame[from].Form is "that" or "what" or "how" || frame[from].IsTime)
        {
            return (from, null);
        }

        var end = NounPhrases.EndOf(frame, from, whole: false);
        if (end <= from)
        {
            return (from, null);
        }

        return cue.Verb.Class != "tell" && frame.HasClause(end, Math.Min(end + 3, frame.Length)) && !frame.IsTagged(from, PartOfSpeech.Pron) ? (from, null) : (end, new PieceRange(from, end));
    }

    private static (ComplementKind Kind, int End) KindAt(Frame frame, Cue cue, int at, bool marker)
    {
        if (frame.IsMarked(at))
        {
            return MarkedAt(frame, cue, at, marker);
        }

        if (IsInfinitive(frame, at) && cue.Has(CuePattern.Infinitive))
        {
            return (ComplementKind.Infinitive, Clauses.EndOf(frame, at));
        }

        if (frame[at].IsComma || !cue.Has(CuePattern.Clause) && !marker)
        {
            return (ComplementKind.None, at);
        }

        var end = Clauses.EndOf(frame, at);
        var isClause = marker || IsQuestion(frame[at]) || IsBareClause(frame, cue, at, end);
        return isClause && end > at ? (ComplementKind.Clause, end) : (ComplementKind.None, at);
    }

    /// <summary>A stretch in marks stands alone where its sentence or clause ends with it; else it is part of a clause.</summary>
    private static (ComplementKind Kind, int End) MarkedAt(Frame frame, Cue cue, int at, bool marker)
    {
        if (!cue.Has(CuePattern.Marked) && !marker && !cue.Has(CuePattern.Object))
        {
            return cue.Has(CuePattern.Clause) && frame.HasClause(at, frame.Length) ? (ComplementKind.Clause, Clauses.EndOf(frame, at)) : (ComplementKind.None, at);
        }

        var next = at + 1;
        if (frame.EndsAt(next) || frame[next].IsComma || frame[next].IsDash)
        {
            return (ComplementKind.Marked, next);
        }

        var isLong = frame[at].Span.Length > 40;
        var adjunct = frame.IsTagged(next, PartOfSpeech.Sconj) || frame.IsTagged(next, PartOfSpeech.Adp) || frame[next].IsTime || frame[next].Form is "when" or "as";
        if (isLong && adjunct)
        {
            return (ComplementKind.Marked, next);
        }

        return MarkedClauseAt(frame, cue, at, marker);
    }

    /// <summary>A clause that opens with marked words; "read “War and Peace” there" is none.</summary>
    private static (ComplementKind Kind, int End) MarkedClauseAt(Frame frame, Cue cue, int at, bool marker)
    {
        var end = Clauses.EndOf(frame, at);
        return marker || cue.Has(CuePattern.Bare | CuePattern.Object) || frame.HasClause(at + 1, end) ? (ComplementKind.Clause, end) : (ComplementKind.None, at);
    }

    private static bool IsInfinitive(Frame frame, int at) =>
        frame.Is(at, "to") && frame.IsTagged(at + 1, PartOfSpeech.Verb) || frame.Is(at, "not") && frame.Is(at + 1, "to") || frame.Is(at, "to") && at + 1 < frame.Length && frame[at + 1].Form is "be" or "have";

    private static bool IsQuestion(Piece piece) => piece.Form is "how" or "what" or "whether" or "why" or "if" or "who" or "where" or "when" or "which";

    private static bool IsBareClause(Frame frame, Cue cue, int at, int end)
    {
        if (!frame.HasClause(at, end) && !(frame[cue.Head].Lemma is "say" && end - at > 3) || frame[at].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && !frame[at].IsParticiple && !frame[at].Form.EndsWith("n't", StringComparison.Ordinal))
        {
            return false;
        }

        if (cue.Has(CuePattern.Bare))
        {
            return cue.Verb.Class is "say" or "tell" or "claim" || ClauseOpens(frame, at);
        }

        return ClauseOpens(frame, at);
    }

    /// <summary>Whether a subject and its verb stand there at once.</summary>
    private static bool ClauseOpens(Frame frame, int at)
    {
        var end = NounPhrases.EndOf(frame, at, whole: true);
        while (end > at && end < frame.Length && frame.IsTagged(end, PartOfSpeech.Adv))
        {
            end++;
        }

        return end > at && end < frame.Length && !frame[end].IsMarked && frame.IsFiniteVerb(end) && !(frame.IsTagged(at, PartOfSpeech.Det) && frame[end].Form.EndsWith("ed", StringComparison.Ordinal) && frame.Is(end + 1, "by"));
    }

    private static bool ObjectAt(Frame frame, Cue cue, int at) =>
        at < frame.Length && !frame[at].IsComma && (frame.IsMarked(at) || frame[at].OpensNounPhrase || frame[at].IsParticiple || frame.IsTagged(at, PartOfSpeech.Adp) && cue.Verb.Class is "demand" or "say")
        && !frame[at].IsTime;

    private static int ObjectEnd(Frame frame, Cue cue, int at)
    {
        var end = Clauses.EndOf(frame, at);
        if (cue.Verb.Class is not "call")
        {
            return end;
        }

        for (var i = at + 1; i + 1 < end; i++)
        {
            // "called it “a mess” in a letter": what follows the name is no part of it
            if (frame.IsMarked(i) && frame[i + 1].Form is "in" or "at" or "on" or "during" or "after")
            {
                return i + 1;
            }
        }

        return end;
    }
}
