using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Finds through whom reported words reached the page.</summary>
internal sealed class ViaFinder(QuoteScene scene)
{
    private readonly Document _document = scene.Document;
    private string? _last;

    /// <summary>What a report's own sentence says of the way of its words: who quoted them, to whom they were said, where they stood.</summary>
    public ImmutableArray<Via> Of(int head, Quote quote)
    {
        var chain = new List<Via?>();
        foreach (var child in scene.Tree.Children(head))
        {
            chain.Add(OfChild(child, quote));
        }

        var sentence = _document.Sentences[Math.Max(0, _document.SentenceAt(_document.Tokens[head].Start))];
        chain.Add(Hearer(head, sentence, quote));
        chain.Add(PlatformReader.Read(_document, head, quote));
        chain.AddRange(Asides(sentence, span => IsTaken(span, quote)));
        return Join(chain.OfType<Via>());
    }

    /// <summary>The channels that a sentence names beside whatever it reports.</summary>
    public ImmutableArray<Via> Asides(Sentence sentence) => Join(Asides(sentence, _ => false).OfType<Via>());

    private IEnumerable<Via?> Asides(Sentence sentence, Func<TextSpan, bool> isTaken)
    {
        for (var i = sentence.First; i + 1 < sentence.End; i++)
        {
            if (_document.Form(i) is "reported" or "reports" && scene.Tree.Subject(i) is >= 0 and var reporter && scene.NounPhrase(reporter) is var named && !isTaken(named))
            {
                yield return Read(named);
            }

            var from = AsideStart(i);
            if (from > 0 && Phrase(from, sentence.End) is var end && end > from && !isTaken(Span(i, end)))
            {
                yield return Read(from, end, _document.Form(i) is "released" or "published");
            }
        }
    }

    /// <summary>The agency, outlet or channel that a phrase names; null where it names none.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="anyone">Whether whatever it names passed the words on, known as an outlet or not.</param>
    public Via? Read(TextSpan phrase, bool anyone = false)
    {
        var (first, end) = _document.TokensOf(phrase);
        return Read(first, end, anyone);
    }

    /// <summary>The agency, outlet or channel whose noun phrase begins at a word; null for none.</summary>
    public Via? Named(int from) => Phrase(from, Math.Min(_document.Tokens.Length, from + 10)) is var end && end > from ? Read(from, end, anyone: false) : null;

    /// <summary>Joins chains, each channel once; "footage released by the office" is one link.</summary>
    public static ImmutableArray<Via> Join(IEnumerable<Via> vias)
    {
        ImmutableArray<Via> all = [.. vias.DistinctBy(via => via.Name)];
        return all.RemoveAll(via => all.Any(other => other.Span.Length > via.Span.Length && other.Span.Contains(via.Span) && other.Kind == ViaKind.Document));
    }

    /// <summary>By whom a passive was quoted, or a hearer that is an outlet.</summary>
    private Via? OfChild(int child, Quote quote)
    {
        var token = _document.Tokens[child];
        var isBy = (token.Relation == Relation.Agent || token.Relation == Relation.Oblique && CaseOf(child) is "by") && SourceNouns.CanSpeak(_document, child) && token.Lemma is not ("telephone" or "phone" or "email" or "e-mail" or "text" or "letter" or "post" or "radio" or "loudspeaker" or "video");
        var isHearer = token.Relation is Relation.IndirectObject or Relation.Object || token.Relation == Relation.Oblique && CaseOf(child) is "to" or "with";
        if (!isBy && !isHearer || IsTaken(token.Span, quote))
        {
            return null;
        }

        var (first, end) = scene.Tree.Range(child);
        return Read(first, Math.Min(end, Math.Max(child + 1, Phrase(child, Math.Min(end, child + 4)))), anyone: isBy && _document.Tokens[token.Head].Penn == PennTag.VBN && quote.Source is { } source && !source.Overlaps(token.Span));
    }

    /// <summary>"told Variety": the words behind the verb, whatever the tree hangs them on.</summary>
    private Via? Hearer(int head, Sentence sentence, Quote quote)
    {
        var end = _document.Tokens[head].Lemma == "tell" ? Phrase(head + 1, sentence.End) : head;
        return end > head + 1 && !IsTaken(Span(head + 1, end), quote) ? Read(head + 1, end, anyone: false) : null;
    }

    private string? CaseOf(int token) => scene.Tree.Child(token, Relation.Case) is >= 0 and var mark ? _document.Tokens[mark].Lemma : null;

    private static bool IsTaken(TextSpan span, Quote quote) => quote.Content.Any(span.Overlaps) || quote.Source is { } source && source.Overlaps(span);

    private Via? Read(int first, int end, bool anyone)
    {
        end = Math.Min(end, first + 25);
        if (first >= end)
        {
            return null;
        }

        end = WithName(end);
        var name = NameIn(first, end);
        if (name is null && IsBackReference(first, end))
        {
            name = _last;
        }

        name ??= NounIn(first, end) ?? (anyone ? Plain(first, end) : null);
        if (name is null)
        {
            return null;
        }

        _last = char.IsUpper(name[0]) ? name : _last;
        return new Via(name, Span(first, end)) { Kind = KindOf(name) };
    }

    /// <summary>The end of a phrase with the name right behind its noun ("the Iranian news agency <i>IRNA</i>"), which the tree may hang elsewhere.</summary>
    private int WithName(int end)
    {
        var count = _document.Tokens.Length;
        if (end >= count || !MediaTable.IsNoun(Words(end - 1, end)) || !IsUpper(end))
        {
            return end;
        }

        var last = RunEnd(end, Math.Min(count, end + 4));
        return Known(end, last) is null ? end : last;
    }

    private static ViaKind KindOf(string name) => MediaTable.KindOf(name);

