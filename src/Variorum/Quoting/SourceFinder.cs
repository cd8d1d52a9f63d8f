namespace Variorum.Quoting;

/// <summary>Finds who is said to have said it: the cue's subject.</summary>
internal static class SourceFinder
{
    /// <summary>Pieces of a frame that name the source.</summary>
    /// <param name="Words">Which.</param>
    /// <param name="IsInverted">Whether they follow the cue ("said the minister").</param>
    internal readonly record struct Subject(PieceRange Words, bool IsInverted);

    private const int LongestParenthesis = 60;

    /// <summary>The subject of a cue; null where the frame has none.</summary>
    public static Subject? Find(Frame frame, Cue cue) => cue.Form switch
    {
        CueForm.Finite => OfFinite(frame, cue),
        CueForm.Participle => OfPhraseBefore(frame, cue.Start) ?? OfClauseBefore(frame, cue.Start),
        CueForm.Infinitive => OfClauseBefore(frame, cue.Start),
        _ => null,
    };

    /// <summary>The words before a verb group that are its subject, over what stands between commas.</summary>
    public static PieceRange? Before(Frame frame, int group)
    {
        var end = SkipBackTimes(frame, group);
        if (end <= 0)
        {
            return null;
        }

        if (frame[end - 1].IsComma || frame[end - 1].IsDash && end > 1)
        {
            return AcrossParenthesis(frame, end - 1);
        }

        var start = NounPhrases.StartOf(frame, end);
        return start >= 0 ? new PieceRange(start, end) : null;
    }

    private static Subject? OfFinite(Frame frame, Cue cue)
    {
        if (cue.Has(CuePattern.Inverted) && Inverted(frame, cue) is { } after)
        {
            return new Subject(after, true);
        }

        if (Before(frame, cue.Start) is { } before)
        {
            return new Subject(before, false);
        }

        return cue.Start > 0 && frame.IsTagged(SkipBackAdverbs(frame, cue.Start) - 1, PartOfSpeech.Cconj) || AfterComma(frame, cue.Start) ? OfClauseBefore(frame, cue.Start) : null;
    }

    private static bool AfterComma(Frame frame, int start) => start > 1 && frame[start - 1].IsComma && !frame[start - 2].IsMarked;

    private static PieceRange? Inverted(Frame frame, Cue cue)
    {
        var at = cue.End;
        if (!MayBeInverted(frame, cue) || at >= frame.Length || frame[at].IsTime || frame[at].Form is "that" or "it")
        {
            return null;
        }

        var core = NounPhrases.EndOf(frame, at, whole: false);
        var end = NounPhrases.EndOf(frame, at, whole: true);
        return core > at && !StartsClause(frame, core) && !StartsClause(frame, end) ? new PieceRange(at, end) : null;
    }

    /// <summary>After words in marks any cue may stand before its subject, after a clause only the plainest.</summary>
    private static bool MayBeInverted(Frame frame, Cue cue)
    {
        var lemma = frame[cue.Head].Lemma;
        if (cue.Start == 0)
        {
            return lemma is "say" or "add";
        }

        var left = frame[cue.Start - 1];
        return left.IsMarked || (left.IsComma || left.IsDash) && (frame.IsMarked(cue.Start - 2) || lemma is "say" or "add" or "report" or "write");
    }

    /// <summary>Whether a verb follows, so that the words before it are its subject and not the cue's.</summary>
    private static bool StartsClause(Frame frame, int i)
    {
        while (i < frame.Length && frame.IsTagged(i, PartOfSpeech.Adv))
        {
            i++;
        }

        return i < frame.Length && !frame[i].IsMarked && (frame[i].IsAuxiliary || frame.IsTagged(i, PartOfSpeech.Verb) && !frame[i].IsParticiple);
    }

    /// <summary>The noun phrase right before a participle: "with the mayor saying", "crowds demanding". What cannot speak is passed over.</summary>
    private static Subject? OfPhraseBefore(Frame frame, int at)
    {
        var start = at > 0 && !frame[at - 1].IsComma ? NounPhrases.StartOf(frame, at) : -1;
        for (var i = at - 1; i > start && start >= 0; i--)
        {
            if (frame.Is(i, "with"))
            {
                start = i + 1;
            }
        }

        if (start < 0 || frame[start].IsRelative || frame.IsTagged(start, PartOfSpeech.Pron) && !frame.Is(start - 1, "with"))
        {
            return null;
        }

        var words = new PieceRange(start, at);
        var isOwn = frame.Is(start - 1, "with") || SourceNouns.CanSpeak(frame, words) && !SourceNouns.IsDocument(frame, words) && !IsHearer(frame, start);
        return isOwn ? new Subject(words, false) : null;
    }

    /// <summary>"told reporters", "spoke to crowds": whom the subject speaks to is not who goes on.</summary>
    private static bool IsHearer(Frame frame, int start) =>
        start > 0 && (frame.IsTagged(start - 1, PartOfSpeech.Adp) || CueFinder.At(frame, start - 1) is { } cue && cue.Has(CuePattern.Hearer | CuePattern.Object));

