namespace Variorum.Quoting;

/// <summary>Names the speaker of a report whose source only points back: "it added", "the statement went on", "Lind’s letter".</summary>
/// <remarks><b>Method.</b> News goes on with who spoke last. A pronoun that coreference left open takes the speaker before it in
/// the paragraph, a person's that of the paragraph before too, where number and gender allow; a definite document takes who issued it, or whose report stands right before.</remarks>
internal sealed class SpeakerCarrier(QuoteScene scene)
{
    /// <summary>So many reports back a statement may have been told of.</summary>
    private const int FarthestStatement = 6;

    private readonly Document _document = scene.Document;
    private readonly PronounSpeakers _pronouns = new(scene);
    private readonly List<Quote> _told = [];

    /// <summary>Adds speakers to the drafts.</summary>
    public void Carry(List<QuoteDraft> drafts)
    {
        var (before, paragraph) = ((int?)null, -2);
        foreach (var draft in drafts.Where(draft => draft.Quote.Act is QuoteAct.Said or QuoteAct.Denied or QuoteAct.Withheld).OrderBy(Place).ThenBy(draft => draft.Head))
        {
            var own = _document.Sentences[Math.Max(0, _document.SentenceAt(Place(draft)))].Paragraph;
            draft.Quote = Corrected(draft.Quote, own);
            if (draft.Quote is { Speaker: null, Source: { } source } && SpeakerOf(draft.Quote, source, own, own - paragraph is 0 or 1 ? before : null, own == paragraph || draft.Quote.Rule.EndsWith("/not-itself", StringComparison.Ordinal)) is { } found && !NamesItself(draft.Quote, found, source))
            {
                draft.Quote = draft.Quote with { Speaker = found, Rule = draft.Quote.Rule + "/carried-speaker" };
            }

            if (!draft.Quote.IsNested && (draft.Quote.Source is not null || draft.Marks.Count > 0))
            {
                (before, paragraph) = (draft.Quote.Speaker, own);
                _told.Add(draft.Quote);
            }
        }
    }

    /// <summary>A quote without a speaker who cannot be it, and with who is told of right before it.</summary>
    private Quote Corrected(Quote quote, int paragraph)
    {
        if (quote is not { Speaker: { } speaker, Source: { } source })
        {
            return quote;
        }

        return NamesItself(quote, speaker, source) ? quote with { Speaker = null, Rule = quote.Rule + "/not-itself" }
            : scene.Tree.Head(source) is >= 0 and var head && _pronouns.Nearer(head, Start(quote, paragraph), speaker) is var nearer && nearer != speaker && !NamesItself(quote, nearer, source)
                ? quote with { Speaker = nearer, Rule = quote.Rule + "/told-before" } : quote;
    }

    /// <summary>"He said that Lind’s plan was old": who is named in what he says is not he.</summary>
    private bool NamesItself(Quote quote, int speaker, TextSpan source) =>
        quote.Kind != QuoteKind.Direct && scene.Tree.Head(source) is >= 0 and var head && _document.Tokens[head].Tag == PartOfSpeech.Pron
        && quote.Content.Any(part => scene.Speakers.IsNamedIn(part, speaker) && !quote.Quoted.Any(quoted => quoted.Contains(part)));

    private static int Place(QuoteDraft draft) => draft.Quote.Cue?.Start ?? draft.Quote.Content[0].Start;

    /// <summary>Where a report begins in its cue's paragraph.</summary>
    private int Start(Quote quote, int paragraph)
    {
        var place = quote.Cue?.Start ?? quote.Content[0].Start;
        return quote.Content[0].Start < place && _document.Sentences[Math.Max(0, _document.SentenceAt(quote.Content[0].Start))].Paragraph == paragraph ? quote.Content[0].Start : place;
    }

    private int? SpeakerOf(Quote quote, TextSpan source, int paragraph, int? before, bool isSameParagraph)
    {
        var head = scene.Tree.Head(source);
        if (head < 0)
        {
            return null;
        }

        var isDocument = _document.Tokens[head].Tag == PartOfSpeech.Noun && SourceNouns.IsDocument(_document.Tokens[head].Lemma);
        return isDocument ? Issuer(head) ?? (IsPointing(source, head) ? Pointed(head, before) : null)
            : _pronouns.Open(head, Start(quote, paragraph), before, isSameParagraph);
    }

    /// <summary>Whose document it is: "the ministry’s statement", "a statement from the ministry".</summary>
    private int? Issuer(int head)
    {
        foreach (var child in scene.Tree.Children(head))
        {
            var token = _document.Tokens[child];
            var isOwner = token.Relation == Relation.Possessive || token.Relation == Relation.Nominal && scene.Tree.Child(child, Relation.Case) is >= 0 and var mark && _document.Form(mark) is "from" or "by";
            if (isOwner && scene.Speakers.Find(scene.Tree, scene.NounPhrase(child)) is { } chain && SpeakerFinder.CanSpeak(scene.Chains[chain]))
            {
                return chain;
            }
        }

        return null;
    }

    /// <summary>Whose "the statement" is: who was reported as saying something in one, else the body that spoke right before. A person who spoke otherwise made none.</summary>
    private int? Pointed(int head, int? before)
    {
        for (var i = _told.Count - 1; i >= Math.Max(0, _told.Count - FarthestStatement); i--)
        {
            if (_told[i].Speaker is { } speaker && (Names(_told[i].Cue, head) || Names(_told[i].Occasion, head)))
            {
                return speaker;
            }
        }

        return before is { } body && scene.Chains[body].Type != EntityType.Person ? body : null;
    }

    private bool Names(TextSpan? words, int noun) => words is { } span && span.Of(_document.Text).Contains(_document.Tokens[noun].Lemma, StringComparison.Ordinal);

    /// <summary>"the statement", "its post": what was told of right before.</summary>
    private bool IsPointing(TextSpan source, int head) =>
        source.Length < 24 && _document.Tokens[head].Lemma is "statement" or "post" or "tweet" or "message" or "announcement" or "release" or "note"
        && _document.TokenAt(source.Start) is var first && first < head && _document.Form(first) is "the" or "The" or "its" or "Its" or "his" or "His" or "her" or "Her" or "their" or "Their";
}
