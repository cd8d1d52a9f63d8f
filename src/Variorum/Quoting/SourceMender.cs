using System.Buffers;
using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Gives a report the source that stands right beside its cue, where the model took another or none.</summary>
/// <remarks><b>Method.</b> Only what the words' places make certain: "he said", "Ada Lind said", and a name with what describes
/// it between commas up to the cue. What so becomes the source is content no more.</remarks>
internal sealed class SourceMender(QuoteScene scene)
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"“„«‘'");

    /// <summary>A name with what describes it is shorter than this many words.</summary>
    private const int LongestSource = 40;

    /// <summary>What stands before a name without a comma has no more words.</summary>
    private const int LongestTitle = 8;

    private readonly Document _document = scene.Document;

    /// <summary>The report with its source.</summary>
    public FoundReport Mend(FoundReport report)
    {
        var head = _document.Tokens[report.Head];
        if (head.Tag == PartOfSpeech.Noun && report.Source.IsEmpty && scene.Tree.Child(report.Head, Relation.Possessive) is >= 0 and var owner && scene.NounPhrase(owner) is var words
            && SourceNouns.CanSpeak(_document, owner) && !report.Content.Any(words.Overlaps) && !report.Cue.Any(words.Overlaps))
        {
            return report with { Source = [words] };
        }

        if (head.Penn is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP) || CueLexicon.Find(head.Lemma) is null || scene.MarksIn(head.Span).Any())
        {
            return report;
        }

        report = WithoutNoun(WithoutObject(WithoutHearer(report)));
        return BeforeCue(report.Head) is >= 0 and var before ? Beside(report, before) : report;
    }

    /// <summary>The report with the source that stands before its cue, else with the one behind it.</summary>
    private FoundReport Beside(FoundReport report, int before) =>
        IsPronoun(before) ? With(report, _document.Tokens[before].Span)
        : report.Source.IsEmpty ? NamedBefore(report, before) ?? NamedBehind(report) ?? report
        : _document.Form(_document.TokenAt(report.Source[0].Start)) is "," ? NamedBehind(report) ?? report
        : report;

    /// <summary>Who was told does not speak ("…, <i>told the Norrby Gazette</i>").</summary>
    private FoundReport WithoutHearer(FoundReport report) =>
        report.Source.Length == 1 && CueLexicon.IsTelling(_document.Tokens[report.Head].Lemma) && _document.TokenAt(report.Source[0].Start) == report.Head + 1 ? report with { Source = [] } : report;

    /// <summary>Whom another is doing something to does not speak ("and, echoing Lind, said"): the subject does.</summary>
    private FoundReport WithoutObject(FoundReport report)
    {
        if (report.Source.Length != 1 || scene.Tree.Head(report.Source[0]) is not (>= 0 and var head) || !IsObject(head, report))
        {
            return report;
        }

        var above = _document.Tokens[report.Head] is { Relation: Relation.Conjunct or Relation.AdverbialClause, Head: >= 0 and var clause } ? clause : -1;
        var subject = scene.Tree.Subject(report.Head) is var own && own != head ? own : above < 0 ? -1 : scene.Tree.Subject(above);
        var words = subject >= 0 && subject != head && SourceNouns.CanSpeak(_document, subject) ? scene.NounPhrase(subject) : default;
        return report with { Source = words.IsEmpty || report.Content.Any(words.Overlaps) || report.Cue.Any(words.Overlaps) ? [] : [words] };
    }

    /// <summary>Whether a participle governs a source: by the tree, or by the words between two commas right before the cue.</summary>
    private bool IsObject(int head, FoundReport report)
    {
        if (_document.Tokens[head] is { Relation: Relation.Object, Head: >= 0 and var verb } && verb != report.Head && _document.Tokens[verb].Penn == PennTag.VBG && !report.Source[0].Contains(_document.Tokens[verb].Start))
        {
            return true;
        }

        var (first, end) = _document.TokensOf(report.Source[0]);
        return first > 1 && _document.Tokens[first - 1].Penn == PennTag.VBG && _document.Form(first - 2) is ","
            && (_document.Form(end - 1) is "," || end < _document.Tokens.Length && _document.Form(end) is ",") && report.Head > end - 1 && report.Head <= end + 1;
    }

    /// <summary>"strikes that it says are aimed at …": what is said is the relative clause, not what stands before it.</summary>
    private FoundReport WithoutNoun(FoundReport report)
    {
        var first = report.Source.Length == 1 ? _document.TokenAt(report.Source[0].Start) : 0;
        if (first < 1 || _document.Form(first - 1) is not ("that" or "which" or "who" or "whom") || first > report.Head)
        {
            return report;
        }

        ImmutableArray<TextSpan> behind = [.. report.Content.Where(part => part.Start > _document.Tokens[report.Head].Start)];
        return behind.IsEmpty ? report : report with { Content = behind };
    }

    /// <summary>The word before a cue, auxiliaries and adverbs passed over; -1 where a sentence or marked words end there.</summary>
    private int BeforeCue(int cue)
    {
        var first = _document.Sentences[Math.Max(0, _document.SentenceAt(_document.Tokens[cue].Start))].First;
        var i = cue - 1;
        while (i >= first && _document.Tokens[i].Tag is PartOfSpeech.Aux or PartOfSpeech.Adv)
        {
            i--;
        }

        return i >= first && !scene.MarksIn(_document.Tokens[i].Span).Any() ? i : -1;
    }

    private bool IsPronoun(int at) =>
        _document.Form(at) is "he" or "He" or "she" or "She" or "I" or "we" or "We" or "they" or "They"
        && (at == 0 || _document.Tokens[at - 1].Tag is not PartOfSpeech.Adp);

    /// <summary>The name before a cue, or the one whose description ends there.</summary>
    private FoundReport? NamedBefore(FoundReport report, int last)
    {
        var end = _document.Form(last) is "," ? _document.Tokens[last].Start : _document.Tokens[last].End;
        if (scene.Speakers.EndingAt(end) is { } mention && !scene.MarksIn(mention.Span).Any() && CanSpeak(mention)
            && Whole(mention.Span, last) is { } whole && IsFree(whole, isAfterComma: _document.Form(last) is ","))
        {
            return With(report, whole);
        }

        return _document.Form(last) is "," && Opening(last) is { } opening && CanSpeak(opening) && NothingSaidIn(opening.Span.End, end) ? With(report, new TextSpan(opening.Span.Start, end)) : null;
    }

    /// <summary>The name right behind a cue that stands between two commas of what it reports ("To be fair, <i>said Ada Lind, a baker</i>, the dam holds").</summary>
    private FoundReport? NamedBehind(FoundReport report)
    {
        var cue = report.Head;
        if (cue + 1 >= _document.Tokens.Length || _document.Form(cue - 1) is not "," || CueLexicon.IsTelling(_document.Tokens[cue].Lemma)
            || scene.Speakers.StartingAt(_document.Tokens[cue + 1].Start) is not { } name || !CanSpeak(name) || !report.Content.Any(part => part.Contains(name.Span)))
        {
            return null;
        }

        var described = scene.Tree.Head(name.Span) is >= 0 and var head && scene.NounPhrase(head) is var phrase && phrase.Start == name.Span.Start ? phrase : name.Span;
        var comma = _document.TokensOf(described).End;
        return comma < _document.Tokens.Length && _document.Form(comma) is "," && report.Content.Any(part => part.End > described.End) ? With(report, described) : null;
    }

    /// <summary>Whether no verb and no preposition governs a name ("echoing Putin, said"); before a comma it must open the sentence or follow marked words.</summary>
    private bool IsFree(TextSpan name, bool isAfterComma)
    {
        var first = _document.TokenAt(name.Start);
        var opens = first == _document.Sentences[Math.Max(0, _document.SentenceAt(name.Start))].First || scene.MarksIn(_document.Tokens[first - 1].Span).Any();
        return opens || !isAfterComma && _document.Tokens[first - 1].Tag is PartOfSpeech.Punct or PartOfSpeech.Cconj or PartOfSpeech.Sconj or PartOfSpeech.Adv;
    }

    /// <summary>A name in apposition takes along what stands before its comma ("the movement's spokesman, X, said"), another the nouns right before it ("Norrby mayor X said").</summary>
    private TextSpan Whole(TextSpan name, int last)
    {
        var first = _document.TokenAt(name.Start);
        var sentence = _document.Sentences[Math.Max(0, _document.SentenceAt(name.Start))];
        if (_document.Form(last) is "," && first - 1 > sentence.First && _document.Form(first - 1) is "," && Opener(sentence, first - 1) is >= 0 and var from && first - from <= LongestSource)
        {
            return new TextSpan(_document.Tokens[from].Start, name.End);
        }

        while (_document.Form(last) is not "," && IsTitle(first - 1, sentence) && _document.TokenAt(name.Start) - first < LongestTitle)
        {
            first--;
        }

        return new TextSpan(_document.Tokens[first].Start, name.End);
    }

    private bool IsTitle(int word, Sentence sentence) => word >= sentence.First && _document.Tokens[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj && !scene.MarksIn(_document.Tokens[word].Span).Any();

    /// <summary>Where the noun phrase before a comma begins, if it begins the sentence or stands behind marked words, without a verb.</summary>
    private int Opener(Sentence sentence, int comma)
    {
        var i = comma - 1;
        while (i >= sentence.First && _document.Tokens[i].Tag is not (PartOfSpeech.Punct or PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj) && !scene.MarksIn(_document.Tokens[i].Span).Any())
        {
            i--;
        }

        return i + 1 < comma && (i < sentence.First || scene.MarksIn(_document.Tokens[i].Span).Any()) && _document.Tokens[i + 1].Tag != PartOfSpeech.Adp ? i + 1 : -1;
    }

    /// <summary>The name that opens the sentence, or that follows the marked words, if a comma follows it.</summary>
    private Mention? Opening(int last)
    {
        var sentence = _document.Sentences[Math.Max(0, _document.SentenceAt(_document.Tokens[last].Start))];
        for (var i = last - 1; i >= Math.Max(sentence.First, last - LongestSource); i--)
        {
            var opens = i == sentence.First || scene.MarksIn(_document.Tokens[i - 1].Span).Any();
            if (scene.MarksIn(_document.Tokens[i].Span).Any())
            {
                return null;
            }

            if (opens)
            {
                return scene.Speakers.StartingAt(_document.Tokens[i].Start) is { } mention && _document.Form(Math.Min(last, _document.TokenAt(mention.Span.End))) is "," ? mention : null;
            }
        }

        return null;
    }

    /// <summary>Another cue between a name and a cue may be the name's own.</summary>
    private bool NothingSaidIn(int start, int end)
    {
        var (first, last) = _document.TokensOf(new TextSpan(start, end));
        for (var i = first; i < last; i++)
        {
            if (_document.Tokens[i].Penn.IsFinite() && CueLexicon.Find(_document.Tokens[i].Lemma) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private bool CanSpeak(Mention mention) => mention.Chain < 0 ? mention.Type == EntityType.Person : SpeakerFinder.CanSpeak(scene.Chains[mention.Chain]);

    /// <summary>The report with that source; its content keeps what stands clear of source and cue, and before a cue with marked words only marked words.</summary>
    private FoundReport With(FoundReport report, TextSpan source)
    {
        if (report.Source.Length == 1 && report.Source[0].Overlaps(source) && !report.Content.Any(source.Overlaps))
        {
            return report;
        }

        var isMarked = report.Content.Any(part => part.Start > source.Start && _document.Text.AsSpan(part.Start).IndexOfAny(Openers) is >= 0 and <= 2);
        ImmutableArray<TextSpan> content = [.. report.Content.SelectMany(part => Without(part, source)).Where(part => !isMarked || part.Start > source.Start || scene.MarksIn(part).Any())];
        return content.IsEmpty || report.Cue.Any(source.Overlaps) ? report : report with { Source = [source], Content = content };
    }

    private static IEnumerable<TextSpan> Without(TextSpan part, TextSpan source)
    {
        if (!part.Overlaps(source))
        {
            return [part];
        }

        TextSpan[] rest = [new TextSpan(part.Start, Math.Max(part.Start, source.Start)), new TextSpan(Math.Min(part.End, source.End), part.End)];
        return rest.Where(span => span.Length > 2);
    }
}
