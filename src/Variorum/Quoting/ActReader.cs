namespace Variorum.Quoting;

/// <summary>Tells whether a report's content was said, denied, never said, or only thought, from its cue and what hangs on it.</summary>
internal sealed class ActReader(QuoteScene scene)
{
    private readonly DeedReader _deeds = new(scene);

    /// <summary>Marked words of this many letters and blanks are somebody's, whatever the cue says.</summary>
    private const int LeastMarked = 15;

    /// <summary>Fewer telling words than this after a verb of condemning or naming tell nothing.</summary>
    private const int LeastTelling = 3;

    /// <summary>How the source of a report stands to its content.</summary>
    /// <param name="head">The cue's main word.</param>
    /// <param name="quote">The report, its act not yet read.</param>
    public QuoteAct Of(int head, Quote quote)
    {
        var verb = VerbOf(head, quote);
        var isMarked = quote.Quoted.Sum(part => part.Length) >= LeastMarked;
        if (verb is null && !isMarked && !IsStatement(head, quote))
        {
            return QuoteAct.Meant;
        }

        if (IsNaming(verb, quote) || IsTitle(head, quote) || verb is not null && _deeds.IsDeed(head, verb, quote))
        {
            return QuoteAct.Meant;
        }

        if (IsWithheld(head, quote))
        {
            return QuoteAct.Withheld;
        }

        if (_deeds.IsSign(head, quote))
        {
            return QuoteAct.Found;
        }

        return verb?.Class switch
        {
            "deny" => IsRefused(head, quote) ? QuoteAct.Meant : QuoteAct.Denied,
            "find" => quote.Source is { } source && scene.Tree.Head(source) is >= 0 and var noun && SourceNouns.IsDocument(scene.Document.Tokens[noun].Lemma) ? QuoteAct.Said : QuoteAct.Found,
            "believe" when !isMarked => QuoteAct.Believed,
            _ => QuoteAct.Said,
        };
    }

    /// <summary>"was denied bail": something is refused, and nothing said to be untrue.</summary>
    private bool IsRefused(int head, Quote quote) => quote.Source is null && scene.Tree.IsPassive(head) && scene.Tree.Child(head, Relation.ClausalComplement) < 0;

    /// <summary>What the cue's verb reports: its main word's, or that of the first of its words that reports anything.</summary>
    private CueVerb? VerbOf(int head, Quote quote)
    {
        if (CueLexicon.Find(scene.Document.Tokens[head].Lemma) is { } main && scene.Document.Tokens[head].Penn.IsVerb())
        {
            return main;
        }

        var (first, end) = quote.Cue is { } cue ? scene.Document.TokensOf(cue) : (0, 0);
        for (var i = first; i < end; i++)
        {
            if (scene.Document.Tokens[i].Penn.IsVerb() && CueLexicon.Find(scene.Document.Tokens[i].Lemma) is { } verb)
            {
                return verb;
            }
        }

        return null;
    }

    /// <summary>Something is named and nothing told of it ("the so-called “iron dam”"), or by nobody who can speak.</summary>
    private bool IsNaming(CueVerb? verb, Quote quote) =>
        quote.Quoted.IsEmpty && (IsMute(quote) || verb is { Class: "accuse" or "praise" or "call" } && TellsLittle(quote)) || verb is { Class: "call" } && quote.Source is null;

    /// <summary>What cannot speak has said nothing: "the floods suggested".</summary>
    private bool IsMute(Quote quote) =>
        quote.Source is { } source && quote.Speaker is null && scene.Tree.Head(source) is >= 0 and var noun
        && scene.Document.Tokens[noun].Tag == PartOfSpeech.Noun && !SourceNouns.CanSpeak(scene.Document, noun);

    /// <summary>"condemned the attack", "described the dam": a thing is named and nothing is told of it.</summary>
    private bool TellsLittle(Quote quote)
    {
        var words = 0;
        foreach (var (first, end) in quote.Content.Select(scene.Document.TokensOf))
        {
            for (var i = first; i < end; i++)
            {
                var token = scene.Document.Tokens[i];
                words += token.Penn.IsVerb() && token.Relation is not (Relation.Auxiliary or Relation.PassiveAuxiliary) ? LeastTelling
                    : token.Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num ? 1 : 0;
            }
        }

        return words < LeastTelling;
    }

