using Variorum.Annotating;
using Variorum.Tracing;

namespace Variorum.Quoting;

/// <summary>Which reports an account may print as somebody's words.</summary>
/// <remarks><b>Method.</b> The models find attitudes and snatches too, and now and then take the hearer or the dateline for
/// who spoke. Words in marks are printed whatever they are; others only where they state something and a source stands
/// where a source can. A source that cannot be one is taken off: no speaker is better than a wrong one.</remarks>
internal sealed class Tellable(Article article, Document document, Tree tree)
{
    private const int FewestWords = 3;

    /// <summary>The quote without a source that cannot be one.</summary>
    public Quote Mend(Quote quote) => quote.Source is { } source && !CanBeSource(source, quote) ? quote with { Source = null, Speaker = null, Rule = quote.Rule + "/no-source" } : quote;

    /// <summary>Whether it states something, or stands in marks.</summary>
    public bool IsStatement(Quote quote) => !quote.Quoted.IsEmpty || quote.Kind == QuoteKind.Direct || quote.Cue is null || (!IsFurniture(quote) && quote.Source is { } source && IsSomebody(source) && !IsDoneTo(quote, source) && quote.Content.Any(States));

    /// <summary>"AP: …" beneath a picture, "Continue reading …": the page's own words.</summary>
    private bool IsFurniture(Quote quote) =>
        quote.Cue is { } cue && cue.Of(document.Text) is ":" && quote.Source is { } source && MediaTable.UsualName(source.Of(document.Text)) is not null
        || quote.Cue is { } invites && invites.End <= quote.Content[0].Start && LineKinds.IsFurniture(invites.Union(quote.Content[0]).Of(document.Text)) && document.Tokens[Math.Max(0, tree.Head(invites))].Lemma is "continue" or "read";

    /// <summary>"You ever get the bill and wonder why": nobody's words.</summary>
    private bool IsSomebody(TextSpan source) => source.Of(document.Text).ToLowerInvariant() is not ("you" or "one" or "anyone" or "everyone" or "anybody" or "everybody" or "let" or "us");

    /// <summary>"sales demanded by regulators": what a passive participle describes does not speak.</summary>
    private bool IsDoneTo(Quote quote, TextSpan source)
    {
        var cue = quote.Cue!.Value;
        if (source.End <= cue.Start && cue.Of(document.Text).EndsWith(" by", StringComparison.Ordinal))
        {
            return true;
        }

        var verb = tree.Head(cue);
        return verb >= 0 && document.Tokens[verb] is { Penn: PennTag.VBN, Relation: Relation.NounClause, Head: >= 0 and var noun } && source.Contains(document.Tokens[noun].Start)
            && verb + 1 < document.Tokens.Length && document.Form(verb + 1) is "by";
    }

    private bool States(TextSpan content)
    {
        var (first, end) = document.TokensOf(content);
        var (words, verbs) = (0, 0);
        for (var i = first; i < end; i++)
        {
            var tag = document.Tokens[i].Tag;
            words += tag == PartOfSpeech.Punct ? 0 : 1;
            verbs += i > first && tag is PartOfSpeech.Verb or PartOfSpeech.Aux ? 1 : 0;
        }

        return words >= FewestWords && verbs > 0;
    }

    private bool CanBeSource(TextSpan source, Quote quote)
    {
        if (article.Dateline is { } dateline && dateline.Span.Overlaps(source))
        {
            return false;
        }

        var (first, end) = document.TokensOf(source);
        if (first >= end || document.Form(first) is "including" or "such" || first > 0 && document.Tokens[first - 1].Lemma == "tell")
        {
            return false;
        }

        // who was told stands where an object does
        var head = tree.Head(source);
        var token = document.Tokens[head];
        return !(quote.Cue is { } cue && token.Relation is Relation.Object or Relation.IndirectObject && token.Head >= 0 && document.Tokens[token.Head].Lemma == "tell"
            && cue.Overlaps(document.Tokens[token.Head].Span));
    }
}
