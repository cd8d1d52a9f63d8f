using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>Writes the account in a few lines, each in words of its sources and with its citations.</summary>
/// <remarks>
/// <b>Method.</b> Extractive: a line is a sentence of an article, unchanged, or a frame of this program's around words of
/// the articles. Quotation marks are only ever those of the sources.
/// </remarks>
internal sealed class BriefComposer(Story story)
{
    private const int MostClaims = 5;
    private const int MostUtterances = 2;
    private const int MostConflicts = 4;

    /// <summary>Least share of telling words that two forms of a claim have in common, for one to be cited for the other.</summary>
    private const double LeastShared = 0.34;

    public ImmutableArray<BriefLine> Compose(
        EventSummary summary, ImmutableArray<Utterance> utterances, ImmutableArray<ClaimGroup> claims, ImmutableArray<Conflict> conflicts)
    {
        var lines = ImmutableArray.CreateBuilder<BriefLine>();
        var told = new HashSet<(int Article, int Sentence)>();
        var ordered = claims
            .OrderByDescending(g => summary.What is { } what && Holds(g, what))
            .Where(g => g.Families > 1 || story.Readings.Length == 1)
            .Where(g => story.Readings.Length > 1 || g.Evidence[0].Claim < MostClaims);
        foreach (var group in ordered)
        {
            if (lines.Count == MostClaims)
            {
                break;
            }

            if (Told(group, told, summary.What) is { } line)
            {
                lines.Add(line);
            }
        }

        var cited = lines.SelectMany(line => line.Evidence).ToList();
        lines.AddRange(utterances.Where(u => IsWorthQuoting(u) && !IsTold(u, cited)).DistinctBy(u => u.SpeakerName).Select(Said).OfType<BriefLine>().Take(MostUtterances));
        lines.AddRange(conflicts.Where(c => c.Kind != ConflictKind.Wording).Take(MostConflicts).Select(Differs));
        return lines.ToImmutable();
    }

    private bool Holds(ClaimGroup group, Citation what) =>
        group.Evidence.Any(e => e.Article == what.Article && story.Readings[e.Article].Claims[e.Claim].Span == what.Span);

    /// <summary>The group's plainest sentence; null where every sentence of it leans on one before it, or was told already.</summary>
    private BriefLine? Told(ClaimGroup group, HashSet<(int Article, int Sentence)> told, Citation? what)
    {
        var places = group.Evidence.Select(e => (e.Article, story.Readings[e.Article].Claims[e.Claim].Sentence)).ToList();
        if (places.Any(told.Contains))
        {
            return null;
        }

        var plain = group.Evidence.Where(e => StandsAlone(e) && Shared(e, group.Evidence[0]) >= LeastShared)
            .OrderBy(e => Cite(e) == what ? 0 : e == group.Evidence[0] ? 1 : 2)
            .ThenBy(e => Sentence(e).Span.Length).ThenBy(e => e.Article).ThenBy(e => e.Claim).ToList();
        if (plain.Count == 0)
        {
            return null;
        }

        told.UnionWith(places);
        var best = plain[0];
        var line = new Citation(best.Article, SentenceProper(best));
        ImmutableArray<Citation> evidence = [line, .. group.Evidence.Where(e => e.Article != best.Article && Carries(e, best)).DistinctBy(e => e.Article).Select(Cite)];
        return new BriefLine(Line(line.Span.Of(story.Readings[best.Article].Article.Text)), evidence);
    }

    /// <summary>Whether one form of a claim can stand as evidence for another: it takes the same stance, tells the same, gives every figure and no other day.</summary>
    private bool Carries(ClaimEvidence evidence, ClaimEvidence line)
    {
        var (there, here) = (story.Readings[evidence.Article], story.Readings[line.Article]);
        var (claim, told) = (there.Claims[evidence.Claim], here.Claims[line.Claim]);
        if (claim.Stance != told.Stance || Shared(evidence, line) < LeastShared || !TellsTheSame(evidence, line))
        {
            return false;
        }

        var quantities = there.Quantities.Where(q => claim.Span.Contains(q.Span)).ToList();
        var times = there.Times.Where(t => claim.Span.Contains(t.Span) && t.First is not null).ToList();
        return here.Quantities.Where(q => told.Span.Contains(q.Span)).All(q => quantities.Exists(o => Supports(o, q)))
            && here.Times.Where(t => told.Span.Contains(t.Span) && t.First is not null).All(t => times.Count == 0 || times.Exists(o => o.First <= t.Last && t.First <= o.Last));
    }

