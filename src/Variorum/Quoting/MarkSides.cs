namespace Variorum.Quoting;

/// <summary>What stands right beside a stretch in marks: a verb of saying, a name before a colon, a name behind a dash.</summary>
internal sealed class MarkSides(QuoteScene scene)
{
    /// <summary>How many adjectives may stand between a possessor and a stretch.</summary>
    private const int MostAdjectives = 3;

    /// <summary>A fragment has no more words.</summary>
    private const int LongestFragment = 8;

    /// <summary>A title has no more words.</summary>
    private const int LongestTitle = 14;

    /// <summary>How many words a name in front of a colon or a dash has at most.</summary>
    private const int LongestName = 8;

    /// <summary>How many words may stand between a stretch and the verb that goes with it.</summary>
    private const int FarthestCue = 7;

    /// <summary>The reporting verb nearest to a stretch, behind it or before it in the sentence; -1 for none.</summary>
    public int CueBeside(int mark)
    {
        var (document, outer) = (scene.Document, scene.Marked[mark].Outer);
        var (first, end) = document.TokensOf(outer);
        var (from, to) = (document.Sentences[Math.Max(0, document.SentenceAt(outer.Start))].First, document.Sentences[Math.Max(0, document.SentenceAt(outer.End - 1))].End);
        for (var far = 0; far < FarthestCue; far++)
        {
            foreach (var at in new[] { end + far, first - 1 - far })
            {
                if (at >= from && at < to && document.Tokens[at].Penn.IsVerb() && CueLexicon.Find(document.Tokens[at].Lemma) is { } verb && ((verb.Pattern & CuePattern.Marked) != CuePattern.None || verb.Class == "call" && at < first)
                    && !scene.MarksIn(document.Tokens[at].Span).Any() && !(at > 0 && document.Form(at - 1) is "-" or "so"))
                {
                    return at;
                }
            }
        }

        return -1;
    }

    /// <summary>A few words from a sentence's start up to a colon or a dash.</summary>
    public TextSpan? NameBefore(Sentence sentence, int end) =>
        end - sentence.First is > 0 and <= LongestName && scene.Document.Tokens[end - 1].Penn.IsNoun()
            && !Enumerable.Range(sentence.First, end - sentence.First).Any(i => scene.Document.Tokens[i].Penn.IsFinite())
            ? new TextSpan(scene.Document.Tokens[sentence.First].Start, scene.Document.Tokens[end - 1].End) : null;

    /// <summary>The run of names right before a bracket.</summary>
    public TextSpan? NounsBefore(Sentence sentence, int end)
    {
        var first = end;
        while (first > sentence.First && scene.Document.Tokens[first - 1].Penn is PennTag.NNP or PennTag.NNPS)
        {
            first--;
        }

        return first < end ? new TextSpan(scene.Document.Tokens[first].Start, scene.Document.Tokens[end - 1].End) : null;
    }

    /// <summary>The name behind a dash that closes a stretch's line ("“…” ― Ada Lind"); null for none.</summary>
    public TextSpan? NameBehind(int mark)
    {
        var document = scene.Document;
        var (_, end) = document.TokensOf(scene.Marked[mark].Outer);
        if (end >= document.Tokens.Length || document.Form(end) is not ("—" or "–" or "--" or "-" or "―"))
        {
            return null;
        }

        var line = document.Paragraphs[document.Sentences[Math.Max(0, document.SentenceAt(document.Tokens[end].Start))].Paragraph].End;
        var newline = document.Text.AsSpan(document.Tokens[end].Start, line - document.Tokens[end].Start).IndexOf('\n');
        line = newline < 0 ? line : document.Tokens[end].Start + newline;
        var last = end + 1;
        while (last < document.Tokens.Length && document.Tokens[last].End <= line && last - end <= LongestName
            && (document.Tokens[last].Penn.IsNoun() || document.Form(last) is "," or "of" or "the" or "'s" or "’s"))
        {
            last++;
        }

        var isWhole = last >= document.Tokens.Length || document.Tokens[last].Start >= line || document.Form(last) is "." or "(" or ",";
        return isWhole && last > end + 1 && char.IsUpper(document.Text[document.Tokens[end + 1].Start])
            ? new TextSpan(document.Tokens[end + 1].Start, document.Tokens[last - 1].End) : null;
    }

