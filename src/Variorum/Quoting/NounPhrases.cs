namespace Variorum.Quoting;

/// <summary>Finds noun phrases in a frame by their parts of speech alone.</summary>
internal static class NounPhrases
{
    private const int Longest = 40;

    /// <summary>How many appositions may hang on one another; more would be a list.</summary>
    private const int Appositions = 3;

    /// <summary>End of the noun phrase that begins at <paramref name="start"/>; -1 where none does.</summary>
    /// <param name="frame">Where to look.</param>
    /// <param name="start">Its first piece.</param>
    /// <param name="whole">With what hangs on it: prepositions and appositions.</param>
    public static int EndOf(Frame frame, int start, bool whole) => EndOf(frame, start, whole ? Appositions : 0);

    private static int EndOf(Frame frame, int start, int appositions)
    {
        if (start >= frame.Length || !frame[start].OpensNounPhrase && !IsModifier(frame, start))
        {
            return -1;
        }

        if (frame.IsTagged(start, PartOfSpeech.Pron) && !frame[start].IsPossessive)
        {
            return start + 1;
        }

        var (end, headed) = (start, false);
        while (end < frame.Length && end - start < Longest && Step(frame, end, headed, appositions) is var next && next > end)
        {
            headed = IsHeaded(frame[next - 1], headed);
            end = next;
        }

        end = TrimEnd(frame, start, end);
        return end > start && (headed || HasHead(frame, start, end)) ? end : -1;
    }

    private static bool IsHeaded(Piece last, bool before) =>
        last.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Sym
        || before && !last.IsPossessiveMark && last.Tag is not (PartOfSpeech.Adp or PartOfSpeech.Cconj);

    /// <summary>Start of the noun phrase that ends before <paramref name="end"/>; -1 where none does.</summary>
    public static int StartOf(Frame frame, int end)
    {
        var at = end - 1;
        if (at < 0 || frame[at].IsMarked || frame[at].IsBreak && !frame.Is(at, ")"))
        {
            return -1;
        }

        if (frame.Is(at, ")"))
        {
            var open = OpeningBracket(frame, at);
            return open > 0 ? StartOf(frame, open) : -1;
        }

        if (frame[at].Tag is PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Num && !frame.IsTagged(at - 1, PartOfSpeech.Det))
        {
            return frame[at].Tag == PartOfSpeech.Adj && at > 0 && frame[at - 1].IsInner ? WalkBack(frame, at) : at;
        }

        return frame[at].IsInner && !frame[at].IsTime ? WalkBack(frame, at) : -1;
    }

    private static int WalkBack(Frame frame, int at)
    {
        var (start, listed, first) = (at, false, Math.Max(0, at - Longest));
        while (start > first)
        {
            listed |= frame[start].Tag == PartOfSpeech.Cconj;
            var next = StepBack(frame, start, listed);
            if (next == start)
            {
                break;
            }

            start = next;
        }

        return Settle(frame, start, at);
    }

    /// <summary>The phrase must begin with what can begin one; after a verb only the part behind its last conjunction is a subject.</summary>
    private static int Settle(Frame frame, int start, int head)
    {
        while (start < head && !frame[start].OpensNounPhrase && !IsModifier(frame, start))
        {
            start++;
        }

        if (start > 0 && frame.IsTagged(start - 1, PartOfSpeech.Verb))
        {
            for (var i = head; i > start; i--)
            {
                if (frame.IsTagged(i, PartOfSpeech.Cconj))
                {
                    return i + 1;
                }
            }
        }

        return start;
    }

    /// <summary>One step to the left of a phrase's first piece; the same place where the phrase ends there.</summary>
    private static int StepBack(Frame frame, int start, bool listed)
    {
        var left = frame[start - 1];
        var here = frame[start];
        if (left.IsMarked)
        {
            return start > 1 && frame.IsTagged(start - 2, PartOfSpeech.Propn) && here.Tag == PartOfSpeech.Propn ? start - 2 : start;
        }

        if (here.Tag == PartOfSpeech.Det && left.Form is "all" or "both" or "half")
        {
            return start - 1;
        }

        if (here.Tag is PartOfSpeech.Det || here.IsPossessive)
        {
            return StepOverLink(frame, start, left);
        }

        return StepInside(frame, start, left, listed);
    }

    private static int StepInside(Frame frame, int start, Piece left, bool listed)
    {
        if (left.IsDay || left.Form is "however" or "meanwhile")
        {
            return start;
        }

        if (BelongsInside(frame, start - 1))
        {
            return start - 1;
        }

        if (left.IsComma && JoinsOverComma(frame, start, listed))
        {
            return start - 2;
        }

        return frame.Is(start - 1, ")") && OpeningBracket(frame, start - 1) is > 0 and var open ? open : StepOverLink(frame, start, left);
    }

    private static bool BelongsInside(Frame frame, int i) =>
        frame[i].IsInner || frame[i].IsPossessive || frame[i].Tag == PartOfSpeech.Det || frame[i].IsPossessiveMark || IsModifier(frame, i) || IsGlue(frame, i);

    /// <summary>"A, B and C"; "a long, quiet talk".</summary>
    private static bool JoinsOverComma(Frame frame, int start, bool listed) =>
        start > 1 && frame[start - 2].IsInner && (listed || frame[start].Tag == PartOfSpeech.Adj && frame[start - 2].Tag == PartOfSpeech.Adj);