    /// <summary>Whether a form has the word that all of the line hangs on: "declined to add to a statement" is not borne by the statement.</summary>
    private bool TellsTheSame(ClaimEvidence evidence, ClaimEvidence line)
    {
        var tokens = story.Readings[line.Article].Document.Tokens;
        var sentence = Sentence(line);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tokens[i].Head < 0)
            {
                return Words(evidence).Contains(tokens[i].Lemma.ToLowerInvariant());
            }
        }

        return false;
    }

    /// <summary>How much of the shorter claim's telling words the longer has too, 0 to 1.</summary>
    private double Shared(ClaimEvidence left, ClaimEvidence right)
    {
        var (here, there) = (Words(left), Words(right));
        return here.Count == 0 || there.Count == 0 ? 0 : (double)here.Intersect(there).Count() / Math.Min(here.Count, there.Count);
    }

    private HashSet<string> Words(ClaimEvidence evidence)
    {
        var reading = story.Readings[evidence.Article];
        var (first, end) = reading.Document.TokensOf(reading.Claims[evidence.Claim].Span);
        return [.. reading.Document.Tokens.AsSpan()[first..end].ToArray()
            .Where(t => t.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Num)
            .Select(t => t.Lemma.ToLowerInvariant())];
    }

    /// <summary>Whether a figure carries another: "42" carries "at least 40", and not the other way round.</summary>
    private static bool Supports(Quantity figure, Quantity told) =>
        figure.Kind == told.Kind && figure.Unit == told.Unit
        && (figure.Low ?? decimal.MinValue) >= (told.Low ?? decimal.MinValue) && (figure.High ?? decimal.MaxValue) <= (told.High ?? decimal.MaxValue);

    /// <summary>The claim's sentence without a dateline before it.</summary>
    private TextSpan SentenceProper(ClaimEvidence evidence)
    {
        var span = Sentence(evidence).Span;
        var claim = Cite(evidence).Span;
        return story.Readings[evidence.Article].Article.Dateline is { } dateline && span.Overlaps(dateline.Span) ? span with { Start = Math.Min(claim.Start, span.End) } : span;
    }

    private Sentence Sentence(ClaimEvidence evidence)
    {
        var reading = story.Readings[evidence.Article];
        return reading.Document.Sentences[reading.Claims[evidence.Claim].Sentence];
    }

    private Citation Cite(ClaimEvidence evidence) => new(evidence.Article, story.Readings[evidence.Article].Claims[evidence.Claim].Span);

    /// <summary>A sentence that needs no other: what it names first it names by name, and no quotation runs across its edges.</summary>
    private bool StandsAlone(ClaimEvidence evidence)
    {
        var reading = story.Readings[evidence.Article];
        var document = reading.Document;
        var sentence = Sentence(evidence);
        var words = sentence.End - sentence.First;
        if (words is < 6 or > 60 || document.Tokens[sentence.First].Tag is PartOfSpeech.Pron or PartOfSpeech.Cconj)
        {
            return false;
        }

        var proper = SentenceProper(evidence);
        if (reading.Mentions.FirstOrDefault(m => proper.Contains(m.Span)) is not { Kind: MentionKind.Name })
        {
            return false;
        }

        var text = proper.Of(document.Text);
        return text.Count(c => c == '“') == text.Count(c => c == '”') && text.Count(c => c == '"') % 2 == 0;
    }

    private bool IsWorthQuoting(Utterance utterance)
    {
        var (article, quote) = utterance.Quotes[0];
        return utterance.SpeakerName is not null && story.Readings[article].Quotes[quote].Kind == QuoteKind.Direct && utterance.Quotes.Select(q => q.Article).Distinct().Count() > 1;
    }

    /// <summary>Whether a line cites its words in any of their forms.</summary>
    private static bool IsTold(Utterance utterance, List<Citation> cited) =>
        utterance.Quotes.Any(quote => cited.Exists(c => c.Article == quote.Article && c.Span.Overlaps(quote.Span)));

    private BriefLine? Said(Utterance utterance)
    {
        var citation = utterance.Wordings[0].Citation;
        var words = Line(citation.Span.Of(story.Readings[citation.Article].Article.Text));
        var inMarks = story.Readings[citation.Article].Quotes.Any(q => q.Quoted.Any(s => s.Contains(citation.Span)));
        return inMarks && !words.AsSpan().ContainsAny("“”\"")
            ? new BriefLine($"{utterance.SpeakerName}: “{words}”", [citation])
            : null;
    }

    private BriefLine Differs(Conflict conflict)
    {
        var sides = conflict.Values.Select(v => $"{Line(v.Text)} ({string.Join(", ", v.Evidence.Select(e => Name(e.Article)).Distinct())})");
        var verb = conflict.Kind == ConflictKind.Update ? "The figure changed" : "Accounts differ";
        return new BriefLine($"{verb}: {Line(conflict.About)}: {string.Join("; ", sides)}.", [.. conflict.Values.SelectMany(v => v.Evidence)]);
    }

    private string Name(int article) =>
        story.Readings[article].Article.Outlet?.Name ?? story.Readings[article].Article.Outlet?.Domain ?? story.Readings[article].Article.Path.Split('/')[^1];

    /// <summary>The words on one line.</summary>
    private static string Line(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
