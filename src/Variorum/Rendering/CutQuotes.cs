using System.Collections.Immutable;
using System.Text;

namespace Variorum.Rendering;

/// <summary>Which quotes of one utterance are pieces of a longer one.</summary>
internal static class CutQuotes
{
    /// <summary>For each quote of the utterance, whether another prints its words and more; null for an indirect one, which has no words to cut.</summary>
    public static ImmutableArray<bool?> Of(Story story, Utterance utterance)
    {
        var words = utterance.Quotes.Select(place => Fold(story.Readings[place.Article], place)).ToArray();
        return [.. words.Select((own, i) => own is null ? null : (bool?)words.Any(other => other is not null && other.Length > own.Length && other.Contains(own, StringComparison.Ordinal)))];
    }

    /// <summary>The words alone, lower case, each between two spaces; null for an indirect quote.</summary>
    private static string? Fold(Reading reading, QuotePart place)
    {
        var quote = reading.Quotes[place.Quote];
        if (quote.Kind == QuoteKind.Indirect)
        {
            return null;
        }

        var folded = new StringBuilder(" ");
        foreach (var whole in (quote.Kind == QuoteKind.Mixed ? quote.Quoted : quote.Content).Where(place.Span.Overlaps))
        {
            var part = new TextSpan(Math.Max(whole.Start, place.Span.Start), Math.Min(whole.End, place.Span.End));
            foreach (var c in part.Of(reading.Article.Text))
            {
                if (char.IsLetterOrDigit(c))
                {
                    folded.Append(char.ToLowerInvariant(c));
                }
                else if (folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }

            if (folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }
}
