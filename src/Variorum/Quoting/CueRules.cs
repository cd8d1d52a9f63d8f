using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>The rules that read a report off a reporting verb, in the order in which they are asked; the first that answers is taken.</summary>
internal static class CueRules
{
    /// <summary>A rule: its name, and what it makes of a cue; null where it does not apply.</summary>
    internal sealed record CueRule(string Name, Func<Frame, Cue, Report?> Read);

    /// <summary>All rules. <b>Order.</b> The most particular first.</summary>
    public static ImmutableArray<CueRule> All { get; } =
    [
        new("cited-as", CitedAs),
        new("mark-then-cue", MarkThenCue),
        new("cue-then-mark", (frame, cue) => Behind(frame, cue, ComplementKind.Marked, "cue-then-mark")),
        new("cue-then-clause", (frame, cue) => Behind(frame, cue, ComplementKind.Clause, "cue-then-clause")),
        new("cue-then-infinitive", (frame, cue) => Behind(frame, cue, ComplementKind.Infinitive, "cue-then-infinitive")),
        new("clause-then-cue", ClauseThenCue),
        new("cue-then-object", (frame, cue) => Behind(frame, cue, ComplementKind.Object, "cue-then-object")),
    ];

    public static Report? Read(Frame frame, Cue cue)
    {
        foreach (var rule in All)
        {
            if (rule.Read(frame, cue) is { } report)
            {
                return report;
            }
        }

        return null;
    }

    /// <summary>"X was quoted as saying by Y", "Y cited X as telling Z that".</summary>
    private static Report? CitedAs(Frame frame, Cue cue)
    {
        if (frame[cue.Head].Lemma is not ("quote" or "cite" or "report") || AsSaying(frame, cue) is not { } saying)
        {
            return null;
        }

        var after = ComplementFinder.Find(frame, saying with { Form = CueForm.Finite }, saying.End);
        var words = new PieceRange(cue.Start, saying.End);
        return cue.Form == CueForm.Passive
            ? Cited(frame, words, SourceFinder.Before(frame, cue.Start), By(frame, cue.End, saying.Start) ?? By(frame, after.Hearer?.End ?? saying.End, frame.Length), after)
            : Cited(frame, new PieceRange(cue.Start, cue.End), new PieceRange(cue.End, saying.Start - 1), SourceFinder.Find(frame, cue)?.Words, after);
    }

    private static Report? Cited(Frame frame, PieceRange cue, PieceRange? source, PieceRange? passer, Complement after)
    {
        if (after.Kind != ComplementKind.None && passer?.Start != after.Words.Start)
        {
            return new Report(frame, cue, source, [after.Words], after.Hearer, passer, "cited-as");
        }

        if (ColonMark(frame, Math.Max(cue.End, source?.End ?? 0)) is { } mark)
        {
            return new Report(frame, cue, source, [new PieceRange(mark, mark + 1)], after.Hearer, passer, "cited-as");
        }

        var first = Math.Min(source?.Start ?? cue.Start, Math.Min(passer?.Start ?? cue.Start, cue.Start));
        return BeforeContent(frame, first) is { } before ? new Report(frame, cue, source, [before], after.Hearer, passer, "cited-as") : null;
    }

    /// <summary>"as sharing that view: “…”": the marked stretch behind a colon.</summary>
    private static int? ColonMark(Frame frame, int from)
    {
        for (var i = from; i + 1 < frame.Length && i < from + 25; i++)
        {
            if (frame.Is(i, ":") && frame.IsMarked(i + 1))
            {
                return i + 1;
            }
        }

        return null;
    }

    /// <summary>The "saying" of "quoted [by Y] as saying".</summary>
    private static Cue? AsSaying(Frame frame, Cue cue)
    {
        var limit = Math.Min(frame.Length - 1, cue.End + 25);
        for (var i = cue.End; i < limit && !frame[i].IsMarked && !frame[i].IsBreak; i++)
        {
            if (frame.Is(i, "as") && frame[i + 1].IsParticiple)
            {
                return CueFinder.At(frame, i + 1) ?? (frame[i + 1].Form is "sharing" ? new Cue(i + 1, i + 1, i + 2, CueLexicon.Find("say")!, CueForm.Participle) : null);
            }
        }

        return null;
    }