    /// <summary>The subject of the nearest verb before: "X left, saying", "X met Y and said", "used the forum to claim".</summary>
    private static Subject? OfClauseBefore(Frame frame, int at)
    {
        if (OfReportBefore(frame, at) is { } report)
        {
            return report;
        }

        var tries = 0;
        for (var i = at - 1; i >= 0 && i > at - LongestParenthesis && tries < 5; i--)
        {
            if (!frame.IsFiniteVerb(i) || frame[i].Tag == PartOfSpeech.Aux && i + 1 < at && frame.IsTagged(i + 1, PartOfSpeech.Verb))
            {
                continue;
            }

            tries++;
            if (SubjectOf(frame, i) is { } subject && !frame[subject.Start].IsRelative)
            {
                return new Subject(subject, false);
            }
        }

        return null;
    }

    /// <summary>The source of the report before in the same frame: who goes on "saying", "adding", "and said".</summary>
    private static Subject? OfReportBefore(Frame frame, int at)
    {
        for (var i = at - 1; i >= 0 && i > at - LongestParenthesis; i--)
        {
            if (CueFinder.At(frame, i) is { Form: CueForm.Finite } cue && cue.Verb.Class is not ("believe" or "find") && SubjectOf(frame, i) is { } subject && !frame[subject.Start].IsRelative)
            {
                return new Subject(subject, false);
            }
        }

        return null;
    }

    private static PieceRange? SubjectOf(Frame frame, int verb)
    {
        if (CueFinder.At(frame, verb) is { Form: CueForm.Finite } cue && cue.Has(CuePattern.Inverted) && Inverted(frame, cue) is { } inverted)
        {
            return inverted;
        }

        return Before(frame, frame.GroupStart(verb));
    }

    /// <summary>"X, 43, said"; "X, who leads Y, said"; "the head of Y, X, said".</summary>
    private static PieceRange? AcrossParenthesis(Frame frame, int close)
    {
        var (isDash, open) = (frame[close].IsDash, close - 1);
        for (var tries = 0; tries < 6; tries++)
        {
            open = BreakBefore(frame, open, close, isDash);
            if (open <= 0 || !isDash && !IsParenthetic(frame, open + 1) || frame.IsTagged(open - 1, PartOfSpeech.Cconj))
            {
                return null;
            }

            var start = NounPhrases.StartOf(frame, open);
            if (start >= 0 && !frame[start].IsRelative && !HangsOnMore(frame, start) && !IsGoverned(frame, start))
            {
                return new PieceRange(start, isDash || IsAside(frame[open + 1]) ? open : close);
            }

            open--;
        }

        return null;
    }

    /// <summary>What stands between commas without describing the subject.</summary>
    private static bool IsAside(Piece first) => first.IsParticiple || first.Tag is PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Adv or PartOfSpeech.Verb || first.Form is "according" or "in" or "as" or "and" or "but";

    /// <summary>Whether a phrase hangs on a preposition within a clause further left ("who, as the leader of Y, served").</summary>
    private static bool IsGoverned(Frame frame, int start) =>
        start > 1 && (frame.IsTagged(start - 1, PartOfSpeech.Adp) || frame.IsTagged(start - 1, PartOfSpeech.Sconj)) && frame[start - 2].IsComma;

    private static int BreakBefore(Frame frame, int from, int close, bool isDash)
    {
        var i = from;
        while (i > 0 && close - i < LongestParenthesis && !(isDash ? frame[i].IsDash : frame[i].IsComma))
        {
            if (frame[i].IsMarked && !isDash || frame[i].Form is ";" or ":")
            {
                return -1;
            }

            i--;
        }

        return close - i < LongestParenthesis ? i : -1;
    }

    /// <summary>What may stand between a subject and its verb: no clause of its own, unless it is one that hangs on the subject.</summary>
    private static bool IsParenthetic(Frame frame, int first)
    {
        var piece = frame[first];
        return piece.IsRelative || piece.IsParticiple || piece.Tag is PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Num or PartOfSpeech.Adv or PartOfSpeech.Verb
            || piece.OpensNounPhrase && piece.Tag != PartOfSpeech.Pron || piece.Form is "in" or "as" or "and" or "or" or "but";
    }

    /// <summary>Whether a phrase is itself an apposition to a name before it.</summary>
    private static bool HangsOnMore(Frame frame, int start)
    {
        if (start < 2 || !frame[start - 1].IsComma || frame[start].Tag == PartOfSpeech.Propn)
        {
            return false;
        }

        var before = frame[start - 2];
        return before.Tag == PartOfSpeech.Propn && !before.IsTime && NounPhrases.StartOf(frame, start - 1) is >= 0 and var name
            && (name == 0 || !frame.IsTagged(name - 1, PartOfSpeech.Adp));
    }

    private static int SkipBackTimes(Frame frame, int at)
    {
        for (var i = 0; i < 4 && at > 1; i++)
        {
            var left = frame[at - 1];
            if (left.IsTime && at > 2 && (frame.IsTagged(at - 2, PartOfSpeech.Adp) || frame[at - 2].Form is "on" or "late" or "early"))
            {
                at -= 2;
            }
            else if (left.IsTime || left.Tag == PartOfSpeech.Adv && !left.IsMarked)
            {
                at--;
            }
            else if (left.Form is "week" or "month" or "year" or "night" && frame[at - 2].Form is "last" or "this")
            {
                at -= 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int SkipBackAdverbs(Frame frame, int at)
    {
        while (at > 1 && frame.IsTagged(at - 1, PartOfSpeech.Adv))
        {
            at--;
        }

        return at;
    }
}
