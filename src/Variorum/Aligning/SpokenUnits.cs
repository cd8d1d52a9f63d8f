using System.Collections.Immutable;
using Variorum.Quoting;

namespace Variorum.Aligning;

/// <summary>Cuts the quotes of a story into their sentences.</summary>
internal static class SpokenUnits
{
    /// <summary>Sentences are shorter; of a longer run so much is compared, since comparing grows with the square.</summary>
    private const int MostTokens = 200;

    /// <summary>All units. <b>Order.</b> By article, quote and place.</summary>
    public static ImmutableArray<SpokenUnit> Of(Story story)
    {
        var entities = story.Entities.SelectMany((entity, index) => entity.Chains.Select(chain => (chain, index))).ToDictionary(pair => pair.chain, pair => pair.index);
        var units = ImmutableArray.CreateBuilder<SpokenUnit>();
        for (var article = 0; article < story.Readings.Length; article++)
        {
            var reading = story.Readings[article];
            for (var quote = 0; quote < reading.Quotes.Length; quote++)
            {
                if (reading.Quotes[quote].Act is not (QuoteAct.Said or QuoteAct.Denied))
                {
                    continue;
                }

                int? speaker = reading.Quotes[quote].Speaker is { } chain && entities.TryGetValue((article, chain), out var entity) ? entity : null;
                Add(units, reading, article, quote, speaker, speaker is { } known ? Called(story.Entities[known]) : SourceOf(reading, reading.Quotes[quote]));
            }
        }

        return units.ToImmutable();
    }

    private static void Add(ImmutableArray<SpokenUnit>.Builder units, Reading reading, int article, int index, int? speaker, ImmutableArray<string> source)
    {
        var (quote, order) = (reading.Quotes[index], 0);
        foreach (var span in quote.Content.SelectMany(part => Sentences(reading.Document, part)))
        {
            units.Add(new SpokenUnit(new QuotePart(article, index, span), order++, speaker, source, Words(reading.Document, span), [.. quote.Quoted.Where(span.Contains).Select(part => Words(reading.Document, part)).Where(IsFragment).Select(words => string.Join(' ', words))]));
        }
    }

    private static ImmutableArray<string> Called(Entity entity) => [.. entity.Roles.Prepend(entity.Name).SelectMany(name => name.ToLowerInvariant().Split([' ', '-', '’', '\''], StringSplitOptions.RemoveEmptyEntries)).Where(IsNaming).Distinct(StringComparer.Ordinal)];

    /// <summary>The words for a source; a pronoun and "the letter" name nobody.</summary>
    private static ImmutableArray<string> SourceOf(Reading reading, Quote quote)
    {
        ImmutableArray<string> words = quote.Source is { } span ? [.. Words(reading.Document, span).Select(Plain).Where(IsNaming).Distinct(StringComparer.Ordinal)] : [];
        return words.Length < 3 && words.Any(SourceNouns.IsDocument) && !words.Any(MediaTable.IsNoun) ? [] : words;
    }

    private static string Plain(string word) => word is "spokesperson" or "spokeswoman" or "spokespeople" ? "spokesman" : word;

    private static bool IsNaming(string word) =>
        word.Length > 2 && word is not ("the" or "she" or "they" or "who" or "which" or "that" or "and" or "for" or "another" or "one" or "some" or "its" or "his" or "her" or "their" or "'s" or "’s");

    /// <summary>A few words that are hardly quoted twice by chance.</summary>
    private static bool IsFragment(ImmutableArray<string> words) => words.Length is >= 2 and <= 8 && WordingComparer.Telling(words).Count() >= 2;

    private static IEnumerable<TextSpan> Sentences(Document document, TextSpan part)
    {
        for (var i = Math.Max(0, document.SentenceAt(part.Start)); i < document.Sentences.Length && document.Sentences[i].Span.Start < part.End; i++)
        {
            var sentence = document.Sentences[i].Span;
            var span = new TextSpan(Math.Max(sentence.Start, part.Start), Math.Min(sentence.End, part.End));
            if (!span.IsEmpty)
            {
                yield return span;
            }
        }
    }

    private static ImmutableArray<string> Words(Document document, TextSpan span)
    {
        var (first, end) = document.TokensOf(span);
        end = Math.Min(end, first + MostTokens);
        var words = ImmutableArray.CreateBuilder<string>(end - first);
        for (var i = first; i < end; i++)
        {
            if (document.Tokens[i].Tag != PartOfSpeech.Punct && document.Tokens[i].Lemma.AsSpan().ContainsAnyInRange('0', 'z'))
            {
                words.Add(document.Tokens[i].Lemma.ToLowerInvariant());
            }
        }

        return words.ToImmutable();
    }
}