    /// <summary>A few capitalised words in marks without a stop are a title, unless somebody says them ("War and Peace"); nothing is told of it around them.</summary>
    private bool IsTitle(int head, Quote quote)
    {
        if (quote.Quoted.Length != 1 || quote.Content.Length != 1 || scene.Document.Tokens[head].Lemma is "say" or "add" or "tell" or "reply" or "shout" or "chant" or "cry" or "tweet" or "answer" or "ask")
        {
            return false;
        }

        var marked = quote.Kind == QuoteKind.Direct ? quote.Content[0] : quote.Quoted[0];
        var (first, end) = scene.Document.TokensOf(quote.Content[0]);
        for (var i = first; i < end; i++)
        {
            var form = scene.Document.Form(i);
            if (marked.Overlaps(scene.Document.Tokens[i].Span) ? form.Length > 3 && char.IsLower(form[0]) || form is "." or "!" or "?" : scene.Document.Tokens[i].Penn.IsVerb())
            {
                return false;
            }
        }

        return end - first is > 1 and <= 8;
    }

    private bool IsStatement(int head, Quote quote)
    {
        var (first, end) = quote.Cue is { } cue ? scene.Document.TokensOf(cue) : (head, head + 1);
        for (var i = first; i < end; i++)
        {
            if (scene.Document.Form(i) is ":" || scene.Document.Tokens[i].Lemma is "accord" || scene.Document.Tokens[i] is { Lemma: var lemma } token && (!token.Penn.IsVerb() || lemma is "talk") && SourceNouns.IsStatement(lemma))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWithheld(int head, Quote quote) =>
        scene.Tree.Negation(head) is >= 0 and var negation && !quote.Content.Any(part => part.Contains(scene.Document.Tokens[negation].Start)) || scene.Document.Tokens[head].Lemma is "decline" or "refuse"
        || IsNobody(quote) || IsOpen(head) || quote.Quoted.IsEmpty && (IsConditional(head) || IsSupposed(head) || IsAhead(head));

    private bool IsNobody(Quote quote) => quote.Source is { } source && source.Of(scene.Document.Text).ToLowerInvariant() is "nobody" or "no one" or "none" or "neither";

    /// <summary>"asked the court to rule": what an infinitive tells is not said yet, but for "went on to say".</summary>
    private bool IsAhead(int head)
    {
        var token = scene.Document.Tokens[head];
        return token is { Penn: PennTag.VB, Head: >= 0 } && scene.Tree.Child(head, Relation.Marker) is >= 0 and var marker && scene.Document.Form(marker) is "to"
            && scene.Document.Tokens[token.Head].Lemma is not ("go" or "continue" or "begin" or "start" or "come" or "proceed" or "use" or "appear" or "seem");
    }

    /// <summary>"if the two agree", "unless the court rules": whether it is said stays open.</summary>
    private bool IsSupposed(int head) => scene.Tree.Child(head, Relation.Marker) is >= 0 and var marker && scene.Document.Tokens[marker].Lemma is "if" or "unless" or "whether" or "until";

    /// <summary>"could say", "will announce": it is not said yet.</summary>
    private bool IsConditional(int head)
    {
        foreach (var child in scene.Tree.Children(head))
        {
            if (scene.Document.Tokens[child].Relation == Relation.Auxiliary && scene.Document.Tokens[child].Lemma is "could" or "may" or "might" or "should" or "must" or "can" or "will" or "'ll" or "would")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an infinitive hangs on what leaves it open whether anything was said ("refused to say", "is expected to say").</summary>
    private bool IsOpen(int head)
    {
        var token = scene.Document.Tokens[head];
        return token.Penn == PennTag.VB && token.Head >= 0 && token.Relation is Relation.OpenComplement or Relation.AdverbialClause or Relation.NounClause
            && scene.Document.Tokens[token.Head].Lemma is "refuse" or "decline" or "fail" or "forget" or "expect" or "urge" or "want" or "like" or "due" or "plan" or "hope" or "need" or "try" or "order"
                or "prepare" or "intend" or "agree" or "invite" or "seek" or "tell" or "force" or "allow" or "advise" or "threaten" or "wait" or "require" or "encourage" or "unable" or "reluctant" or "able" or "likely" or "ask";
    }
}
