using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Carries the way of words to the reports that it is told of elsewhere: in the sentence before, with the same speaker, or where a document was first named.</summary>
internal sealed class ViaCarrier(QuoteScene scene, ViaFinder vias)
{
    private readonly Document _document = scene.Document;

    /// <summary>Adds to the ways of reports.</summary>
    public void Carry(List<QuoteDraft> drafts)
    {
        var byCue = drafts.Where(draft => draft.Head >= 0).OrderBy(draft => draft.Head).ToList();
        FromSentences(byCue);
        FromDocuments(byCue);
        FromSpeakers(byCue);
    }

    /// <summary>A channel named in a sentence that reports nothing goes with the reports behind it in the paragraph ("…, per the Times. “…” she said").</summary>
    private void FromSentences(List<QuoteDraft> byCue)
    {
        var (next, paragraph, pending) = (0, -1, ImmutableArray<Via>.Empty);
        foreach (var sentence in _document.Sentences)
        {
            pending = sentence.Paragraph == paragraph ? pending : [];
            paragraph = sentence.Paragraph;
            var first = next;
            for (; next < byCue.Count && byCue[next].Head < sentence.End; next++)
            {
                if (byCue[next].Quote is { Via.IsEmpty: true, Act: not QuoteAct.Meant } quote && !pending.IsEmpty)
                {
                    byCue[next].Quote = quote with { Via = pending };
                }
            }

            if (!byCue.Skip(first).Take(next - first).Any(draft => draft.Quote.Quoted.Length > 0) && vias.Asides(sentence).RemoveAll(via => via.Kind == ViaKind.Platform) is { IsEmpty: false } named)
            {
                pending = named;
            }
        }
    }

    /// <summary>What a document that an outlet obtained says, it says through the outlet ("the letter, obtained by the Herald").</summary>
    private void FromDocuments(List<QuoteDraft> byCue)
    {
        var obtained = new Dictionary<string, (int At, Via Via)>(StringComparer.Ordinal);
        for (var i = 2; i + 1 < _document.Tokens.Length; i++)
        {
            if (_document.Form(i) is "by" && _document.Form(i - 1) is "obtained" or "seen" or "reviewed" or "published" or "viewed" or "leaked"
                && Noun(i - 2) is { } noun && vias.Named(i + 1) is { } via)
            {
                obtained.TryAdd(noun, (i, via));
            }
        }

        foreach (var draft in obtained.Count == 0 ? [] : byCue)
        {
            if (draft.Quote is { Via.IsEmpty: true, Source: { } source } quote && scene.Tree.Head(source) is >= 0 and var head
                && obtained.TryGetValue(_document.Tokens[head].Lemma, out var known) && known.At < draft.Head + 40)
            {
                draft.Quote = quote with { Via = [known.Via] };
            }
        }
    }

    /// <summary>The document named right before "obtained by", a comma and an auxiliary passed over.</summary>
    private string? Noun(int before)
    {
        for (var i = before; i >= Math.Max(0, before - 3); i--)
        {
            var token = _document.Tokens[i];
            if (token.Tag == PartOfSpeech.Noun)
            {
                return SourceNouns.IsDocument(token.Lemma) ? token.Lemma : null;
            }
        }

        return null;
    }

    /// <summary>What a speaker goes on to say in the same paragraph came the same way.</summary>
    private void FromSpeakers(List<QuoteDraft> byCue)
    {
        var (before, paragraph) = ((Quote?)null, -1);
        foreach (var draft in byCue.Where(draft => draft.Quote.Act is QuoteAct.Said or QuoteAct.Denied))
        {
            var own = _document.Sentences[Math.Max(0, _document.SentenceAt(_document.Tokens[draft.Head].Start))].Paragraph;
            if (draft.Quote is { Via.IsEmpty: true, Speaker: { } speaker } && before is { } last && own == paragraph && last.Speaker == speaker)
            {
                draft.Quote = draft.Quote with { Via = last.Via };
            }

            (before, paragraph) = (draft.Quote, own);
        }
    }
}
