using System.Buffers;
using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Makes quotes of reports: tidies their spans by what is certain of marks, and reads act, way and speaker.</summary>
internal sealed class QuoteMaker(QuoteScene scene)
{
    private static readonly SearchValues<char> Bare = SearchValues.Create(" \n\t.,;:–—-…");

    private readonly ViaFinder _vias = new(scene);
    private readonly ActReader _acts = new(scene);
    private readonly SourceMender _sources = new(scene);
    private readonly StanceReader _stances = new(scene);
    private readonly SettingFinder _settings = new(scene);
    private readonly HearerCutter _hearers = new(scene);
    private readonly MarkSides _sides = new(scene);

    /// <summary>The quotes of a document's reports.</summary>
    /// <param name="outer">Reports that stand in no other.</param>
    /// <param name="inner">Reports within what others report.</param>
    public List<QuoteDraft> Make(IReadOnlyList<FoundReport> outer, IReadOnlyList<FoundReport> inner)
    {
        var drafts = outer.Select(report => Make(_sources.Mend(report), "report-model")).OfType<QuoteDraft>().ToList();
        var nested = inner.Select(report => Make(report, "report-model/nested", isNested: true)).OfType<QuoteDraft>().ToList();
        MarkOwners.Settle(scene, drafts);
        new PassedWords(scene, _vias, this).Settle(drafts, nested);
        new ViaCarrier(scene, _vias).Carry(drafts);
        drafts.AddRange(nested);
        return drafts;
    }

    /// <summary>A report with the source that stands beside its cue.</summary>
    public FoundReport Mend(FoundReport report) => _sources.Mend(report);

    /// <summary>The quote of one report; null where nothing is left of its content.</summary>
    /// <param name="report">The report.</param>
    /// <param name="rule">What found it.</param>
    /// <param name="isNested">Whether it stands within another.</param>
    public QuoteDraft? Make(FoundReport report, string rule, bool isNested = false)
    {
        var parts = Spoken(WholeMarks(report));
        var marks = parts.SelectMany(scene.MarksIn).Distinct().Where(mark => !report.Cue.Any(scene.Marked[mark].Inner.Contains)).ToList();
        var cited = CitedAs.Read(scene, report);
        var (content, isDirect) = (parts.Select(part => Tidy(part, marks)).Where(part => !part.IsEmpty).ToImmutableArray(), parts.All(part => marks.Exists(mark => IsAlone(part, mark))));
        if (cited is { } known)
        {
            (content, isDirect) = CitedAs.Words(scene, content, known.Speaker, marks);
        }

        var cue = report.Cue.FirstOrDefault(span => span.Contains(scene.Document.Tokens[report.Head].Start), report.Cue[0]);
        content = _hearers.Cut(report.Head, cue, content);
        if (!IsContent(content, cue))
        {
            return null;
        }

        var source = cited?.Speaker ?? SourceOf(report);
        source = source is { } words && (words.Overlaps(cue) || content.Any(words.Overlaps)) ? null : source;
        var quoted = marks.Select(scene.InnerOf).Where(inner => !inner.IsEmpty && content.Any(part => part.Contains(inner))).ToImmutableArray();
        var speaker = SpeakerOf(source);
        source = source is { } pointing && speaker is null ? Described(pointing, content) : source;
        var quote = new Quote(KindOf(quoted, isDirect), content, cue, source, speaker, quoted, [], cited is null ? rule : rule + "/cited-as")
        {
            Marked = new Attribution(report.Source, report.Cue, parts),
            IsNested = isNested || scene.IsMarked(cue),
        };
        quote = quote with { Via = ViasOf(report, quote, cited?.Quoter), Act = _acts.Of(report.Head, quote), Stance = _stances.Of(report.Head, cue), Addressee = _settings.Hearer(report.Head, quote), Occasion = _settings.Occasion(report.Head, quote) };
        return new QuoteDraft { Quote = quote, Head = report.Head, Marks = marks };
    }

    private int? SpeakerOf(TextSpan? source) => source is { } named && scene.Speakers.Find(scene.Tree, named) is { } found && !IsBodyOf(named, found) ? found : null;

