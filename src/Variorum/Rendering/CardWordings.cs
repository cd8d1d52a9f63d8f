using System.Collections.Immutable;

namespace Variorum.Rendering;

/// <summary>A wording as a card prints it.</summary>
/// <param name="Text">Its words; what the reporter's own words interrupt is one line.</param>
/// <param name="Pieces">The wordings it is made of, in the text's order.</param>
/// <param name="Articles">Who prints it, ascending.</param>
public sealed record CardWording(string Text, ImmutableArray<Wording> Pieces, ImmutableArray<int> Articles);

/// <summary>Lays the wordings of an utterance out: pieces that one quotation prints one after the other are one wording.</summary>
public static class CardWordings
{
    /// <summary>The wordings, the fullest first.</summary>
    public static ImmutableArray<CardWording> Of(Story story, Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(utterance);
        var lines = new List<List<Wording>>();
        foreach (var wording in utterance.Wordings)
        {
            var line = lines.Find(held => AreOne(utterance, held, wording));
            if (line is null)
            {
                lines.Add([wording]);
            }
            else
            {
                line.Add(wording);
            }
        }

        return [.. lines.Select(line => Lay(story, [.. line.OrderBy(wording => wording.Citation.Span.Start)]))];
    }

    /// <summary>Whether the same quotes print a wording beside those of a line.</summary>
    private static bool AreOne(Utterance utterance, List<Wording> line, Wording wording) =>
        line.TrueForAll(held => held.Articles.SequenceEqual(wording.Articles) && held.Citation.Article == wording.Citation.Article
            && Quote(utterance, held.Citation) == Quote(utterance, wording.Citation));

    private static int Quote(Utterance utterance, Citation citation) =>
        utterance.Quotes.Where(part => part.Article == citation.Article && part.Span == citation.Span).Select(part => part.Quote).FirstOrDefault(-1);

    private static CardWording Lay(Story story, Wording[] pieces)
    {
        var texts = pieces.Select((wording, i) => story.Readings[wording.Citation.Article] is var reading && i == 0 ? QuotedWords.Report(reading, wording.Citation.Span) : QuotedWords.Text(reading, wording.Citation.Span));
        return new CardWording(string.Join(" … ", texts), [.. pieces], pieces[0].Articles);
    }
}
