using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Finds who is reported as saying what: direct, indirect and mixed speech.</summary>
/// <remarks>
/// <para><b>Method.</b> Quotation marks are paired first; sentences are then read with each marked stretch as one word,
/// reporting verbs are looked up in the cue lexicon, and ordered rules read source and content off the parts of speech
/// around them. A marked stretch without a cue goes to the speaker before it, or to nobody.</para>
/// <para><b>Order.</b> By where the content begins. <b>Errors.</b> Never throws on what a text contains. <b>Cost.</b> Linear.</para>
/// </remarks>
internal sealed class QuoteFinder(Models models)
{
    public ImmutableArray<Quote> Find(Article article, Document document, ImmutableArray<Mention> mentions, ImmutableArray<Chain> chains)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(article);
        var marked = QuotationMarks.Pair(document.Text, document.Paragraphs);
        var speakers = new SpeakerFinder(mentions);
        var turns = new Turns(document.Text, marked, speakers, chains);
        foreach (var frame in new FrameReader(document, marked).Read())
        {
            turns.Add(frame);
        }

        return BorrowedSource.Drop([.. turns.Quotes().Concat(PostFinder.Find(document, speakers)).OrderBy(quote => quote.Content[0].Start).ThenBy(quote => quote.Content[^1].End)]);
    }
}
