namespace Variorum.Quoting;

/// <summary>Tells whether a report's content was said, denied or never said.</summary>
internal static class Acts
{
    /// <summary>The first that holds: never said, denied, only found out; else said.</summary>
    public static QuoteAct Of(Report report)
    {
        if (CueFinder.Of(report) is not { } cue || report.Rule is "cited-as")
        {
            return QuoteAct.Said;
        }

        if (IsWithheld(report, cue))
        {
            return QuoteAct.Withheld;
        }

        return cue.Verb.Class switch
        {
            "deny" => QuoteAct.Denied,
            "find" => report.Source is { } source && SourceNouns.IsDocument(report.Frame, source) ? QuoteAct.Said : QuoteAct.Found,
            _ => QuoteAct.Said,
        };
    }

    private static bool IsWithheld(Report report, Cue cue) =>
        IsNegated(report.Frame, cue) || report.Frame[cue.Head].Lemma is "decline" or "refuse"
        || cue.Form == CueForm.Infinitive && IsOpen(report.Frame, cue.Head - 2)
        || report.Source is { } source && report.Frame[source.Start].Form is "nobody" or "none" or "neither" or "no"
        || report.Content.TrueForAll(part => !HasMarks(report.Frame, part)) && IsConditional(report.Frame, cue);

    /// <summary>"did not say", "never said", "can’t say"; in an infinitive "not to say".</summary>
    private static bool IsNegated(Frame frame, Cue cue)
    {
        for (var i = Math.Max(0, cue.Start - 1); i < cue.Head; i++)
        {
            if (frame[i].Form is "not" or "n't" or "n’t" or "never" or "cannot" or "hardly" or "without" || frame[i].Form.EndsWith("n't", StringComparison.Ordinal) || frame[i].Form.EndsWith("n’t", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"could say", "will announce": it is not said yet.</summary>
    private static bool IsConditional(Frame frame, Cue cue) => cue.Start < cue.Head && frame[cue.Start].Form is "could" or "may" or "might" or "should" or "must" or "can" or "will";

    /// <summary>Whether an infinitive hangs on what leaves it open whether anything was said ("refused to say", "is expected to say", "urged him to say").</summary>
    private static bool IsOpen(Frame frame, int governor) =>
        governor >= 0 && (frame.IsTagged(governor, PartOfSpeech.Pron) || frame.IsTagged(governor, PartOfSpeech.Adj)
            || frame[governor].Lemma is "refuse" or "decline" or "fail" or "forget" or "expect" or "urge" or "want" or "like" or "set" or "due" or "plan" or "hope" or "need" or "try" or "order" or "ask"
                or "prepare" or "intend" or "agree" or "invite" or "seek" or "love" or "tell" or "force" or "allow" or "advise" or "vow" or "promise" or "threaten" or "wait" or "require" or "encourage");

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
}
