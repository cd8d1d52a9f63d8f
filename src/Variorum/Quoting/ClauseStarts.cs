namespace Variorum.Quoting;

/// <summary>Finds where a reported clause gives way to a clause of the reporter's own.</summary>
internal static class ClauseStarts
{
    /// <summary>Whether the comma or dash at <paramref name="i"/> opens an independent clause after the content that began at <paramref name="start"/>.</summary>
    public static bool At(Frame frame, int start, int i)
    {
        if (!frame[i].IsComma && !frame[i].IsDash || i + 2 >= frame.Length || frame[i + 1].IsRelative || frame[i + 1].IsMarked)
        {
            return false;
        }

        if (frame[i].IsComma && frame.IsFiniteVerb(i + 1) && IsRelative(frame, start))
        {
            return true;
        }

        return IsResumed(frame, i + 1) || OpensClause(frame, i + 1) && (frame[i].IsDash || IsSubordinate(frame, start) || IsComplete(frame, start, i));
    }

    /// <summary>A subject with its verb right behind it.</summary>
    private static bool OpensClause(Frame frame, int at)
    {
        var end = NounPhrases.EndOf(frame, at, whole: false);
        while (end > at && end < frame.Length && frame.IsTagged(end, PartOfSpeech.Adv))
        {
            end++;
        }

        return end > at && end < frame.Length && !frame[end].IsMarked && frame.IsFiniteVerb(end) && !IsBareParticiple(frame, end);
    }

    /// <summary>"the plan approved by": a participle, as far as the words show.</summary>
    private static bool IsBareParticiple(Frame frame, int verb) =>
        !frame[verb].IsAuxiliary && frame[verb].Form.EndsWith("ed", StringComparison.Ordinal) && (frame.Is(verb + 1, "by") || frame.Is(verb + 1, "in") || frame.Is(verb + 1, "on") || frame.Is(verb + 1, "at"));

    /// <summary>", something Norrby denies", ", a charge the mayor rejects": a word for all before, and a clause about it.</summary>
    private static bool IsResumed(Frame frame, int at)
    {
        if (frame[at].Form is not ("something" or "a" or "an"))
        {
            return false;
        }

        var end = frame[at].Form is "something" ? at + 1 : NounPhrases.EndOf(frame, at, whole: false);
        for (var noun = at + 1; noun <= end && noun < at + 5; noun++)
        {
            if (frame.IsTagged(noun - 1, frame[at].Form is "something" ? frame[at].Tag : PartOfSpeech.Noun) && OpensClause(frame, noun))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the report stands in a clause that opens with "while", "although", "after": a comma closes it.</summary>
    private static bool IsSubordinate(Frame frame, int start)
    {
        for (var i = start - 1; i >= 0 && i > start - 25 && !frame[i].IsMarked; i--)
        {
            if (frame[i].Form is "while" or "although" or "though" or "whereas" or "if" or "when" or "because" or "once" or "since" || frame[i].Form is "as" or "after" or "before" && (i == 0 || frame[i - 1].IsComma))
            {
                return i == 0 || frame[i - 1].IsComma || frame[i - 1].IsDash || frame.IsTagged(i - 1, PartOfSpeech.Cconj);
            }
        }

        return false;
    }

    /// <summary>Whether the report stands in a relative clause between commas ("Lind, who fears that").</summary>
    private static bool IsRelative(Frame frame, int start)
    {
        for (var i = start - 1; i > 0 && i > start - 12 && !frame[i].IsMarked && !frame[i].IsComma; i--)
        {
            if (frame[i].Form is "who" or "which" && frame[i - 1].IsComma)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the content is a clause already, with nothing in it that waits for another.</summary>
    private static bool IsComplete(Frame frame, int start, int end)
    {
        var verb = false;
        for (var i = start; i < end; i++)
        {
            if (frame[i].IsComma || frame[i].Form is "if" or "when" or "while" or "after" or "before" or "as" or "although" or "though" or "because" or "since" or "once" or "unless" or "until" || i > start && frame[i].IsRelative && frame[i].Form is not "that")
            {
                return false;
            }

            verb |= frame.IsFiniteVerb(i);
        }

        return verb && !frame.IsTagged(start, PartOfSpeech.Adp);
    }
}
