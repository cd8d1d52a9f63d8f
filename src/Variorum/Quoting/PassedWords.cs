using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Tells who speaks where an outlet, an agency or a document only passes words on: it is the way then, not the speaker.</summary>
internal sealed class PassedWords(QuoteScene scene, ViaFinder vias, QuoteMaker maker)
{
    /// <summary>How many words a report's cue may stand from that of the report it is within.</summary>
    private const int FarthestHolder = 120;

    /// <summary>", Reuters reported", ", the Herald said on Monday": no longer than this many words.</summary>
    private const int LongestTail = 9;

    private readonly Document _document = scene.Document;

    /// <summary>Changes the drafts; of the nested ones those stay that tell more than the reports around them.</summary>
    public void Settle(List<QuoteDraft> drafts, List<QuoteDraft> nested)
    {
        foreach (var draft in drafts)
        {
            CutTail(draft);
        }

        nested.RemoveAll(draft => Near(drafts, draft).Any(other => other.Tail is { } tail && tail.Contains(_document.Tokens[draft.Head].Start)));
        foreach (var draft in nested)
        {
            if (Near(drafts, draft).FirstOrDefault(other => Holds(other.Quote, draft.Quote)) is { } holder)
            {
                PassOn(holder, draft);
            }
        }

        var read = new List<QuoteDraft>();
        foreach (var draft in drafts.Where(draft => draft.Quote.Act != QuoteAct.PassedOn && !Near(nested, draft).Any(other => Holds(draft.Quote, other.Quote))))
        {
            if (InnerOf(draft) is { } inner)
            {
                PassOn(draft, inner);
                read.AddRange(draft.Quote.Act == QuoteAct.PassedOn ? [inner] : []);
            }
        }

        nested.AddRange(read);

        foreach (var draft in drafts.Where(draft => draft.Quote is { Act: not QuoteAct.PassedOn, Kind: not QuoteKind.Direct }))
        {
            if (Near(drafts, draft).FirstOrDefault(other => other != draft && other.Quote.Act != QuoteAct.PassedOn && Shares(draft.Quote, other.Quote)) is { } speaker)
            {
                PassOn(draft, speaker);
            }
        }

        nested.RemoveAll(draft => Near(drafts, draft).Any(other => other.Quote.Act != QuoteAct.PassedOn && other.Quote.Content.Any(part => draft.Quote.Content.Contains(part))));
    }

    /// <summary>The reports whose cues stand near a report's, in the order of their cues.</summary>
    private static IEnumerable<QuoteDraft> Near(List<QuoteDraft> drafts, QuoteDraft draft)
    {
        int low = 0, high = drafts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = drafts[middle].Head < draft.Head - FarthestHolder ? (middle + 1, high) : (low, middle);
        }

