using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>Where one article prints a wording of an utterance.</summary>
/// <param name="Citation">The words.</param>
/// <param name="Setting">What this article says of their way: "via Reuters", "to Lind", "in a letter".</param>
public sealed record Printing(Citation Citation, ImmutableArray<string> Setting);

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
        var places = utterance.Quotes.Where(place => place.Article == article);
        if (article == wording.Citation.Article)
        {
            return new Printing(wording.Citation, SpeakerLines.Setting(story, [.. places.Where(place => place.Span.Overlaps(wording.Citation.Span))]));
        }

        var nearest = places.MaxBy(place => Nearness(story, wording, place));
        return new Printing(new Citation(article, nearest.Span), SpeakerLines.Setting(story, [nearest]));
    }

    /// <summary>How many letters of the wording the place has too, from its beginning on; less for what one has more than the other.</summary>
    private static int Nearness(Story story, Wording wording, QuotePart place)
    {
        var words = QuotedWords.OneLine(wording.Citation.Span.Of(story.Readings[wording.Citation.Article].Article.Text));
        var own = QuotedWords.OneLine(place.Span.Of(story.Readings[place.Article].Article.Text));
        return words.AsSpan().CommonPrefixLength(own) - Math.Abs(words.Length - own.Length);
    }
}
