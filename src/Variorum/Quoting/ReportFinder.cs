using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>A report as the models found it.</summary>
/// <param name="Head">Index of the cue's main word.</param>
/// <param name="Score">How sure the labeller is, in steps.</param>
/// <param name="Source">Who; several parts or none.</param>
/// <param name="Cue">The words that make it a report.</param>
/// <param name="Content">What was said, quotation marks included, in the text's order.</param>
internal sealed record FoundReport(int Head, int Score, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>Finds reports in a document: every cue with its source and its content.</summary>
/// <remarks>
/// <para><b>Method.</b> A spotter lets through the words that may be cues, a tagger hints at what each word is, and a labeller
/// reads each cue's report off its sentence. Reports whose cues share words, or that stand in others, compete.</para>
/// </remarks>
internal sealed class ReportFinder(CueSpotter spotter, SpeechTagger tagger, ReportLabeller labeller)
{
    /// <summary>Log-odds, in steps of the model, from which a report is kept: where the development part of PolNeAR finds as much wrongly as it misses.</summary>
    public const int Least = -102;

    /// <summary>Log-odds, in steps, from which a plain verb of saying within another's words makes a report too; the corpus marks none of them, so the model holds them for unlikely.</summary>
    private const int LeastNested = -400;

    /// <summary>Sentences of news are shorter than this many words.</summary>
    private const int LongestWindow = 110;

    /// <summary>Reads the model.</summary>
    public static ReportFinder Read(ModelFile file)
    {
        const int speech = SpeechTagger.Labels;
        const int report = ReportLabels.Count;
        return new ReportFinder(
            new CueSpotter(Table(file, "cues", 1)),
            new SpeechTagger(Table(file, "words", speech), Table(file, "turns", speech * speech)),
            new ReportLabeller(Table(file, "places", report), Table(file, "steps", report * report)));
    }

    /// <summary>The reports of a document: those that stand in no other, and those within what others report. <b>Order.</b> By cue.</summary>
    public (List<FoundReport> Outer, List<FoundReport> Inner) Find(ReportText text)
    {
        spotter.Spot(text);
        tagger.Tag(text);
        var (outer, inner) = (new List<FoundReport>(), new List<FoundReport>());
        var scene = new ReportScene(text);
        foreach (var sentence in text.Document.Sentences)
        {
            Settle(text, FindIn(scene, sentence), outer, inner);
        }

        return (outer, inner);
    }

    private static HashedWeights Table(ModelFile file, string section, int classes)
    {
        using var reader = file.Reader(section);
        return HashedWeights.Read(reader, classes);
    }

    private List<FoundReport> FindIn(ReportScene scene, Sentence sentence)
    {
        var found = new List<FoundReport>();
        ReportLabel[]? labels = null;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            var odds = scene.Text.Odds[at];
            if (odds < CueSpotter.Least)
            {
                continue;
            }

            var window = Window(sentence, at);
            labels ??= new ReportLabel[Math.Min(sentence.End - sentence.First, LongestWindow) + 2];
            scene.Look(window, at, CueSpotter.Bucket(odds));
            var score = labeller.Label(scene, labels);
            if (score >= LeastNested && ReportSpans.Read(scene, labels, score) is { } report)
            {
                found.Add(report);
            }
        }

        return found;
    }

    /// <summary>The sentence, or of a sentence without end the words around the cue: each cue costs no more, whatever a page contains.</summary>
    private static Sentence Window(Sentence sentence, int at) => sentence.End - sentence.First <= LongestWindow ? sentence
        : sentence with { First = Math.Max(sentence.First, Math.Min(at - (LongestWindow / 2), sentence.End - LongestWindow)), End = Math.Min(sentence.End, Math.Max(at + (LongestWindow / 2), sentence.First + LongestWindow)) };

    /// <summary>Of reports whose cues share a word, or of which one stands in the other, the surest stays; a plain verb of saying within it stays as a report in a report.</summary>
    private static void Settle(ReportText text, List<FoundReport> found, List<FoundReport> outer, List<FoundReport> inner)
    {
        var first = outer.Count;
        var rest = new List<FoundReport>();
        foreach (var report in found.OrderByDescending(report => report.Score).ThenBy(report => report.Head))
        {
            var kept = report.Score < Least || Clashes(report, outer, first) ? null : Trim(report, outer, first);
            if (kept is null)
            {
                rest.Add(report);
            }
            else
            {
                outer.Add(kept);
            }
        }

        foreach (var report in rest.Where(report => IsSaying(text, report)).OrderBy(report => report.Head))
        {
            if (outer.Skip(first).FirstOrDefault(other => Meets(other, report)) is { } holder && Within(holder, report) is { } held)
            {
                inner.Add(held);
            }
        }

        outer.Sort(first, outer.Count - first, Comparer<FoundReport>.Create((left, right) => left.Head.CompareTo(right.Head)));
    }

    private static bool Clashes(FoundReport report, List<FoundReport> outer, int first)
    {
        for (var i = first; i < outer.Count; i++)
        {
            if (outer[i].Cue.Any(cue => report.Cue.Any(cue.Overlaps)) || Meets(outer[i], report))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A report without what a surer one took: its content ends where the other begins.</summary>
    private static FoundReport? Trim(FoundReport report, List<FoundReport> outer, int first)
    {
        var content = report.Content;
        for (var i = first; i < outer.Count; i++)
        {
            if (Meets(report with { Content = content }, outer[i]))
            {
                var taken = outer[i].Source.Concat(outer[i].Cue).Concat(outer[i].Content).ToList();
                content = [.. content.SelectMany(part => Without(part, taken))];
            }
        }

        return content.IsEmpty ? null : report with { Content = content };
    }

    private static IEnumerable<TextSpan> Without(TextSpan part, List<TextSpan> taken)
    {
        var inside = taken.Where(part.Overlaps).ToList();
        if (inside.Count == 0)
        {
            return [part];
        }

        var before = new TextSpan(part.Start, Math.Max(part.Start, inside.Min(span => span.Start)));
        var behind = new TextSpan(Math.Min(part.End, inside.Max(span => span.End)), part.End);
        return before.Length >= behind.Length ? before.Length > 3 ? [before] : [] : [behind];
    }

    private static bool Meets(FoundReport outer, FoundReport inner) => inner.Cue.Any(cue => outer.Content.Any(cue.Overlaps));

    /// <summary>As much of a report as stands in what another reports; null where its source or its content does not.</summary>
    private static FoundReport? Within(FoundReport outer, FoundReport inner)
    {
        var held = inner with { Cue = Cut(inner.Cue, outer), Source = Cut(inner.Source, outer), Content = Cut(inner.Content, outer) };
        return held.Cue.IsEmpty || held.Source.IsEmpty || held.Content.IsEmpty ? null : held;
    }

    private static ImmutableArray<TextSpan> Cut(ImmutableArray<TextSpan> spans, FoundReport outer) =>
        [.. spans.SelectMany(span => outer.Content.Where(span.Overlaps).Select(part => new TextSpan(Math.Max(span.Start, part.Start), Math.Min(span.End, part.End))))];

    private static bool IsSaying(ReportText text, FoundReport report) =>
        !report.Source.IsEmpty && CueLexicon.Find(text.Document.Tokens[report.Head].Lemma) is { Class: not ("believe" or "find" or "praise") };
}