        for (; low < drafts.Count && drafts[low].Head <= draft.Head + FarthestHolder; low++)
        {
            yield return drafts[low];
        }
    }

    /// <summary>Where an outlet or a document only passes on what another says, the other is the speaker and it is the way.</summary>
    private void PassOn(QuoteDraft outer, QuoteDraft inner)
    {
        if (outer.Quote.Source is not { } source || inner.Quote is not { Source: not null, Act: QuoteAct.Said or QuoteAct.Denied or QuoteAct.PassedOn } || Way(source) is not { } via || !Covers(inner.Quote, outer.Quote))
        {
            return;
        }

        inner.Quote = inner.Quote with { Via = ViaFinder.Join(inner.Quote.Via.Add(via).AddRange(outer.Quote.Via)) };
        outer.Quote = outer.Quote with { Act = QuoteAct.PassedOn };
    }

    /// <summary>Takes ", Reuters reported" off the end of what somebody said: it is who passed it on.</summary>
    private void CutTail(QuoteDraft draft)
    {
        var quote = draft.Quote;
        var part = quote.Content[^1];
        var (first, end) = _document.TokensOf(part);
        var cue = end - 1;
        while (cue > first && (_document.Tokens[cue].Tag == PartOfSpeech.Punct || _document.Form(cue) is "on" || _document.Form(cue).EndsWith("day", StringComparison.Ordinal)))
        {
            cue--;
        }

        if (_document.Tokens[cue].Lemma is not ("report" or "say" or "write" or "quote") || !_document.Tokens[cue].Penn.IsFinite() || scene.MarksIn(_document.Tokens[cue].Span).Any())
        {
            return;
        }

        for (var comma = cue - 1; comma > first && end - comma <= LongestTail; comma--)
        {
            if (scene.MarksIn(_document.Tokens[comma].Span).Any() || _document.Form(comma) is ",")
            {
                var name = new TextSpan(_document.Tokens[comma + 1].Start, _document.Tokens[cue - 1].End);
                if (comma + 1 < cue && vias.Read(name) is { } via)
                {
                    Cut(draft, via, new TextSpan(part.Start, scene.MarksIn(_document.Tokens[comma].Span).Any() ? _document.Tokens[comma].End : _document.Tokens[comma].Start), new TextSpan(_document.Tokens[comma + 1].Start, part.End));
                }

                return;
            }
        }
    }

    private static void Cut(QuoteDraft draft, Via via, TextSpan rest, TextSpan tail)
    {
        if (rest.IsEmpty || draft.Quote.Quoted.Any(tail.Overlaps))
        {
            return;
        }

        draft.Tail = tail;
        draft.Quote = draft.Quote with { Content = draft.Quote.Content.SetItem(draft.Quote.Content.Length - 1, rest), Via = ViaFinder.Join(draft.Quote.Via.Add(via)) };
    }

    /// <summary>The report that an outlet's report holds, read off the tree; null where it holds none ("The Times says the letter calls for …").</summary>
    private QuoteDraft? InnerOf(QuoteDraft outer)
    {
        if (outer.Head < 0 || outer.Quote.Kind == QuoteKind.Direct || outer.Quote.Source is not { } source || Way(source) is null)
        {
            return null;
        }

        var (verb, said) = ClauseOf(outer.Head) is var (clause, subject) ? (clause, scene.NounPhrase(subject)) : DocumentIn(outer.Quote.Content[0]);
        var part = verb < 0 ? default : outer.Quote.Content.FirstOrDefault(part => part.Contains(_document.Tokens[verb].Start));
        if (part.IsEmpty || _document.Tokens[verb].End >= part.End || CueLexicon.Find(_document.Tokens[verb].Lemma) is not { Class: not ("believe" or "find" or "praise") } || scene.MarksIn(_document.Tokens[verb].Span).Any())
        {
            return null;
        }

        var last = verb + 1 < _document.Tokens.Length && _document.Form(verb + 1) is "for" or "on" && _document.Tokens[verb].Lemma == "call" ? verb + 1 : verb;
        var cue = new TextSpan(_document.Tokens[verb].Start, _document.Tokens[last].End);
        var words = new TextSpan(cue.End, Math.Max(cue.End, part.End));
        ImmutableArray<TextSpan> content = [words, .. outer.Quote.Content.Where(other => other.Start >= part.End)];
        return words.IsEmpty ? null : maker.Make(new FoundReport(verb, 0, [said], [cue], content), "outlet-passes-on", isNested: true);
    }

    /// <summary>The clause that a cue reports and who does what it tells.</summary>
    private (int Verb, int Subject)? ClauseOf(int cue)
    {
        var verb = scene.Tree.Child(cue, Relation.ClausalComplement);
        var subject = verb < 0 || !_document.Tokens[verb].Penn.IsVerb() ? -1 : scene.Tree.Doer(verb);
        return subject >= 0 && subject < verb && SourceNouns.CanSpeak(_document, subject) ? (verb, subject) : null;
    }

    /// <summary>A document that opens the content, and the word behind it, read off the words alone: "the letter calls" is often taken for a noun.</summary>
    private (int Verb, TextSpan Source) DocumentIn(TextSpan content)
    {
        var (first, end) = _document.TokensOf(content);
        first = first < end && _document.Form(first) is "that" ? first + 1 : first;
        for (var i = first; i + 1 < end && i < first + 5 && _document.Tokens[i].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct or PartOfSpeech.Adp); i++)
        {
            if (i > first && SourceNouns.IsDocument(_document.Tokens[i].Lemma) && _document.Form(i + 1) is [.., 's'] or [.., 'e', 'd'] && CueLexicon.Find(_document.Tokens[i + 1].Lemma) is not null)
            {
                return (i + 1, new TextSpan(_document.Tokens[first].Start, _document.Tokens[i].End));
            }
        }

        return (-1, default);
    }

    /// <summary>The outlet or agency that a source names, or the document or recording that it is.</summary>
    private Via? Way(TextSpan source)
    {
        if (vias.Read(source) is { } via)
        {
            return via;
        }

        var head = scene.Tree.Head(source);
        return head >= 0 && _document.Tokens[head].Tag == PartOfSpeech.Noun && (SourceNouns.IsDocument(_document.Tokens[head].Lemma) || MediaTable.IsNoun(_document.Tokens[head].Lemma))
            ? new Via(string.Join(' ', source.Of(_document.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), source) { Kind = ViaKind.Document } : null;
    }

    /// <summary>Whether most of what an outlet's report holds is what another is reported as saying.</summary>
    private static bool Shares(Quote outer, Quote inner) =>
        inner.Source is not null && inner.Cue is not null && inner.Content.All(part => outer.Content.Any(own => own.Overlaps(part)))
        && 2 * inner.Content.Sum(part => outer.Content.Sum(own => Math.Max(0, Math.Min(own.End, part.End) - Math.Max(own.Start, part.Start)))) >= outer.Content.Sum(part => part.Length);

    private static bool Holds(Quote outer, Quote inner) => inner.Cue is { } cue && outer.Content.Any(part => part.Contains(cue));

    private static bool Covers(Quote inner, Quote outer) =>
        2 * (inner.Content.Sum(part => part.Length) + inner.Cue!.Value.Length + inner.Source!.Value.Length) >= outer.Content.Sum(part => part.Length);
}