    private static PieceRange? By(Frame frame, int from, int to)
    {
        for (var i = from; i < to && i < from + 12 && i < frame.Length; i++)
        {
            if (frame.Is(i, "by") && NounPhrases.EndOf(frame, i + 1, whole: false) is > 0 and var end)
            {
                return new PieceRange(i + 1, end);
            }

            if (frame[i].IsMarked || frame[i].IsBreak || frame[i].IsComma)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"…," X said; "…," said X; and what goes on after: "…," X said, "…".</summary>
    private static Report? MarkThenCue(Frame frame, Cue cue)
    {
        if (!cue.Has(CuePattern.Marked | CuePattern.Clause) || cue.Form is CueForm.Infinitive or CueForm.Participle)
        {
            return null;
        }

        var subject = SourceFinder.Find(frame, cue);
        var told = cue.Form == CueForm.Passive ? SourceFinder.Before(frame, cue.Start) : null;
        var at = subject is { IsInverted: false } plain ? plain.Words.Start : told?.Start ?? cue.Start;
        if (MarkBefore(frame, at) is not { } content)
        {
            return null;
        }

        var after = ComplementFinder.Find(frame, cue, subject is { IsInverted: true } inverted ? inverted.Words.End : cue.End);
        List<PieceRange> parts = GoesOn(frame, after) ? [content, after.Words] : [content];
        return new Report(frame, new PieceRange(cue.Start, cue.End), subject?.Words, parts, after.Hearer ?? told, null, "mark-then-cue");
    }

    private static bool GoesOn(Frame frame, Complement after) => after.Kind switch
    {
        ComplementKind.Marked => frame.Is(after.Words.Start - 1, ",") || frame.Is(after.Words.Start - 1, ":"),
        ComplementKind.Clause => frame.Is(after.Words.Start - 1, "that"),
        _ => false,
    };

    private static Report? Behind(Frame frame, Cue cue, ComplementKind kind, string rule)
    {
        var subject = SourceFinder.Find(frame, cue);
        var from = subject is { IsInverted: true } inverted ? inverted.Words.End : cue.End;
        var after = ComplementFinder.Find(frame, cue, from);
        if (after.Kind != kind || subject is null && !StandsWithoutSubject(frame, cue, kind))
        {
            return null;
        }

        return new Report(frame, new PieceRange(cue.Start, cue.End), subject?.Words, [after.Words], after.Hearer, null, rule);
    }

    private static bool StandsWithoutSubject(Frame frame, Cue cue, ComplementKind kind) =>
        cue.Form == CueForm.Passive && kind is ComplementKind.Clause && cue.Verb.Class is "say" or "claim" or "believe" or "find";

    /// <summary>"…, X said."</summary>
    private static Report? ClauseThenCue(Frame frame, Cue cue)
    {
        if (!cue.Has(CuePattern.Clause) || cue.Form is not CueForm.Finite || SourceFinder.Find(frame, cue) is not { } subject)
        {
            return null;
        }

        var at = subject.IsInverted ? cue.Start : subject.Words.Start;
        if (BeforeContent(frame, at) is not { } content || frame[subject.Words.Start].IsRelative)
        {
            return null;
        }

        var after = ComplementFinder.Find(frame, cue, subject.IsInverted ? subject.Words.End : cue.End);
        if (after.Kind != ComplementKind.None)
        {
            return null;
        }

        var parts = new List<PieceRange> { content };
        if (RestAfter(frame, cue, subject) is { } rest)
        {
            parts.Add(rest);
        }

        return new Report(frame, new PieceRange(cue.Start, cue.End), subject.Words, parts, after.Hearer, null, "clause-then-cue");
    }

    /// <summary>"The plan, X said, is ready": what stands behind the second comma.</summary>
    private static PieceRange? RestAfter(Frame frame, Cue cue, SourceFinder.Subject subject)
    {
        var at = Clauses.SkipAdjuncts(frame, subject.IsInverted ? subject.Words.End : cue.End);
        if (!frame.Is(at, ",") || at + 1 >= frame.Length || frame[at + 1].IsParticiple || frame[at + 1].Form is "according" or "citing")
        {
            return null;
        }

        var end = Clauses.EndOf(frame, at + 1);
        return end > at + 1 ? new PieceRange(at + 1, end) : null;
    }

    /// <summary>What stands before <paramref name="at"/> as content: marked words, or a clause that ends with a comma.</summary>
    internal static PieceRange? BeforeContent(Frame frame, int at) => MarkBefore(frame, at) ?? ClauseBefore(frame, at);

    /// <summary>A marked stretch that ends right before, with the clause it ends where it is only part of one.</summary>
    private static PieceRange? MarkBefore(Frame frame, int at)
    {
        var mark = at - 1;
        if (frame.Is(mark, ",") || mark >= 0 && frame[mark].IsDash)
        {
            mark--;
        }

        if (!frame.IsMarked(mark) || mark == at - 1 && !frame[mark].IsClosed)
        {
            return null;
        }

        var alone = mark == 0 || frame[mark - 1].IsComma || frame[mark - 1].Form is ":" || frame[mark - 1].IsDash || frame[mark - 1].IsMarked || mark == 1;
        return alone ? new PieceRange(mark, mark + 1) : ClauseStart(frame, mark) is var start && frame.HasClause(start, mark) ? new PieceRange(start, mark + 1) : new PieceRange(mark, mark + 1);
    }

    private static PieceRange? ClauseBefore(Frame frame, int at)
    {
        if (at < 3 || !frame[at - 1].IsComma && !frame[at - 1].IsDash)
        {
            return null;
        }

        var start = ClauseStart(frame, at - 1);
        return frame.HasClause(start, at - 1) && !IsAdjunct(frame[start]) && !frame[start].IsParticiple ? new PieceRange(start, Clauses.Trim(frame, start, at - 1)) : null;
    }

    private static bool IsAdjunct(Piece piece) => piece.Form is "when" or "after" or "before" or "while" or "although" or "though" or "since" or "once" or "asked" or "if";

    private static int ClauseStart(Frame frame, int end)
    {
        for (var i = end - 1; i >= 0 && i > end - Frame.Reach; i--)
        {
            if (frame[i].Form is ";" or ":" || frame[i].Form is "(" || frame[i].IsDash && i < 12 && frame[0].IsUpper && IsDateline(frame, i))
            {
                return i + 1;
            }
        }

        return frame.IsTagged(0, PartOfSpeech.Cconj) ? 1 : 0;
    }

    private static bool IsDateline(Frame frame, int dash) => !frame.HasClause(0, dash);
}
