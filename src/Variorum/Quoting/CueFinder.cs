namespace Variorum.Quoting;

/// <summary>Finds the reporting verbs of a frame.</summary>
internal static class CueFinder
{
    /// <summary>All cues. <b>Order.</b> By place.</summary>
    public static IEnumerable<Cue> Find(Frame frame)
    {
        for (var i = 0; i < frame.Length; i++)
        {
            if (At(frame, i) is { } cue)
            {
                yield return cue;
            }
        }
    }

    /// <summary>The cue whose verb stands at <paramref name="i"/>; null where none does.</summary>
    public static Cue? At(Frame frame, int i)
    {
        var piece = frame[i];
        if (piece.IsMarked || !IsVerb(frame, i) || IsAttribute(frame, i) || CueLexicon.Find(piece.Lemma) is not { } verb)
        {
            return null;
        }

        var start = frame.GroupStart(i);
        if (start == i && IsConnective(piece.Form))
        {
            return null;
        }

        var form = FormOf(frame, start, i);
        return form is { } known ? new Cue(start, i, EndOf(frame, i), verb, known) : null;
    }

    /// <summary>The verb that makes a report; null where none does ("according to", a colon).</summary>
    public static Cue? Of(Report report)
    {
        for (var i = (report.Cue?.End ?? 0) - 1; report.Cue is { } cue && i >= cue.Start; i--)
        {
            if (At(report.Frame, i) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>"said" is a verb whatever the tagger thought of an odd sentence.</summary>
    private static bool IsVerb(Frame frame, int i) => frame[i].Tag == PartOfSpeech.Verb || frame[i].Form is "said" or "says"
        || frame[i].Form is "calls" && i > 0 && frame[i - 1].IsNominal && i + 1 < frame.Length && frame[i + 1].Form is "for" or "on";

    /// <summary>"a suspected leak", "the reported theft": a participle before its noun.</summary>
    private static bool IsAttribute(Frame frame, int i) =>
        i > 0 && i + 1 < frame.Length && frame[i].Form.EndsWith("ed", StringComparison.Ordinal)
        && (frame[i + 1].IsInner || frame.IsMarked(i + 1)) && !frame[i - 1].IsRelative
        && (frame[i - 1].Form is "a" or "an" or "the" or "any" or "no" or "some" or "of" or "by" or "with" or "over" or "for" || frame[i - 1].IsPossessive && !frame[i - 1].IsRelative || frame[i - 1].Form is "'s" or "’s" && frame.IsTagged(i - 1, PartOfSpeech.Part));

    /// <summary>Participles that only join clauses.</summary>
    private static bool IsConnective(string form) => form is "considering" or "regarding" or "assuming" or "supposing" or "seeing" or "knowing" or "planning" or "wanting" or "feeling";

    private static CueForm? FormOf(Frame frame, int start, int verb)
    {
        if (frame.Is(verb - 1, "to"))
        {
            return CueForm.Infinitive;
        }

        var piece = frame[verb];
        var be = HasBe(frame, start, verb);
        if (piece.IsParticiple)
        {
            return start < verb ? CueForm.Finite : CueForm.Participle;
        }

        if (be)
        {
            return CueForm.Passive;
        }

        // "the plan announced by", "a man described as": a participle that hangs on a noun reports nothing here
        return start == verb && (frame.Is(verb + 1, "by") || frame.Is(verb + 1, "as") && !IsCiting(piece.Lemma)) && piece.Form.EndsWith("ed", StringComparison.Ordinal) ? null : CueForm.Finite;
    }

    private static bool HasBe(Frame frame, int start, int verb)
    {
        for (var i = verb - 1; i >= start; i--)
        {
            if (frame[i].IsAuxiliary)
            {
                return frame[i].IsBe;
            }
        }

        return false;
    }

    private static bool IsCiting(string lemma) => lemma is "quote" or "cite";

    private static int EndOf(Frame frame, int verb)
    {
        var (lemma, next) = (frame[verb].Lemma, verb + 1);
        var particle = lemma switch
        {
            "point" => frame.Is(next, "out") || frame.Is(next, "to"),
            "call" => frame.Is(next, "for") || frame.Is(next, "on") || frame.Is(next, "upon"),
            "read" or "ring" or "lay" => frame.Is(next, "out"),
            "go" => false,
            _ => false,
        };
        return particle ? next + 1 : next;
    }
}