    /// <summary>Whose words a stretch is that stands between a possessor and a noun for something said ("her “iron dam” remark"); null for none.</summary>
    public TextSpan? Possessor(int mark)
    {
        var document = scene.Document;
        var (first, end) = document.TokensOf(scene.Marked[mark].Outer);
        if (end >= document.Tokens.Length || document.Tokens[end].Tag != PartOfSpeech.Noun || !SourceNouns.IsStatement(document.Tokens[end].Lemma))
        {
            return null;
        }

        var before = first - 1;
        while (before > 0 && first - before <= MostAdjectives && document.Tokens[before].Tag is PartOfSpeech.Adj or PartOfSpeech.Adv)
        {
            before--;
        }

        if (before < 0 || document.SentenceAt(document.Tokens[before].Start) != document.SentenceAt(document.Tokens[first].Start))
        {
            return null;
        }

        return document.Tokens[before].Penn == PennTag.PossessivePRP && document.Form(before) is not ("its" or "Its") ? document.Tokens[before].Span
            : document.Tokens[before].Penn == PennTag.POS && scene.Speakers.EndingAt(document.Tokens[before].Start) is { } name ? name.Span : null;
    }

    /// <summary>Whether marked words are set as a title: every telling word begins with a capital ("State of the Union").</summary>
    public bool IsTitle(int mark)
    {
        var document = scene.Document;
        var (first, end) = document.TokensOf(scene.InnerOf(mark));
        var (telling, shouted) = (0, 0);
        for (var i = first; i < end && end - first <= LongestTitle; i++)
        {
            var form = document.Form(i);
            if (i + 1 < end && form is "." or "?" or "!" || IsWritten(i))
            {
                return false;
            }

            telling += form.Length > 2 && char.IsUpper(form[0]) ? 1 : 0;
            shouted += form.Length > 2 && char.IsUpper(form[0]) && !form.ContainsAnyInRange('a', 'z') ? 1 : 0;
        }

        return telling > 1 && shouted < telling && end - first <= LongestTitle && document.Form(end - 1) is not "!";
    }

    /// <summary>Whether a telling word is written as sentences write it: small.</summary>
    private bool IsWritten(int word) =>
        scene.Document.Tokens[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Pron
        && !char.IsUpper(scene.Document.Form(word)[0]) && !char.IsAsciiDigit(scene.Document.Form(word)[0]);

    /// <summary>Whether a stretch is a paragraph of its own, of a few words without the end of a sentence: a heading.</summary>
    public bool IsHeading(int mark)
    {
        var (document, marked) = (scene.Document, scene.Marked[mark]);
        var paragraph = document.Paragraphs[document.Sentences[Math.Max(0, document.SentenceAt(marked.Outer.Start))].Paragraph];
        var (first, end) = document.TokensOf(marked.Inner);
        return !marked.GoesOn && !marked.Resumes && end - first <= LongestFragment && document.Text[marked.Inner.End - 1] is not ('.' or '!' or '?' or '…' or ',')
            && document.Text.AsSpan(paragraph.Start, marked.Outer.Start - paragraph.Start).IsWhiteSpace() && document.Text.AsSpan(marked.Outer.End, Math.Max(0, paragraph.End - marked.Outer.End)).IsWhiteSpace();
    }

    /// <summary>Whether a few words in marks may be speech: two telling words at least, and not set like a title or a name.</summary>
    public bool MayBeSpeech(int mark)
    {
        var document = scene.Document;
        var (first, end) = document.TokensOf(scene.InnerOf(mark));
        var telling = 0;
        for (var i = first; i < end; i++)
        {
            telling += document.Tokens[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Adp && document.Form(i).Length > 1 ? 1 : 0;
        }

        var before = first > 1 ? document.Tokens[first - 2].Lemma : "";
        return before is not ("so-called" or "call" or "called" or "dub" or "nickname" or "title" or "entitle" or "title" or "name" or "know" or "as" or "term" or "label" or "brand")
            && telling > 1 && end - first is > 1 and <= LongestFragment && char.IsLower(document.Text[document.Tokens[first].Start]);
    }
}
