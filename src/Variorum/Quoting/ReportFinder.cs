using System.Collections.Concurrent;
using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Quoting;

/// <summary>A report as the models found it.</summary>
/// <param name="Head">Index of the cue's main word.</param>
/// <param name="Score">Log-odds that it is one, in steps, once it is weighed.</param>
/// <param name="Source">Who; several parts or none.</param>
/// <param name="Cue">The words that make it a report.</param>
/// <param name="Content">What was said, quotation marks included, in the text's order.</param>
internal sealed record FoundReport(int Head, int Score, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue, ImmutableArray<TextSpan> Content);

/// <summary>Finds reports in a document: every cue with its source and its content.</summary>
/// <remarks>
/// <para><b>Method.</b> A spotter lets through the words that may be cues, and a labeller reads each cue's report off its
/// sentence. Reports whose cues share words, or that stand in others, compete.</para>
/// </remarks>
/// <param name="spotter">Lets through the words that may be cues.</param>
/// <param name="labeller">Reads a cue's report off its sentence.</param>
/// <param name="chance">Weighs the reports of a sentence.</param>
/// <param name="least">Log-odds, in steps, from which a report is kept.</param>
internal sealed class ReportFinder(CueSpotter spotter, ReportLabeller labeller, ReportChance chance, int least)
{
    /// <summary>The labeller's log-odds from which a report is weighed at all.</summary>
    private const float LeastRead = -16;

    /// <summary>The network's log-odds that a word is a cue from which a report is read at all.</summary>
    private const float LeastCue = -3.5f;

    /// <summary>Sentences of news are shorter than this many words.</summary>
    public const int LongestSentence = 110;

    /// <summary>Of a longer one, this many words around each cue are read.</summary>
    private const int Window = 40;

    /// <summary>So many words are encoded at once: memory stays bounded whatever a page contains.</summary>
    private const int Piece = 512;

    /// <summary>As many more on both sides, so that a sentence sees those around it.</summary>
    private const int Margin = 8;

    private readonly ConcurrentBag<ReportRoom[]> idle = [];

    /// <summary>Reads the model.</summary>
    public static ReportFinder Read(ModelFile file) => new(
        new CueSpotter(Table(file, "cues")),
        new ReportLabeller(ReportNetwork.Read(file.Section)),
        new ReportChance(Table(file, "chances")),
        BitConverter.ToInt32(file.Section("least")));

    /// <summary>The reports of a document: those that stand in no other, and those within what others report. <b>Order.</b> By cue.</summary>
    public (List<FoundReport> Outer, List<FoundReport> Inner) Find(ReportText text)
    {
        spotter.Spot(text);
        var (outer, inner) = Read(text);
        return (Mend(outer), Mend(inner));

        // What is certain of words is left to rules, behind the models: what these learnt does not depend on it.
        List<FoundReport> Mend(List<FoundReport> found) =>
            [.. found.Where(report => !report.Cue.Any(cue => IsDistance(text, text.Document.TokensOf(cue).End - 1))).Select(report => ReportEdges.Cut(text.Document, TrailingSource.Take(text, report)))];
    }

    /// <summary>The same of a text that has its odds.</summary>
    public (List<FoundReport> Outer, List<FoundReport> Inner) Read(ReportText text)
    {
        var (outer, inner) = (new List<FoundReport>(), new List<FoundReport>());
        var candidates = Candidates(text);
        var crowd = new ReportCrowd(text, candidates.SelectMany(own => own));
        for (var i = 0; i < candidates.Length; i++)
        {
            Settle(text, chance.Weigh(text, text.Document.Sentences[i], candidates[i], crowd), outer, inner);
        }

        return (outer, inner);
    }

    private static HashedWeights Table(ModelFile file, string section)
    {
        using var reader = file.Reader(section);
        return HashedWeights.Read(reader);
    }

    /// <summary>What the labeller reads from each likely cue, sentence by sentence.</summary>
    public List<ReportCandidate>[] Candidates(ReportText text)
    {
        if (!idle.TryTake(out var room))
        {
            room = labeller.Room();
        }

        var scene = new ReportScene(text);
        var sentences = text.Document.Sentences;
        var found = Array.ConvertAll(sentences.AsSpan().ToArray(), _ => new List<ReportCandidate>());
        foreach (var piece in Pieces(text.Document))
        {
            labeller.Encode(text, piece, Margin, room);
            for (var i = text.Document.SentenceAt(text.Document.Tokens[piece.First].Start); i < sentences.Length && sentences[i].First < piece.End; i++)
            {
                Look(scene, sentences[i], piece, room, found[i]);
            }
        }

        idle.Add(room);
        return found;
    }

    /// <summary>The words as ranges of whole sentences, those of a sentence without end cut.</summary>
    private static IEnumerable<TextRange> Pieces(Document document)
    {
        var first = 0;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.End - first > Piece && sentence.First > first)
            {
                yield return new TextRange(first, sentence.First);
                first = sentence.First;
            }

