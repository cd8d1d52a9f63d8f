using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Gives the stretches in marks that no report took to whom they belong: they go on, follow a speaker, or are nobody's.</summary>
/// <remarks><b>Method.</b> By rule, each named: what stands in marks is certain, who says it is not.</remarks>
internal sealed class UncuedMarks
{
    /// <summary>A sentence of nothing but marked words shorter than this (UTF-16 units) makes no turn by itself.</summary>
    private const int ShortestTurn = 18;

    /// <summary>Words in marks shorter than this that no cue governs are no speech: a title, a nickname, distance.</summary>
    private const int ShortestUncued = 35;

    /// <summary>The same behind a colon, a dash or a bracket, which announce speech.</summary>
    private const int ShortestAnnounced = 20;

    /// <summary>How many reports back a stretch may belong to.</summary>
    private const int FarthestReport = 6;

    private readonly QuoteScene _scene;
    private readonly QuoteMaker _maker;
    private readonly MarkSides _sides;
    private readonly List<QuoteDraft> _drafts;
    private readonly List<QuoteDraft> _ordered;
    private int _next;

    private UncuedMarks(QuoteScene scene, QuoteMaker maker, List<QuoteDraft> drafts)
    {
        (_scene, _maker, _sides, _drafts) = (scene, maker, new MarkSides(scene), drafts);
        _ordered = [.. drafts.Where(draft => !(draft.Quote.Cue is { } cue && scene.IsMarked(cue)) && draft.Quote.Act is not (QuoteAct.PassedOn or QuoteAct.Believed or QuoteAct.Meant)).OrderBy(draft => draft.Quote.Content[0].Start)];
    }

    /// <summary>Adds to the drafts, or adds new ones.</summary>
    public static void Add(QuoteScene scene, QuoteMaker maker, List<QuoteDraft> drafts) => new UncuedMarks(scene, maker, drafts).Run();

    private void Run()
    {
        var taken = RunOnMarks.Join(_scene, _drafts);
        var turn = (QuoteDraft?)null;
        for (var mark = 0; mark < _scene.Marked.Length; mark++)
        {
            var before = LastBefore(_scene.Marked[mark].Outer.Start);
            turn = Later(before, turn);
            if (!taken.Contains(mark) && !IsInside(mark))
            {
                turn = Place(mark, turn) ?? turn;
            }
            else
            {
                PlaceWithin(mark);
            }
        }
    }

    /// <summary>What somebody else's report names as another's ("condemned Lind’s “iron dam” remark") is the other's too.</summary>
    private void PlaceWithin(int mark)
    {
        if (_scene.InnerOf(mark) is { IsEmpty: false } inner && _sides.Possessor(mark) is { } owner && CanSpeak(owner) && _scene.Speakers.Find(_scene.Tree, owner) is { } speaker
            && !_ordered.Skip(Math.Max(0, _next - 4)).Take(7).Any(draft => draft.Quote.Speaker == speaker && draft.Quote.Content.Any(part => part.Contains(inner))))
        {
            var nested = Add(mark, inner, owner, speaker, [], "possessor-mark-noun");
            nested!.Quote = nested.Quote with { IsNested = true };
        }
    }

    private static QuoteDraft? Later(QuoteDraft? left, QuoteDraft? right) =>
        left is null ? right : right is null || left.Quote.Extent.End > right.Quote.Extent.End ? left : right;

    /// <summary>The report that begins last before a place.</summary>
    private QuoteDraft? LastBefore(int offset)
    {
        while (_next < _ordered.Count && _ordered[_next].Quote.Content[0].Start < offset)
        {
            _next++;
        }

        return _next > 0 ? _ordered[_next - 1] : null;
    }

    /// <summary>Whether a stretch stands in a report's content or names its source or cue.</summary>
    private bool IsInside(int mark)
    {
        var outer = _scene.Marked[mark].Outer;
        for (var i = Math.Max(0, _next - 4); i < Math.Min(_ordered.Count, _next + 3); i++)
        {
            var quote = _ordered[i].Quote;
            if (quote.Content.Any(outer.Overlaps) || quote.Source is { } source && source.Overlaps(outer) || quote.Cue is { } cue && cue.Overlaps(outer))
            {
                return true;
            }
        }

        return false;
    }

    private QuoteDraft? Place(int mark, QuoteDraft? turn)
    {
        var inner = _scene.InnerOf(mark);
        if (inner.IsEmpty || _sides.IsTitle(mark))
        {
            return null;
        }

        var sentence = _scene.Document.Sentences[Math.Max(0, _scene.Document.SentenceAt(_scene.Marked[mark].Outer.Start))];
        if (inner.Length >= ShortestTurn && _sides.NameBehind(mark) is { } name)
        {
            return Add(mark, inner, name, _scene.Speakers.Find(_scene.Tree, name), [], "mark-then-dash");
        }

        return GoesOn(mark, sentence, turn) ? turn!.Extend(mark, inner)
            : _sides.IsHeading(mark) ? Add(mark, inner, null, null, [], "fragment", QuoteAct.Fragment)
            : IsAlone(mark, sentence) ? inner.Length >= ShortestTurn ? Follow(mark, sentence, inner, turn) : null
            : Within(mark, sentence, inner, turn);
    }

