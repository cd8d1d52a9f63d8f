using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>Its claims, conflicts, utterances and labels.</summary>
internal sealed partial class StoryJson
{
    private void WriteUtterance(Utterance utterance, int index)
    {
        json.WriteString("id", "u" + (index + 1));
        json.WriteStartObject("speaker");
        json.WriteString("name", utterance.SpeakerName);
        json.WriteString("entity", utterance.Speaker is { } entity ? "e" + (entity + 1) : null);
        json.WriteString("role", utterance.Role);
        json.Source(utterance.Quotes.Select(QuoteAt).Select(quote => quote.Described).FirstOrDefault(described => described is not null && utterance.IsUnnamed));
        json.WriteEndObject();
        json.WriteString("kind", JsonShapes.Name(QuoteAt(utterance.Quotes[0]).Kind));
        var cut = CutQuotes.Of(story, utterance);
        WriteAll("utterances", utterance.Quotes, (place, i) => WriteQuote(place, QuoteAt(place), cut[i]));
        WriteAll("wordings", utterance.Wordings, WriteWording);
        json.WriteString("rule", utterance.Rule);
    }

    private Quote QuoteAt(QuotePart place) => story.Readings[place.Article].Quotes[place.Quote];

    private void WriteQuote(QuotePart place, Quote quote, bool? isCut)
    {
        var text = story.Readings[place.Article].Article.Text;
        WritePlace(place.Article, place.Span);
        json.WriteString("kind", JsonShapes.Name(quote.Kind));
        json.Pairs("parts", Within(place.Span, quote.Content));
        json.Pairs("quoted", Within(place.Span, quote.Quoted));
        WriteSpan("cue", quote.Cue, text);
        json.WriteString("source", quote.Source?.Of(text));
        WriteSpan("sourceSpan", quote.Source, text);
        json.Strings("via", quote.Via.Select(via => via.Name));
        WriteAll("chain", quote.Via, (via, _) =>
        {
            json.WriteString("name", via.Name);
            json.WriteString("kind", JsonShapes.Name(via.Kind));
            json.Place(via.Span);
            json.WriteString("text", via.Span.Of(text));
        });
        json.WriteString("act", JsonShapes.Name(quote.Act));
        json.WriteString("stance", JsonShapes.Name(quote.Stance));
        WriteAddressee(place.Article, quote, text);
        WriteSpan("occasion", quote.Occasion, text);
        json.WriteBoolean("nested", quote.IsNested);
        if (isCut is { } cut)
        {
            json.WriteBoolean("complete", !cut);
        }
        else
        {
            json.WriteNull("complete");
        }

        json.WriteString("rule", quote.Rule);
    }

    private void WriteAddressee(int article, Quote quote, string text)
    {
        if (quote.Addressee is not { } addressee)
        {
            json.WriteNull("addressee");
            return;
        }

        json.WriteStartObject("addressee");
        json.WriteString("name", SpeakerLines.Hearer(story, article, addressee));
        json.Place(addressee.Span);
        json.WriteString("text", addressee.Span.Of(text));
        json.WriteEndObject();
    }

    private static ImmutableArray<TextSpan> Within(TextSpan part, ImmutableArray<TextSpan> spans) =>
        [.. spans.Where(part.Overlaps).Select(span => new TextSpan(Math.Max(span.Start, part.Start), Math.Min(span.End, part.End)))];

    private void WriteSpan(string name, TextSpan? span, string text)
    {
        if (span is not { } place)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.Place(place);
        json.WriteString("text", place.Of(text));
        json.WriteEndObject();
    }

    private void WriteWording(Wording wording, int index)
    {
        json.WriteString("text", Words(wording.Citation));
        WriteArticles("articles", wording.Articles);
        WriteEvidence([wording.Citation]);
    }

    private void WriteArticles(string name, ImmutableArray<int> articles) => json.Strings(name, articles.Select(article => edition.Id(story, article)));

    private void WriteClaim(ClaimGroup group, int index)
    {
        json.WriteString("id", "c" + (index + 1));
        json.WriteString("text", group.Text);
        json.WriteString("agreement", JsonShapes.Name(group.Agreement));
        json.WriteNumber("families", group.Families);
        WriteAll("evidence", group.Evidence, (evidence, _) =>
        {
            var claim = story.Readings[evidence.Article].Claims[evidence.Claim];
            WritePlace(evidence.Article, claim.Span);
            json.WriteString("stance", JsonShapes.Name(claim.Stance));
            json.Strings("sources", claim.Sources);
            json.Strings("via", claim.Via);
            json.WriteString("rule", claim.Rule);
        });
        WriteArticles("omittedBy", group.OmittedBy);
        json.WriteString("rule", group.Rule);
    }

    private void WriteConflict(Conflict conflict, int index)
    {
        json.WriteString("id", "k" + (index + 1));
        json.WriteString("about", conflict.About);
        json.WriteString("kind", JsonShapes.Name(conflict.Kind));
        json.WriteString("claim", conflict.Group is { } group ? "c" + (group + 1) : null);
        WriteAll("values", conflict.Values, (value, _) =>
        {
            json.WriteString("value", value.Value);
            json.WriteString("text", value.Text);
            WriteEvidence(value.Evidence);
        });
        json.WriteString("rule", conflict.Rule);
    }

    private void WriteLabels(LabelSet labels, int index)
    {
        json.WriteString("entity", labels.Entity is { } entity ? "e" + (entity + 1) : null);
        WriteAll("variants", labels.Variants, (variant, _) =>
        {
            json.WriteString("text", Words(variant));
            json.WriteString("article", edition.Id(story, variant.Article));
            json.Place(variant.Span);
        });
        json.WriteString("rule", labels.Rule);
    }
}