    /// <summary>"The zoo" is not its director, "the Lind campaign" not Lind, whom coreference may join with it.</summary>
    private bool IsBodyOf(TextSpan source, int speaker)
    {
        var head = scene.Chains[speaker].Type == EntityType.Person && scene.Speakers.HasName(speaker) ? scene.Tree.Head(source) : -1;
        if (head < 0 || scene.Document.Tokens[head] is not { Tag: PartOfSpeech.Noun, Lemma: not ("witness" or "eyewitness" or "celebrity" or "sibling" or "personality") } noun || !SourceNouns.IsBody(noun.Lemma))
        {
            return false;
        }

        var next = head + 1;
        while (next < scene.Document.Tokens.Length && scene.Document.Tokens[next].Tag == PartOfSpeech.Noun)
        {
            next++;
        }

        return (next >= scene.Document.Tokens.Length || !scene.Speakers.NameAt(next)) && !EndsWithName(source, speaker);
    }

    /// <summary>"the Water Club president <i>Ada Lind</i>", but not "the family of Ada Lind".</summary>
    private bool EndsWithName(TextSpan source, int speaker) =>
        scene.Speakers.EndingAt(source.End) is { } mention && mention.Chain == speaker && scene.Document.TokenAt(mention.Name.Start) is > 0 and var first && scene.Document.Tokens[first - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;

    /// <summary>The noun that a relative pronoun stands for ("a report <i>that</i> said"), else the source itself.</summary>
    private TextSpan Described(TextSpan source, ImmutableArray<TextSpan> content) =>
        scene.Speakers.NounBefore(scene.Tree, source) is >= 0 and var noun && scene.NounPhrase(noun) is var phrase && phrase.End <= source.Start && !content.Any(phrase.Overlaps) ? phrase : source;

    private static QuoteKind KindOf(ImmutableArray<TextSpan> quoted, bool isDirect) => quoted.IsEmpty ? QuoteKind.Indirect : isDirect ? QuoteKind.Direct : QuoteKind.Mixed;

    private ImmutableArray<Via> ViasOf(FoundReport report, Quote quote, TextSpan? quoter)
    {
        var by = quoter is { } words && !quote.Content.Any(words.Overlaps) ? _vias.Read(words, anyone: true) : null;
        return ViaFinder.Join([.. by is null ? [] : new[] { by }, .. _vias.Of(report.Head, quote)]);
    }

    /// <summary>A part as it was said: without its outer marks where it stands in marks alone.</summary>
    private TextSpan Tidy(TextSpan part, List<int> marks)
    {
        var alone = marks.FindIndex(mark => IsAlone(part, mark));
        return alone >= 0 ? scene.InnerOf(marks[alone]) : Trim(part);
    }

    /// <summary>The words for who: the subject of the cue where it stands among them, else the longest part.</summary>
    private TextSpan? SourceOf(FoundReport report)
    {
        if (report.Source.IsEmpty)
        {
            return SubjectOf(report);
        }

        var longest = report.Source.MaxBy(span => span.Length);
        var (first, end) = scene.Document.TokensOf(longest);
        if (!HasNoun(first, end))
        {
            return SubjectOf(report);
        }

        while (first < end && (scene.Document.Tokens[first].Tag == PartOfSpeech.Punct || scene.Document.Tokens[first].Penn == PennTag.POS))
        {
            first++;
        }

        var subject = scene.Tree.Subject(report.Head);
        var holds = subject > first && subject < end && scene.Tree.Head(first, end) != subject && scene.Tree.Range(subject) is var range && range.First > first;
        first = holds ? Math.Max(first, scene.Tree.Range(subject).First) : first;
        return first < end ? new TextSpan(scene.Document.Tokens[first].Start, scene.Document.Tokens[end - 1].End) : null;
    }

    /// <summary>Whether words name anybody at all: a conjunction is nobody ("… <i>and</i> admitted").</summary>
    private bool HasNoun(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Document.Tokens[i].Tag is not (PartOfSpeech.Cconj or PartOfSpeech.Sconj or PartOfSpeech.Punct or PartOfSpeech.Adp or PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Part))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The subject that the tree gives a cue without a source of its own ("X came and <i>said</i>"), if it can speak.</summary>
    private TextSpan? SubjectOf(FoundReport report)
    {
        var subject = scene.Document.Tokens[report.Head].Penn.IsVerb() ? scene.Tree.Doer(report.Head) : -1;
        if (subject < 0 || !SourceNouns.CanSpeak(scene.Document, subject))
        {
            return null;
        }

        var words = scene.NounPhrase(subject);
        return report.Cue.Any(words.Overlaps) || report.Content.Any(words.Overlaps) ? null : words;
    }

    /// <summary>"denies it", "said so": the content points at other words and tells nothing.</summary>
    private bool IsPointer(TextSpan content)
    {
        var (first, end) = scene.Document.TokensOf(content);
        return end - first == 1 && scene.Document.Tokens[first].Penn is PennTag.PRP or PennTag.DT or PennTag.RB or PennTag.WP or PennTag.WDT or PennTag.NN && scene.Document.Form(first) is "it" or "that" or "this" or "so" or "them" or "what" or "which" or "something" or "him" or "her" or "nothing" or "anything";
    }

    /// <summary>The content's parts, none of which tears a marked stretch apart, unless the cue or the source stands within it.</summary>
    private ImmutableArray<TextSpan> WholeMarks(FoundReport report)
    {
        var parts = new List<TextSpan>();
        foreach (var part in report.Content)
        {
            var whole = part;
            foreach (var mark in scene.MarksIn(part))
            {
                var outer = scene.Marked[mark].Outer;
                whole = report.Cue.Any(outer.Overlaps) || report.Source.Any(outer.Overlaps) ? whole : whole.Union(outer);
            }

            if (parts.Count > 0 && whole.Start <= parts[^1].End)
            {
                parts[^1] = parts[^1].Union(whole);
            }
            else
            {
                parts.Add(whole);
            }
        }

        return [.. parts];
    }

    /// <summary>Beside words in marks, words without marks and without a verb tell how it was said, not what ("…,” she said, addressing the crowd").</summary>
    private ImmutableArray<TextSpan> Spoken(ImmutableArray<TextSpan> parts) =>
        WithoutTitles(parts) is { IsEmpty: false } spoken && spoken.Length < parts.Length ? Spoken(spoken) : parts.Length < 2 || !parts.Any(part => scene.MarksIn(part).Any(mark => IsAlone(part, mark))) ? parts : parts.RemoveAll(part => !scene.MarksIn(part).Any() && !HasVerb(part));

    /// <summary>A title in marks beside other marked words is where they were said ("“…,” she said on “State of the Valley.”").</summary>
    private ImmutableArray<TextSpan> WithoutTitles(ImmutableArray<TextSpan> parts) =>
        parts.RemoveAll(part => parts.Any(other => other != part && scene.MarksIn(other).Any()) && scene.MarksIn(part).Any(mark => IsAlone(part, mark) && _sides.IsTitle(mark)));

    private bool IsContent(ImmutableArray<TextSpan> content, TextSpan cue) =>
        !content.IsEmpty && !content.Any(part => part.Overlaps(cue) || TearsName(part)) && !(content.Length == 1 && IsPointer(content[0]));

    /// <summary>Whether a part without marks ends within somebody's name: what reads so is no report.</summary>
    private bool TearsName(TextSpan part) => !scene.MarksIn(part).Any() && scene.Speakers.IsWithinName(part.End);

    private bool HasVerb(TextSpan part)
    {
        var (first, end) = scene.Document.TokensOf(part);
        for (var i = first; i < end; i++)
        {
            if (scene.Document.Tokens[i].Penn.IsFinite())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a part is a marked stretch and nothing else.</summary>
    private bool IsAlone(TextSpan part, int mark)
    {
        var outer = scene.Marked[mark].Outer;
        return part.Start <= outer.Start && outer.End <= part.End && IsBare(part.Start, outer.Start) && IsBare(outer.End, part.End);
    }

    private bool IsBare(int start, int end) => !scene.Document.Text.AsSpan(start, end - start).ContainsAnyExcept(Bare);

    /// <summary>"that" opens a clause, and points at nothing: behind it stands a subject.</summary>
    private bool IsJoining(int that, int end) => scene.Document.Tokens[that] is { Relation: Relation.Marker } or { Penn: PennTag.IN or PennTag.WDT }
        || that + 1 < end && (scene.Document.Tokens[that + 1].Penn is PennTag.DT or PennTag.PRP or PennTag.PossessivePRP or PennTag.EX || scene.Document.Form(that + 1) is "nobody" or "everybody" or "everyone" or "someone" or "anyone");

    /// <summary>A part without the conjunction that opens it and the marks of punctuation at its edges.</summary>
    private TextSpan Trim(TextSpan part)
    {
        var (first, end) = scene.Document.TokensOf(part);
        while (first < end && (scene.Document.Form(first) is "," or ":" or ";" or "—" or "–" or "--" || scene.Document.Form(first) is "that" && IsJoining(first, end)))
        {
            first++;
        }

        while (end > first && scene.Document.Form(end - 1) is "," or ":" or ";" or "—" or "–" or "--" or "." or "and" or "but" or "while")
        {
            end--;
        }

        return first < end ? new TextSpan(Math.Max(part.Start, scene.Document.Tokens[first].Start), Math.Min(part.End, scene.Document.Tokens[end - 1].End)) : default;
    }
}