    /// <summary>Whether marked words carry on the report before: in the same paragraph with nothing but marks between, or over paragraphs without a closing mark.</summary>
    private bool GoesOn(int mark, Sentence sentence, QuoteDraft? turn)
    {
        if (turn is null || turn.Marks.Count is 0 or >= QuoteDraft.MostParts || !IsAlone(mark, sentence))
        {
            return false;
        }

        var paragraph = ParagraphOf(turn.Quote);
        return paragraph == sentence.Paragraph || _scene.Marked[mark].Resumes && turn.Marks.Contains(mark - 1);
    }

    private int ParagraphOf(Quote quote) => _scene.Document.Sentences[Math.Max(0, _scene.Document.SentenceAt(quote.Extent.End - 1))].Paragraph;

    /// <summary>Whether the sentences that a stretch touches hold no word outside marks.</summary>
    private bool IsAlone(int mark, Sentence sentence)
    {
        var outer = _scene.Marked[mark].Outer;
        var last = _scene.Document.Sentences[Math.Max(0, _scene.Document.SentenceAt(outer.End - 1))];
        for (var i = sentence.First; i < last.End; i++)
        {
            var token = _scene.Document.Tokens[i];
            if (token.Tag != PartOfSpeech.Punct && char.IsLetterOrDigit(_scene.Document.Text[token.Start]) && !_scene.MarksIn(token.Span).Any())
            {
                return false;
            }
        }

        return true;
    }

    private QuoteDraft? Follow(int mark, Sentence sentence, TextSpan inner, QuoteDraft? turn)
    {
        if (turn is not null && sentence.Paragraph - ParagraphOf(turn.Quote) is 0 or 1 && turn!.Marks.Count > 0)
        {
            return Add(mark, inner, turn.Quote.Source, turn.Quote.Speaker, turn.Quote.Via, "speaker-before");
        }

        var index = _scene.Document.SentenceAt(sentence.Span.Start) - 1;
        if (turn is { Quote: { Source: not null, Act: QuoteAct.Said } told, Head: >= 0 } && index >= 0 && sentence.Paragraph - ParagraphOf(told) is 0 or 1 && (turn.Head >= _scene.Document.Sentences[index].First || told.Extent.End > _scene.Document.Sentences[index].Span.Start))
        {
            return Add(mark, inner, told.Source, told.Speaker, told.Via, "speaker-before");
        }

        if (index >= 0 && _scene.Document.Sentences[index].Paragraph == sentence.Paragraph && SubjectOf(_scene.Document.Sentences[index]) is { } subject
            && _scene.Speakers.Find(_scene.Tree, subject) is { } chain && SpeakerFinder.CanSpeak(_scene.Chains[chain]))
        {
            return Add(mark, inner, subject, chain, [], "subject-before");
        }

        return Add(mark, inner, null, null, [], "unattributed");
    }

    /// <summary>Marked words in a sentence of other words, with no cue of their own.</summary>
    private QuoteDraft? Within(int mark, Sentence sentence, TextSpan inner, QuoteDraft? turn)
    {
        var outer = _scene.Marked[mark].Outer;
        var at = _scene.Document.TokenAt(outer.Start);
        if (at > sentence.First && outer.Length >= ShortestAnnounced && _scene.Document.Form(at - 1) is ":" or "—" or "–" or "--" or "(" or "―")
        {
            return Announced(mark, sentence, inner, at - 1);
        }

        if (outer.Length >= ShortestAnnounced && _sides.CueBeside(mark) is >= 0 and var verb && WithCue(mark, verb) is { } cued)
        {
            _drafts.Add(cued);
            return cued;
        }

        if (_sides.Possessor(mark) is { } owner && CanSpeak(owner))
        {
            return Add(mark, inner, owner, _scene.Speakers.Find(_scene.Tree, owner), [], "possessor-mark-noun");
        }

        if (outer.Length < ShortestUncued)
        {
            return _sides.MayBeSpeech(mark) ? Add(mark, inner, null, null, [], "fragment", QuoteAct.Fragment) : null;
        }

        return Told(mark, sentence, inner, turn);
    }