    /// <summary>Over a preposition or conjunction to the noun it hangs on.</summary>
    private static int StepOverLink(Frame frame, int start, Piece left)
    {
        var isLink = left.Tag == PartOfSpeech.Cconj && left.Form is "and" or "or" or "&"
            || left.Tag == PartOfSpeech.Adp && left.Form is "of" or "for" or "in" or "at" or "from" or "with" or "on" or "to" or "between" or "near" or "behind" or "within";
        if (!isLink || start < 2)
        {
            return start;
        }

        var noun = frame[start - 2];
        return noun.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num && !noun.IsMarked && !noun.IsTime || noun.Form is "those" or "some" or "many" or "one" or "most" or "all" or "both" ? start - 2 : start;
    }

    private static int Step(Frame frame, int end, bool headed, int appositions)
    {
        var piece = frame[end];
        if (piece.IsMarked)
        {
            return headed && frame.IsTagged(end + 1, PartOfSpeech.Propn) ? end + 1 : end;
        }

        if (piece.Tag == PartOfSpeech.Det || piece.IsPossessive)
        {
            return headed && !IsLink(frame, end - 1) ? end : end + 1;
        }

        if (piece.IsTime && headed)
        {
            return end;
        }

        var isInside = piece.IsInner || IsGlue(frame, end) || (headed ? piece.IsPossessiveMark : IsModifier(frame, end));
        if (isInside)
        {
            return end + 1;
        }

        return headed ? StepOn(frame, end, appositions) : end;
    }

    private static int StepOn(Frame frame, int end, int appositions)
    {
        if (end + 1 >= frame.Length)
        {
            return end;
        }

        if (IsLink(frame, end) && (appositions > 0 || frame.Is(end, "of")) && frame[end + 1].OpensNounPhrase && !frame[end + 1].IsTime && !frame.IsTagged(end + 1, PartOfSpeech.Pron))
        {
            return end + 1;
        }

        if (appositions > 0 && frame.Is(end, "("))
        {
            var close = ClosingBracket(frame, end);
            return close > end ? close + 1 : end;
        }

        return appositions > 0 && frame[end].IsComma ? OverApposition(frame, end, appositions - 1) : end;
    }

    /// <summary>Over ", 43," and ", the ministry's spokesman" to where it ends.</summary>
    private static int OverApposition(Frame frame, int comma, int appositions)
    {
        var first = comma + 1;
        if (frame.IsTagged(first, PartOfSpeech.Num) && (frame.EndsAt(first + 1) || frame[first + 1].IsComma))
        {
            return first + 1;
        }

        if (frame[first].IsRelative)
        {
            return EndOfRelative(frame, first);
        }

        if (!frame[first].OpensNounPhrase || frame[first].IsParticiple || frame.IsTagged(first, PartOfSpeech.Pron) || frame[first].IsTime)
        {
            return comma;
        }

        var last = EndOf(frame, first, appositions);
        return last > first && IsBreakAt(frame, last) ? last : comma;
    }

    private static int EndOfRelative(Frame frame, int first)
    {
        var end = first;
        while (end < frame.Length && end - first < Longest && !frame[end].IsComma && !frame[end].IsMarked && !frame.EndsAt(end))
        {
            end++;
        }

        return end;
    }

    private static bool IsBreakAt(Frame frame, int i) => frame.EndsAt(i) || frame[i].IsComma || frame[i].IsBreak || frame[i].IsMarked;

    private static bool IsLink(Frame frame, int i) => i >= 0 && (frame.IsTagged(i, PartOfSpeech.Adp) && frame[i].Form is "of" or "for" or "in" or "at" or "from" or "with" or "on" or "to" or "near" || frame[i].Form is "and" or "&");

    /// <summary>"retired general", "then-president": a participle or adverb before a noun.</summary>
    private static bool IsModifier(Frame frame, int i) =>
        i + 1 < frame.Length && frame[i + 1].IsInner
        && (frame.IsTagged(i, PartOfSpeech.Verb) && frame[i].Form.EndsWith("ed", StringComparison.Ordinal) && (frame.IsTagged(i - 1, PartOfSpeech.Det) || i == 0)
            || frame.IsTagged(i, PartOfSpeech.Adv) && frame.IsTagged(i + 1, PartOfSpeech.Adj) && frame.IsTagged(i - 1, PartOfSpeech.Det));

    /// <summary>A hyphen, stop or slash within a word that the tokens split.</summary>
    private static bool IsGlue(Frame frame, int i) =>
        frame[i].Form is "-" or "–" or "." or "/" or "&" or "@" or "#"
        && (i > 0 && frame[i - 1].Span.End == frame[i].Span.Start || frame[i].Form is "&" or "@") && i + 1 < frame.Length && frame[i + 1].IsInner
        && (frame[i].Form is "." or "&" || frame[i].Span.End == frame[i + 1].Span.Start);

    private static int TrimEnd(Frame frame, int start, int end)
    {
        while (end > start && (frame[end - 1].Tag is PartOfSpeech.Adp or PartOfSpeech.Cconj or PartOfSpeech.Det) && end - 1 > start)
        {
            end--;
        }

        return end;
    }

    private static bool HasHead(Frame frame, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (frame[i].IsNominal || frame[i].Tag == PartOfSpeech.Adj)
            {
                return true;
            }
        }

        return end == start + 1 && frame.IsTagged(start, PartOfSpeech.Det);
    }

    private static int OpeningBracket(Frame frame, int close)
    {
        for (var i = close - 1; i >= 0 && i > close - 12; i--)
        {
            if (frame.Is(i, "("))
            {
                return i;
            }
        }

        return -1;
    }

    private static int ClosingBracket(Frame frame, int open)
    {
        for (var i = open + 1; i < frame.Length && i < open + 12; i++)
        {
            if (frame.Is(i, ")"))
            {
                return i;
            }
        }

        return -1;
    }
}
