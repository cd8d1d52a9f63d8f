using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>Where one article prints a wording of an utterance.</summary>
/// <param name="Citation">The words.</param>
/// <param name="Via">Through whom this article says they reached it, nearest to the speaker first.</param>
public sealed record Printing(Citation Citation, ImmutableArray<string> Via);

/// <summary>Finds the printings of a wording.</summary>
public static class Printings
{
    /// <summary>One for each article that prints it, in the wording's order.</summary>
    public static ImmutableArray<Printing> Of(Story story, Utterance utterance, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(utterance);
        ArgumentNullException.ThrowIfNull(wording);
        return [.. wording.Articles.Select(article => Print(story, utterance, wording, article))];
    }

    private static Printing Print(Story story, Utterance utterance, Wording wording, int article)
    {
        var quotes = utterance.Quotes.Where(place => place.Article == article).Select(place => story.Readings[article].Quotes[place.Quote]).ToArray();
        var own = article == wording.Citation.Article
            ? quotes.Where(quote => quote.Extent.Overlaps(wording.Citation.Span)).ToArray()
            : [.. quotes.OrderByDescending(quote => Nearness(story, wording, article, quote)).Take(1)];
        var place = article == wording.Citation.Article ? wording.Citation : new Citation(article, own.Length > 0 ? own[0].Extent : quotes[0].Extent);
        return new Printing(place, [.. own.SelectMany(quote => quote.Via).Select(via => via.Name).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>How many letters of the wording the quote has at the same place, from its beginning on; less for what it has more.</summary>
    private static int Nearness(Story story, Wording wording, int article, Quote quote)
    {
        var words = QuotedWords.OneLine(wording.Citation.Span.Of(story.Readings[wording.Citation.Article].Article.Text));
        var own = QuotedWords.OneLine(quote.Extent.Of(story.Readings[article].Article.Text));
        return words.AsSpan().CommonPrefixLength(own) - Math.Abs(words.Length - own.Length);
    }
}
