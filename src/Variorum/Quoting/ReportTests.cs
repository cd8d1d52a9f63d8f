using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>What a report must pass to be one: each test throws out words that only look like somebody's.</summary>
internal static class ReportTests
{
    /// <summary>Fewer content words than this after a verb of announcing or condemning name a thing and tell nothing of it.</summary>
    private const int FewestObjectWords = 3;

    /// <summary>A test: its name, and whether a report of that cue passes; no cue where a phrase makes the report.</summary>
    internal sealed record ReportTest(string Name, Func<Report, Cue?, bool> Passes);

    /// <summary>All tests.</summary>
    public static ImmutableArray<ReportTest> All { get; } =
    [
        new("source-can-speak", (report, _) => report.Source is not { } source || SourceNouns.CanSpeak(report.Frame, source)),
        new("has-substance", (report, _) => report.Content.Count == 0 || report.Content.Exists(part => HasSubstance(report.Frame, part))),
        new("no-governed-participle", (report, cue) => cue is not { Form: CueForm.Participle } || !IsGoverned(report.Frame, cue.Start - 1)),
        new("no-mere-label", (report, cue) => cue is not { Verb.Class: "call" } || report.Content.Exists(part => HasMarks(report.Frame, part)) || IsSaidOf(report, cue)),
        new("object-tells", (report, cue) => report.Rule is not "cue-then-object" || cue is null || ObjectTells(report, cue)),
        new("clause-tells", (report, cue) => report.Rule is not "cue-then-clause" || cue is null || ClauseTells(report, cue)),
    ];

    public static bool Passes(Report report)
    {
        var cue = CueFinder.Of(report);
        return All.All(test => test.Passes(report, cue));
    }

    /// <summary>"denies it", "said so", "rejected the report": the content points at other words.</summary>
    private static bool HasSubstance(Frame frame, PieceRange part)
    {
        if (HasMarks(frame, part))
        {
            return true;
        }

        var words = ContentWords(frame, part);
        return words > 1 || words == 1 && frame.HasClause(part.Start, part.End);
    }

    private static int ContentWords(Frame frame, PieceRange part)
    {
        var count = 0;
        for (var i = part.Start; i < part.End; i++)
        {
            count += IsContentWord(frame[i]) ? 1 : 0;
        }

        return count;
    }

    private static bool IsContentWord(Piece piece) =>
        !piece.IsAuxiliary && !piece.IsTime && piece.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Num;

    private static bool HasMarks(Frame frame, PieceRange part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (frame.IsMarked(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"convicted of saying": not what the subject says now.</summary>
    private static bool IsGoverned(Frame frame, int before) =>
        frame.IsTagged(before, PartOfSpeech.Adp) && frame[before].Form is "of" or "for" or "from" or "with" or "without" or "against" or "about" or "instead" or "to" or "than" or "despite";

    /// <summary>"called it a mess", "described the dam as safe"; "what he calls the East" and "called a doctor" are names and telephone calls.</summary>
    private static bool IsSaidOf(Report report, Cue cue)
    {
        var (frame, part) = (report.Frame, report.Content[0]);
        if (report.Source is { } source && source.Start > 0 && frame[source.Start - 1].Form is "what" or "whom" || part.Start >= part.End)
        {
            return false;
        }

        if (frame.Is(cue.End - 1, "for") || frame.Is(cue.End - 1, "on") || frame.Is(cue.End - 1, "upon"))
        {
            return true;
        }

        if (frame[cue.Head].Lemma is not ("call" or "term" or "dub" or "deem" or "pronounce"))
        {
            return Has(frame, part, piece => piece.Form is "as" or "to");
        }

        var end = NounPhrases.EndOf(frame, part.Start, whole: false);
        return end > part.Start && end < part.End && (frame[end].Tag is PartOfSpeech.Det or PartOfSpeech.Adj || frame[end].IsPossessive);
    }

    /// <summary>A bare noun phrase is no speech, unless it is announced, offered or condemned at some length.</summary>
    private static bool ObjectTells(Report report, Cue cue)
    {
        var (frame, part) = (report.Frame, report.Content[0]);
        if (cue.Verb.Class is "call" || HasMarks(frame, part))
        {
            return true;
        }

        if (frame[cue.Head].Lemma is "call" or "demand" or "propose" or "recommend" or "want" or "prefer")
        {
            return ContentWords(frame, part) >= 2;
        }

        return Charges(frame, part) || IsWithClause(frame, part) || IsPerformed(frame[cue.Head].Lemma) && ContentWords(frame, part) >= FewestObjectWords;
    }

    /// <summary>"of hiding the truth", "for the flood", "as a liar".</summary>
    private static bool Charges(Frame frame, PieceRange part)
    {
        for (var i = part.Start + 1; i + 1 < part.End; i++)
        {
            if (frame[i].Form is "as" || frame[i].Form is "of" or "for" or "against" or "over" && frame[i + 1].IsParticiple)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithClause(Frame frame, PieceRange part) => Has(frame, part, piece => piece.Form is "that" or "whether" or "how" or "why") && frame.HasClause(part.Start, part.End);

    private static bool IsPerformed(string lemma) => lemma is "announce" or "declare" or "accuse" or "blame" or "condemn" or "denounce" or "decry" or "deplore" or "criticise" or "criticize" or "fault" or "rebuke"
        or "welcome" or "praise" or "hail" or "applaud" or "laud" or "commend" or "thank" or "congratulate" or "express" or "reiterate" or "stress" or "emphasise" or "emphasize" or "predict" or "acknowledge" or "confirm"
        or "lament" or "deny" or "reject" or "dismiss" or "dispute" or "refute" or "rebut" or "disavow" or "rebuff";

    /// <summary>"said in a video", "was confirmed when her son rang": what follows tells how or when, not what.</summary>
    private static bool ClauseTells(Report report, Cue cue)
    {
        var (frame, part) = (report.Frame, report.Content[0]);
        if (HasMarks(frame, part) || frame[part.Start - 1].Form is "that")
        {
            return true;
        }

        if (frame[part.Start].Form is "when" or "where" or "if" or "who" or "which")
        {
            return cue.Verb.Class is "ask" || frame[cue.Head].Lemma is "say" or "tell" or "explain" or "reveal" or "disclose" && cue.Form != CueForm.Passive;
        }

        return !frame.IsTagged(part.Start, PartOfSpeech.Adp) && !frame.IsTagged(part.Start, PartOfSpeech.Cconj) || frame[part.Start].Form is "as" or "despite" or "because" or "during" or "against" || HasPlainVerb(frame, part);
    }

    /// <summary>A finite verb that is no bare participle behind its noun.</summary>
    private static bool HasPlainVerb(Frame frame, PieceRange part)
    {
        for (var i = part.Start + 1; i < part.End; i++)
        {
            if (frame.IsFiniteVerb(i) && (frame[i].IsAuxiliary || !frame[i].Form.EndsWith("ed", StringComparison.Ordinal) || frame.IsTagged(i - 1, PartOfSpeech.Pron)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(Frame frame, PieceRange part, Func<Piece, bool> test)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (test(frame[i]))
            {
                return true;
            }
        }

        return false;
    }
}
