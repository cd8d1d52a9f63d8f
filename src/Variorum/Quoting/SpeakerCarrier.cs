namespace Variorum.Quoting;

/// <summary>Names the speaker of a report whose source only points back: "it added", "the statement went on", "Lind’s letter".</summary>
/// <remarks><b>Method.</b> News goes on with who spoke last. A pronoun that coreference left open takes the speaker before it in
/// the paragraph, a person's that of the paragraph before too, where number and gender allow; a definite document takes who issued it, or whose report stands right before.</remarks>
internal sealed class SpeakerCarrier(QuoteScene scene)
{
    private readonly Document _document = scene.Document;

    /// <summary>Adds speakers to the drafts.</summary>
    public void Carry(List<QuoteDraft> drafts)
    {
        var (before, paragraph) = ((int?)null, -2);
        foreach (var draft in drafts.Where(draft => draft.Quote.Act is QuoteAct.Said or QuoteAct.Denied or QuoteAct.Withheld).OrderBy(Place).ThenBy(draft => draft.Head))
        {
            var own = _document.Sentences[Math.Max(0, _document.SentenceAt(Place(draft)))].Paragraph;
            if (draft.Quote is { Speaker: { } named, Source: { } pronoun } && NamesItself(draft.Quote, named, pronoun))
            {
                draft.Quote = draft.Quote with { Speaker = null, Rule = draft.Quote.Rule + "/not-itself" };
            }

            if (draft.Quote is { Speaker: null, Source: { } source } && SpeakerOf(source, own - paragraph is 0 or 1 ? before : null, own == paragraph || draft.Quote.Rule.EndsWith("/not-itself", StringComparison.Ordinal)) is { } found && !NamesItself(draft.Quote, found, source))
            {
                draft.Quote = draft.Quote with { Speaker = found, Rule = draft.Quote.Rule + "/carried-speaker" };
            }

            if (!draft.Quote.IsNested && (draft.Quote.Source is not null || draft.Marks.Count > 0))
            {
                (before, paragraph) = (draft.Quote.Speaker, own);
            }
        }
    }

    /// <summary>"He said that Lind’s plan was old": who is named in what he says is not he.</summary>
    private bool NamesItself(Quote quote, int speaker, TextSpan source) =>
        quote.Kind != QuoteKind.Direct && scene.Tree.Head(source) is >= 0 and var head && _document.Tokens[head].Tag == PartOfSpeech.Pron
        && quote.Content.Any(part => scene.Speakers.IsNamedIn(part, speaker) && !quote.Quoted.Any(quoted => quoted.Contains(part)));

    private static int Place(QuoteDraft draft) => draft.Quote.Cue?.Start ?? draft.Quote.Content[0].Start;

    private int? SpeakerOf(TextSpan source, int? before, bool isSameParagraph)
    {
        var head = scene.Tree.Head(source);
        if (head < 0)
        {
            return null;
        }

        var isDocument = _document.Tokens[head].Tag == PartOfSpeech.Noun && SourceNouns.IsDocument(_document.Tokens[head].Lemma);
        return isDocument ? Issuer(head) ?? (IsPointing(source, head) ? before : null)
            : before is { } speaker && (isSameParagraph || IsPerson(head) && scene.Speakers.HasName(speaker)) && Fits(_document.Form(head), scene.Chains[speaker]) ? speaker
            : SubjectBefore(head);
    }

    private bool IsPerson(int pronoun) => _document.Form(pronoun) is "he" or "He" or "she" or "She";

    /// <summary>What the sentence before tells of, where the pronoun may be that; a person also over the paragraph's end.</summary>
    private int? SubjectBefore(int pronoun)
    {
        var index = _document.SentenceAt(_document.Tokens[pronoun].Start);
        if (index < 1 || _document.Form(pronoun) is not ("It" or "They" or "he" or "He" or "she" or "She") || _document.Sentences[index].Paragraph - _document.Sentences[index - 1].Paragraph > (IsPerson(pronoun) ? 1 : 0))
        {
            return null;
        }

        var sentence = _document.Sentences[index - 1];
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (_document.Tokens[i].Head < 0 && scene.Tree.Subject(i) is >= 0 and var subject && scene.Speakers.Find(scene.Tree, scene.NounPhrase(subject)) is { } chain
                && Fits(_document.Form(pronoun), scene.Chains[chain]) && (sentence.Paragraph == _document.Sentences[index].Paragraph || scene.Speakers.HasName(chain)))
            {
                return chain;
            }
        }

        return null;
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

    /// <summary>"the statement", "its post": what was told of right before.</summary>
    private bool IsPointing(TextSpan source, int head) =>
        source.Length < 24 && _document.Tokens[head].Lemma is "statement" or "post" or "tweet" or "message" or "announcement" or "release" or "note"
        && _document.TokenAt(source.Start) is var first && first < head && _document.Form(first) is "the" or "The" or "its" or "Its" or "his" or "His" or "her" or "Her" or "their" or "Their";

    private static bool Fits(ReadOnlySpan<char> pronoun, Chain chain) => pronoun switch
    {
        "he" or "He" => chain is { Type: EntityType.Person, IsPlural: false, Gender: not Gender.Feminine },
        "she" or "She" => chain is { Type: EntityType.Person, IsPlural: false, Gender: not Gender.Masculine },
        "it" or "It" => chain is { Type: not EntityType.Person, IsPlural: false },
        "they" or "They" => chain.IsPlural || chain.Type == EntityType.Organisation,
        _ => false,
    };
}
