using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>A report with the way its words took.</summary>
internal sealed record CarriedReport(Report Report, ImmutableArray<Via> Via);

/// <summary>Reads all reports of one frame and settles which of them only pass on another's words.</summary>
internal sealed class FrameReports(ViaFinder vias)
{
    /// <summary>Words in marks shorter than this (UTF-16 units) that no cue governs are no speech: a title, a nickname, distance.</summary>
    private const int ShortestUncued = 35;

    /// <summary>The same behind a colon, a dash or a bracket, which announce speech.</summary>
    private const int ShortestAnnounced = 20;

    /// <summary>The frame's reports. <b>Order.</b> As their cues stand.</summary>
    public ImmutableArray<CarriedReport> Read(Frame frame)
    {
        var reports = Distinct(CueFinder.Find(frame).Select(cue => CueRules.Read(frame, cue)).OfType<Report>().Where(ReportTests.Passes));
        reports.AddRange(Enumerable.Range(0, frame.Length).Select(i => PhraseRules.AccordingTo(frame, i)).OfType<Report>().Where(ReportTests.Passes));
        reports.RemoveAll(report => IsAttitudeWithin(report, reports));
        AddUncued(frame, reports);
        var outer = reports.Where(report => PassesOn(report, reports)).ToList();
        var asides = vias.Aside(frame).ToList();
        return [.. reports.Where(report => report.Content.Count > 0 && !outer.Contains(report)).Select(report => new CarriedReport(report, ViasOf(report, asides, outer)))];
    }

    /// <summary>The channels a frame names where it reports nothing itself ("…, per the Times.").</summary>
    public ImmutableArray<Via> Asides(Frame frame) => ViaFinder.Join(vias.Aside(frame).Select(aside => aside.Via));

    /// <summary>What somebody says that somebody wants or backs is the first one's report alone.</summary>
    private static bool IsAttitudeWithin(Report report, List<Report> all) =>
        report.Cue is { } cue && report.Rule is "cue-then-object" or "cue-then-infinitive" or "cue-then-mark" && CueFinder.Of(report) is { Verb.Class: "believe" or "praise" or "find" or "demand" }
        && all.Exists(other => !ReferenceEquals(other, report) && other.Content.Exists(part => Within(cue, part)));

    /// <summary>A marked stretch belongs to the first report that takes it alone.</summary>
    private static List<Report> Distinct(IEnumerable<Report> reports)
    {
        var kept = new List<Report>();
        var taken = new HashSet<PieceRange>();
        foreach (var report in reports)
        {
            if (report.Content.TrueForAll(part => !taken.Contains(part)))
            {
                kept.Add(report);
                taken.UnionWith(report.Content);
            }
        }

        return kept;
    }

    private static void AddUncued(Frame frame, List<Report> reports)
    {
        for (var i = 0; i < frame.Length; i++)
        {
            var place = i;
            if (!frame.IsMarked(i) || reports.Exists(report => report.Content.Exists(part => part.Start <= place && place < part.End)))
            {
                continue;
            }

            if (Uncued(frame, i) is { } report)
            {
                reports.Add(report);
            }
        }
    }

    private static Report? Uncued(Frame frame, int mark)
    {
        if (frame[mark].Span.Length >= ShortestAnnounced && PhraseRules.Colon(frame, mark) is { } colon)
        {
            return colon;
        }

        if (frame[mark].Span.Length < ShortestUncued)
        {
            return null;
        }

        var hasWords = frame.Pieces.Any(piece => !piece.IsMarked && piece.Tag != PartOfSpeech.Punct);
        return hasWords && PhraseRules.MainSubject(frame, frame.Length) is { } subject && (subject.End <= mark || subject.Start > mark)
            ? new Report(frame, null, SourceNouns.CanSpeak(frame, subject) ? subject : null, [new PieceRange(mark, mark + 1)], null, null, "marked-in-sentence")
            : null;
    }

    /// <summary>Whether a report's source is only the way of another report's words ("TASS reported that X said").</summary>
    private bool PassesOn(Report report, List<Report> all)
    {
        var phrase = report.Rule is "according-to";
        if (report.Source is not { } source || report.Rule is "cited-as" || !phrase && vias.Read(report.Frame, source) is null)
        {
            return false;
        }

        return all.Exists(other => !ReferenceEquals(other, report) && other.Rule is not "according-to" && other.Source is { } inner && inner != source
            && (phrase ? other.Cue is null || !Within(other.Cue.Value, source) : report.Content.Exists(part => other.Cue is { } cue && Within(cue, part))));
    }

    private static bool Within(PieceRange inner, PieceRange outer) => outer.Start <= inner.Start && inner.End <= outer.End;

    private ImmutableArray<Via> ViasOf(Report report, List<(int At, Via Via)> asides, List<Report> outer)
    {
        var chain = new List<Via?>
        {
            report.By is { } by ? vias.Read(report.Frame, by, anyone: true) : null,
            report.Hearer is { } hearer ? vias.Read(report.Frame, hearer) : null,
        };
        chain.AddRange(asides.Where(aside => !report.Content.Exists(part => part.Start <= aside.At && aside.At < part.End)).Select(aside => aside.Via));
        chain.AddRange(outer.Select(passer => vias.Read(passer.Frame, passer.Source!.Value, anyone: true)));
        return ViaFinder.Join(chain.OfType<Via>());
    }
}