    /// <summary>Marked words that nothing beside them gives to anybody: a document's that the sentence tells of, or of who spoke right before in the paragraph.
    /// A subject alone says nothing: "the mayor was fined for “…”" is no word of the mayor's, and what a preposition brings in need not be who spoke before.</summary>
    private QuoteDraft? Told(int mark, Sentence sentence, TextSpan inner, QuoteDraft? turn)
    {
        var start = _scene.Marked[mark].Outer.Start;
        if (SubjectOf(sentence) is { } subject && !subject.Overlaps(inner) && _scene.Tree.Head(subject) is >= 0 and var head && SourceNouns.IsDocument(_scene.Document.Tokens[head].Lemma))
        {
            return Add(mark, inner, subject, _scene.Speakers.Find(_scene.Tree, subject), new ViaFinder(_scene).Asides(sentence), "marked-in-sentence");
        }

        return turn is { Quote: { Source: not null, Act: QuoteAct.Said } told } && IsRightBefore(told, sentence, start)
            ? Add(mark, inner, told.Source, told.Speaker, told.Via, "speaker-before")
            : Add(mark, inner, null, null, new ViaFinder(_scene).Asides(sentence), "marked-in-sentence");
    }

    /// <summary>Whether a report ends in the sentence of some words, or in the one before in the paragraph and no preposition brings the words in.</summary>
    private bool IsRightBefore(Quote told, Sentence sentence, int start)
    {
        var index = _scene.Document.SentenceAt(sentence.Span.Start) - 1;
        return ParagraphOf(told) == sentence.Paragraph
            && (told.Extent.End > sentence.Span.Start
                || index >= 0 && told.Extent.End > _scene.Document.Sentences[index].Span.Start && _scene.Document.Tokens[Math.Max(0, _scene.Document.TokenAt(start) - 1)].Tag != PartOfSpeech.Adp);
    }

    /// <summary>Words in marks behind a colon, a dash or a bracket.</summary>
    private QuoteDraft? Announced(int mark, Sentence sentence, TextSpan inner, int sign)
    {
        if (InSentence(sentence, _scene.Marked[mark].Outer.Start) is { } told)
        {
            return Add(mark, inner, told.Source, told.Speaker, told.Via, "colon-then-mark");
        }

        var source = (_scene.Document.Form(sign) is "(" ? _sides.NounsBefore(sentence, sign) : _sides.NameBefore(sentence, sign)) ?? SubjectOf(sentence);
        return Add(mark, inner, source, source is { } words ? _scene.Speakers.Find(_scene.Tree, words) : null, [], _scene.Document.Form(sign) is ":" ? "colon-then-mark" : "dash-then-mark");
    }

    /// <summary>The report of a stretch and the verb beside it; null where the verb has no subject that can speak.</summary>
    private QuoteDraft? WithCue(int mark, int verb)
    {
        var subject = _scene.Tree.Doer(verb) is >= 0 and var doer ? doer : _scene.Tree.Subject(verb);
        var report = new FoundReport(verb, 0, subject < 0 ? [] : [_scene.NounPhrase(subject)], [_scene.Document.Tokens[verb].Span], [_scene.Marked[mark].Outer]);
        report = subject < 0 ? _maker.Mend(report) : report;
        return report.Source.IsEmpty || subject >= 0 && !SourceNouns.CanSpeak(_scene.Document, subject) ? null : _maker.Make(report, "mark-beside-cue");
    }

    /// <summary>The report of the words before a colon in the same sentence: what it announces is its source's.</summary>
    private Quote? InSentence(Sentence sentence, int before)
    {
        for (var i = Math.Min(_next, _ordered.Count) - 1; i >= Math.Max(0, _next - FarthestReport); i--)
        {
            if (_ordered[i] is var draft && draft.Head >= sentence.First && draft.Head < sentence.End && draft.Quote is { Source: not null, Act: QuoteAct.Said } quote && quote.Extent.End <= before)
            {
                return quote;
            }
        }

        return null;
    }

    private bool CanSpeak(TextSpan source) => _scene.Tree.Head(source) is >= 0 and var head && SourceNouns.CanSpeak(_scene.Document, head);

    /// <summary>The subject of a sentence's main verb; null where it has none, or only one within marks.</summary>
    private TextSpan? SubjectOf(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (_scene.Document.Tokens[i].Head < 0 && _scene.Tree.Subject(i) is >= 0 and var subject && !_scene.MarksIn(_scene.Document.Tokens[subject].Span).Any())
            {
                return _scene.Tree.Span(subject);
            }
        }

        return null;
    }

    private QuoteDraft? Add(int mark, TextSpan inner, TextSpan? source, int? speaker, ImmutableArray<Via> via, string rule, QuoteAct act = QuoteAct.Said)
    {
        var free = source is { } words && !words.Overlaps(inner) ? source : null;
        var quote = new Quote(QuoteKind.Direct, [inner], null, free, speaker, [inner], via, rule) { Act = act, Marked = new Attribution(free is { } span ? [span] : [], [], [_scene.Marked[mark].Outer]) };
        var draft = new QuoteDraft { Quote = quote, Marks = [mark] };
        _drafts.Add(draft);
        return act == QuoteAct.Fragment ? null : draft;
    }
}
