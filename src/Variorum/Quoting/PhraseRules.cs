namespace Variorum.Quoting;

/// <summary>Rules for reports that hang on no verb: "according to X", a colon before marks, a bracket behind a name.</summary>
internal static class PhraseRules
{
    /// <summary>"According to X, …", "…, according to X".</summary>
    public static Report? AccordingTo(Frame frame, int at)
    {
        if (!frame.Is(at, "according"))
        {
            return null;
        }

        var end = frame.Is(at + 1, "to") ? at + 2 : at + 1;
        var source = NounPhrases.EndOf(frame, end, whole: true);
        if (source <= end)
        {
            return null;
        }

        var content = At(frame, at, source);
        return new Report(frame, new PieceRange(at, end), new PieceRange(end, source), content is { } found ? [found] : [], null, null, "according-to");
    }

    private static PieceRange? At(Frame frame, int at, int source)
    {
        if (CueRules.BeforeContent(frame, at) is { } before)
        {
            return before;
        }

        if (frame.Is(source, ",") && source + 1 < frame.Length)
        {
            var start = source + 1;
            var end = Clauses.EndOf(frame, start);
            return end > start ? new PieceRange(start, end) : null;
        }

        var clause = frame.IsTagged(0, PartOfSpeech.Cconj) ? 1 : 0;
        return at > 3 && frame.HasClause(clause, at) ? new PieceRange(clause, Clauses.Trim(frame, clause, at)) : null;
    }

    /// <summary>"X had this to say: “…”".</summary>
    public static Report? Colon(Frame frame, int mark)
    {
        if (mark < 2 || !(frame[mark - 1].Form is ":" || frame[mark - 1].IsDash || frame[mark - 1].Form is "("))
        {
            return null;
        }

        var isColon = frame[mark - 1].Form is ":";
        var source = frame[mark - 1].Form is "(" ? Name(frame, mark - 1) : MainSubject(frame, mark - 1) ?? Name(frame, mark - 1);
        return new Report(frame, isColon ? new PieceRange(mark - 1, mark) : null, source, [new PieceRange(mark, mark + 1)], null, null, isColon ? "colon-then-mark" : "dash-then-mark");
    }

    /// <summary>The subject of a frame's first verb.</summary>
    public static PieceRange? MainSubject(Frame frame, int end)
    {
        end = Math.Min(end, Frame.Reach);
        for (var i = 0; i < end; i++)
        {
            if (frame.IsFiniteVerb(i) && SourceFinder.Before(frame, frame.GroupStart(i)) is { } subject && !frame[subject.Start].IsRelative)
            {
                return subject;
            }
        }

        return null;
    }

    private static PieceRange? Name(Frame frame, int end)
    {
        var start = NounPhrases.StartOf(frame, end);
        return start >= 0 ? new PieceRange(start, end) : null;
    }
}
