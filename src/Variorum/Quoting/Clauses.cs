namespace Variorum.Quoting;

/// <summary>Finds where a reported clause begins and ends.</summary>
internal static class Clauses
{
    /// <summary>Where what began at <paramref name="start"/> ends: with its sentence, or before the next report or contrast.</summary>
    public static int EndOf(Frame frame, int start)
    {
        var limit = Math.Min(frame.Length, start + Frame.Reach);
        for (var i = start + 1; i < limit; i++)
        {
            if (frame[i].Form is ";" || IsTurn(frame, i) || ClauseStarts.At(frame, start, i))
            {
                return Trim(frame, start, i);
            }

            if (frame[i].IsMarked && frame[i].Close is ',' && IsTurnAfterComma(frame, i + 1))
            {
                return i + 1;
            }
        }

        return Trim(frame, start, limit);
    }

    /// <summary>Over "on Friday", "in a statement", "later": what may stand between a verb and its content.</summary>
    public static int SkipAdjuncts(Frame frame, int at)
    {
        for (var round = 0; round < 8 && at < frame.Length; round++)
        {
            var next = SkipOne(frame, at);
            if (next == at)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    /// <summary>The last piece that is more than punctuation, as an end.</summary>
    public static int Trim(Frame frame, int start, int end)
    {
        while (end > start && (frame.IsTagged(end - 1, PartOfSpeech.Cconj) || frame[end - 1].Form is "." or "," or ":" or ";" or "!" or "?" or "…" or "..." || frame[end - 1].IsDash || frame[end - 1].Form is "(" or "[" or "”" or "\""))
        {
            end--;
        }

        return end;
    }

    private static bool IsTurn(Frame frame, int i)
    {
        if (frame[i].IsComma || frame[i].IsDash)
        {
            return IsTurnAfterComma(frame, i + 1);
        }

        // "would hold while stressing that"
        if (frame[i].Form is "while" or "before" or "after" && i + 1 < frame.Length && frame[i + 1].IsParticiple && CueFinder.At(frame, i + 1) is { Verb.Class: not ("believe" or "find") })
        {
            return true;
        }

        return frame.IsTagged(i, PartOfSpeech.Cconj) && IsFiniteCue(frame, SkipAdverbs(frame, i + 1));
    }

    private static bool IsTurnAfterComma(Frame frame, int i)
    {
        if (i >= frame.Length || frame[i].IsMarked)
        {
            return false;
        }

        if (frame[i].Form is "according" or "per")
        {
            return true;
        }

        if (frame[i].IsParticiple && CueFinder.At(frame, i) is not null || frame[i].Form is "citing" or "referring" or "quoting" or "speaking" or "addressing")
        {
            return true;
        }

        if (frame[i].Form is "while" or "although" or "though" or "whereas" || frame[i].Form is "but" or "and" or "as" && HasCueSoon(frame, i + 1))
        {
            return true;
        }

        return IsWithReport(frame, i) || IsParenthesis(frame, i);
    }

    /// <summary>", with the minister saying": another's report.</summary>
    private static bool IsWithReport(Frame frame, int i) =>
        frame[i].Form is "with" && NounPhrases.EndOf(frame, i + 1, whole: true) is > 0 and var end && end < frame.Length && frame[end].IsParticiple && CueFinder.At(frame, end) is not null;

    /// <summary>", the ministry said." or ", said the minister.": a report after its content.</summary>
    private static bool IsParenthesis(Frame frame, int i)
    {
        if (CueFinder.At(frame, i) is { Form: CueForm.Finite } inverted && inverted.Has(CuePattern.Inverted))
        {
            return NounPhrases.EndOf(frame, inverted.End, whole: false) > inverted.End;
        }

        var end = NounPhrases.EndOf(frame, i, whole: true);
        if (end <= i || end >= frame.Length)
        {
            return false;
        }

        var verb = SkipVerbGroup(frame, end);
        return verb < frame.Length && CueFinder.At(frame, verb) is { Form: CueForm.Finite or CueForm.Passive } cue && EndsAfter(frame, cue);
    }

    private static bool EndsAfter(Frame frame, Cue cue)
    {
        var at = SkipAdjuncts(frame, cue.End);
        if (cue.Has(CuePattern.Hearer) && NounPhrases.EndOf(frame, at, whole: true) is > 0 and var hearer)
        {
            at = SkipAdjuncts(frame, hearer);
        }

        return frame.EndsAt(at) || frame[at].IsComma;
    }

    private static bool HasCueSoon(Frame frame, int i)
    {
        var end = Math.Min(frame.Length, i + 8);
        for (; i < end && !frame[i].IsComma && !frame[i].IsMarked; i++)
        {
            if (IsFiniteCue(frame, i) && CueFinder.At(frame, i)!.Verb.Class is not ("believe" or "find"))
            {
                return true;
            }

            if (frame.IsTagged(i, PartOfSpeech.Verb))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsFiniteCue(Frame frame, int i) => i < frame.Length && CueFinder.At(frame, i) is { Form: CueForm.Finite } cue && cue.Start == i && !frame[i].IsParticiple && IsPast(frame[i].Form);

    private static bool IsPast(string form) => form is "said" or "told" or "wrote" or "says" or "tells" || form.EndsWith("ed", StringComparison.Ordinal);

    private static int SkipAdverbs(Frame frame, int i)
    {
        while (i < frame.Length && frame.IsTagged(i, PartOfSpeech.Adv))
        {
            i++;
        }

        return i;
    }

    private static int SkipVerbGroup(Frame frame, int i)
    {
        var limit = Math.Min(frame.Length, i + 5);
        while (i < limit && (frame[i].IsAuxiliary || frame.IsTagged(i, PartOfSpeech.Adv)))
        {
            i++;
        }

        return i;
    }

    private static int SkipOne(Frame frame, int at)
    {
        var piece = frame[at];
        if (piece.IsMarked)
        {
            return at;
        }

        if (piece.IsTime || piece.Tag == PartOfSpeech.Adv && piece.Form is not ("how" or "why" or "when" or "where" or "there" or "not" or "only" or "so"))
        {
            return at + 1;
        }

        if (piece.Form is "last" or "this" or "next" or "late" or "early" && at + 1 < frame.Length && (frame[at + 1].IsDay || frame[at + 1].Form is "week" or "month" or "year" or "night" or "morning" or "afternoon" or "evening" or "summer" or "fall" or "spring" or "winter"))
        {
            return at + 2;
        }

        return piece.Tag == PartOfSpeech.Adp || piece.Form is "after" or "before" ? SkipPreposition(frame, at) : at;
    }

    private static int SkipPreposition(Frame frame, int at)
    {
        if (at + 1 >= frame.Length || frame[at].Form is "that" or "as" or "than" or "like" or "because" or "if" or "for")
        {
            return at;
        }

        var end = frame[at + 1].IsTime ? at + 2 : NounPhrases.EndOf(frame, at + 1, whole: false);
        return end > at && (frame.EndsAt(end) || LeadsOn(frame, end)) ? end : at;
    }

    private static bool LeadsOn(Frame frame, int i) =>
        frame[i].IsComma || frame[i].IsMarked || frame[i].Form is ":" or "that" or "to" or "how" or "what" or "whether" or "why" || frame[i].IsTime
        || frame.IsTagged(i, PartOfSpeech.Adp) || frame.IsTagged(i, PartOfSpeech.Det) || frame.IsTagged(i, PartOfSpeech.Pron) || frame.IsTagged(i, PartOfSpeech.Sconj);
}