    /// <summary>Where a name of a channel may follow: "per the Times", "via X", "on Telegram", "cited by Haaretz"; -1 for none.</summary>
    private int AsideStart(int i) => _document.Form(i) switch
    {
        "per" or "via" or "Per" => i + 1,
        "according" or "According" when _document.Form(i + 1) is not "to" => i + 1,
        "to" when i > 0 && _document.Tokens[i - 1].Lemma is "accord" or "according" => i + 1,
        "on" when IsUpper(i + 1) && !IsTime(i + 1) => i + 1,
        "by" when IsQuotedBy(i) => i + 1,
        "with" or "to" when i > 0 && _document.Form(i - 1) is "interview" or "spoke" or "speaking" or "statement" => i + 1,
        "released" or "published" or "cited" or "quoted" or "broadcast" or "carried" or "aired" or "seen" or "obtained" when _document.Form(i + 1) is "by" => i + 2,
        _ => -1,
    };

    /// <summary>"was quoted as saying by": the quoter hangs on either verb.</summary>
    private bool IsQuotedBy(int by) => by >= 3 && _document.Form(by - 2) is "as" && _document.Form(by - 3) is "quoted" or "cited";

    private bool IsUpper(int i) => char.IsUpper(_document.Text[_document.Tokens[i].Start]);

    private bool IsTime(int i) => _document.Form(i) is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";

    /// <summary>One past the last word of the noun phrase that begins at a word: determiners and modifiers, then nouns.</summary>
    private int Phrase(int from, int end)
    {
        var i = from;
        while (i < end && i < from + 10 && (_document.Tokens[i].Penn.IsNoun() || _document.Tokens[i].Penn is PennTag.JJ or PennTag.CD or PennTag.POS or PennTag.FW || (i == from || _document.Tokens[i - 1].Penn == PennTag.DT) && _document.Tokens[i].Penn is PennTag.DT or PennTag.PossessivePRP || IsHyphen(i, end)))
        {
            i++;
        }

        return i;
    }

    /// <summary>"Times-News": a hyphen between two names.</summary>
    private bool IsHyphen(int i, int end) => i > 0 && i + 1 < end && _document.Form(i) is "-" or "–" && IsUpper(i - 1) && IsUpper(i + 1);

    private string? NameIn(int start, int end)
    {
        var best = (string?)null;
        for (var i = start; i < end; i++)
        {
            if (!IsUpper(i) || _document.Tokens[i].Tag is PartOfSpeech.Det or PartOfSpeech.Pron)
            {
                continue;
            }

            var last = RunEnd(i, end);
            if (Known(i, last) is { } known)
            {
                return known;
            }

            if (IsOutletName(i, last))
            {
                best ??= NameOf(i, last);
            }

            i = last - 1;
        }

        return best;
    }

    /// <summary>The longest part of a run of capitalised words that is a known name, article included where it has one.</summary>
    private string? Known(int start, int end)
    {
        for (var length = Math.Min(end - start, 7); length > 0; length--)
        {
            for (var i = start; i + length <= end; i++)
            {
                var name = Words(i, i + length);
                if ((MediaTable.UsualName(name) ?? (i > 0 && _document.Form(i - 1) is "the" or "The" ? MediaTable.UsualName("The " + name) : null)) is { } usual && (length > 1 || i + 1 == end || MediaTable.IsNoun(_document.Tokens[i + 1].Lemma)))
                {
                    return usual;
                }
            }
        }

        return null;
    }

    private bool IsOutletName(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (end - start > 1 && MediaTable.IsNameWord(Words(i, i + 1)))
            {
                return true;
            }
        }

        var count = _document.Tokens.Length;
        return end - start <= 4 && _document.Tokens[end - 1].Tag != PartOfSpeech.Adj
            && (end < count && MediaTable.IsNoun(Words(end, end + 1)) || end + 1 < count && _document.Form(end) is "news" && MediaTable.IsNoun(Words(end + 1, end + 2)));
    }

    private string NameOf(int start, int end)
    {
        while (start + 1 < end && _document.Tokens[start].Tag == PartOfSpeech.Adj)
        {
            start++;
        }

        return Words(start, end);
    }

    private int RunEnd(int start, int end)
    {
        var i = start + 1;
        while (i < end && (IsUpper(i) || _document.Tokens[i].Tag == PartOfSpeech.Num || i + 1 < end && IsUpper(i + 1) && _document.Form(i) is "of" or "and" or "-" or "–" or "." or "/"))
        {
            i++;
        }

        return i;
    }

    /// <summary>"the paper", "the agency": the one named last.</summary>
    private bool IsBackReference(int start, int end) =>
        _document.Form(start) is "the" or "The" && end - start <= 3 && Words(end - 1, end) is var noun && MediaTable.IsNoun(noun)
            && noun is not ("translation" or "transcript" or "media" or "press" or "reporters" or "journalists" or "footage" or "recording" or "readout");

    private string? NounIn(int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (Words(i, i + 1) is var noun && MediaTable.IsNoun(noun) && noun is not ("reporters" or "journalists"))
            {
                return Plain(start, end);
            }

            if (_document.Tokens[i].Tag == PartOfSpeech.Propn)
            {
                return null;
            }
        }

        return null;
    }

    private string Plain(int start, int end) => Words(_document.Form(start) is "the" or "The" or "by" or "to" or "with" && start + 1 < end ? Plain(start + 1) : start, end);

    private int Plain(int start) => _document.Form(start) is "the" && start + 1 < _document.Tokens.Length ? start + 1 : start;

    private TextSpan Span(int start, int end) => new(_document.Tokens[start].Start, _document.Tokens[end - 1].End);

    private string Words(int start, int end) => start < end ? Span(start, end).Of(_document.Text) : "";
}