            for (; sentence.End - first > 2 * Piece; first += Piece)
            {
                yield return new TextRange(first, first + Piece);
            }
        }

        if (first < document.Tokens.Length)
        {
            yield return new TextRange(first, document.Tokens.Length);
        }
    }

    /// <summary>Reads a report from each likely cue of a sentence that lies in a piece.</summary>
    private void Look(ReportScene scene, Sentence sentence, TextRange piece, ReportRoom[] room, List<ReportCandidate> found)
    {
        ReportLabel[]? labels = null;
        for (var at = Math.Max(sentence.First, piece.First); at < Math.Min(sentence.End, piece.End); at++)
        {
            var likely = scene.Text.Odds[at];
            if (likely < CueSpotter.Least || IsDistance(scene.Text, at) || !MayBeCue(scene.Text, at, room))
            {
                continue;
            }

            var window = Around(sentence, at);
            labels ??= new ReportLabel[Math.Min(sentence.End - sentence.First, LongestSentence) + 2];
            scene.Look(window, at, CueSpotter.Bucket(likely));
            var odds = labeller.Label(scene, room, labels);
            if ((odds >= LeastRead || IsCertain(scene.Text, at)) && ReportSpans.Read(scene, labels) is { } read && OwnedMarks.Leave(scene.Text, TrailingCue.Extend(scene.Text, window, read)) is { } report)
            {
                found.Add(new ReportCandidate(report, odds, ReportChance.Look(scene, labels, odds)));
            }
        }
    }

    /// <summary>Whether it is worth reading a report from a word: it may be a cue in the sight of the network, or means saying and may be one within another's content.</summary>
    private bool MayBeCue(ReportText text, int at, ReportRoom[] room) =>
        labeller.CueOdds(room, at) >= LeastCue || IsCertain(text, at) || IsSaying(text, at);

    /// <summary>The sentence, or of a sentence without end the words around the cue: each cue costs no more, whatever a page contains.</summary>
    private static Sentence Around(Sentence sentence, int at) => sentence.End - sentence.First <= LongestSentence ? sentence
        : sentence with { First = Math.Max(sentence.First, at - (Window / 2)), End = Math.Min(sentence.End, at + (Window / 2)) };

    /// <summary>Of reports whose cues share a word, or of which one stands in the other, the surest stays, one that ends a sentence all of which it reports before all others; a plain verb of saying within it stays as a report in a report.</summary>
    private void Settle(ReportText text, List<FoundReport> found, List<FoundReport> outer, List<FoundReport> inner)
    {
        var (first, settled, rest) = (outer.Count, new SettledReports(LongestSentence), new List<FoundReport>());
        foreach (var report in found.OrderByDescending(report => report.Score >= least && TrailingCue.EndsAll(text, report)).ThenByDescending(report => report.Score).ThenBy(report => report.Head))
        {
            var kept = (report.Score < least && !IsCertain(text, report.Head)) || settled.Near(report).Any(other => Clash(other, report)) ? null : Trim(report, settled);
            if (kept is null)
            {
                rest.Add(report);
            }
            else
            {
                settled.Add(kept);
                outer.Add(kept);
            }
        }

        foreach (var report in rest.Where(report => IsSaying(text, report)).OrderBy(report => report.Head))
        {
            if (settled.Near(report).FirstOrDefault(other => Meets(other, report)) is { } holder && Within(holder, report) is { } held)
            {
                inner.Add(held);
            }
        }

        outer.Sort(first, outer.Count - first, Comparer<FoundReport>.Create((left, right) => left.Head.CompareTo(right.Head)));
    }

    /// <summary>"X was quoted by Y as saying": certain whatever the model makes of it, which has seen few.</summary>
    private static bool IsCertain(ReportText text, int head)
    {
        var tokens = text.Document.Tokens;
        return tokens[head] is { Lemma: "cite" or "quote", Penn: PennTag.VBN } && head + 1 < tokens.Length && text.Document.Form(head + 1) is "as";
    }

    /// <summary>"so-called": nobody is told to have said so.</summary>
    private static bool IsDistance(ReportText text, int at) => at > 1 && text.Document.Form(at) is "called" && text.Document.Form(at - 1) is "-" && text.Document.Form(at - 2) is "so" or "So";

    private static bool Clash(FoundReport kept, FoundReport report) => kept.Cue.Any(cue => report.Cue.Any(cue.Overlaps)) || Meets(kept, report);

    /// <summary>A report without what a surer one took: its content ends where the other begins.</summary>
    private static FoundReport? Trim(FoundReport report, SettledReports settled)
    {
        var content = report.Content;
        foreach (var other in settled.Near(report))
        {
            if (Meets(report with { Content = content }, other))
            {
                var taken = other.Source.Concat(other.Cue).Concat(other.Content).ToList();
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
        !report.Source.IsEmpty && IsSaying(text, report.Head);

    private static bool IsSaying(ReportText text, int head) => CueLexicon.Find(text.Document.Tokens[head].Lemma) is { Class: not ("believe" or "find" or "praise") };
}

/// <summary>The reports of a sentence that stay, found by where their cues stand.</summary>
/// <param name="reach">How many words apart the cues of two reports that meet may stand.</param>
internal sealed class SettledReports(int reach)
{
    private readonly Dictionary<int, List<FoundReport>> _blocks = [];

    public void Add(FoundReport report)
    {
        if (!_blocks.TryGetValue(report.Head / reach, out var block))
        {
            _blocks.Add(report.Head / reach, block = []);
        }

        block.Add(report);
    }

    /// <summary>Those whose cues stand within reach of a report's, and some a little farther.</summary>
    public IEnumerable<FoundReport> Near(FoundReport report)
    {
        var block = report.Head / reach;
        for (var i = block - 1; i <= block + 1; i++)
        {
            foreach (var other in _blocks.GetValueOrDefault(i) ?? [])
            {
                yield return other;
            }
        }
    }
}
