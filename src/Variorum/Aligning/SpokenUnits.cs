using System.Collections.Immutable;
using Variorum.Quoting;

namespace Variorum.Aligning;

/// <summary>Cuts the quotes of a story into their sentences.</summary>
internal static class SpokenUnits
{
    /// <summary>Sentences are shorter; of a longer run so much is compared, since comparing grows with the square.</summary>
    private const int MostTokens = 200;

    /// <summary>A word of no more letters may be small in a title.</summary>
    private const int LongestSmallWord = 3;

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
                if (reading.Quotes[quote].Act is not (QuoteAct.Said or QuoteAct.Denied or QuoteAct.Fragment))
                {
                    continue;
                }

                int? speaker = reading.Quotes[quote].Speaker is { } chain && entities.TryGetValue((article, chain), out var entity) ? entity : null;
                Add(units, story, (article, quote), speaker);
            }
        }

        return units.ToImmutable();
    }

    private static void Add(ImmutableArray<SpokenUnit>.Builder units, Story story, (int Article, int Quote) place, int? speaker)
    {
        var reading = story.Readings[place.Article];
        var (quote, order) = (reading.Quotes[place.Quote], 0);
        var (isNamed, source) = speaker is { } known ? (IsNamed(story, known), Called(story.Entities[known])) : (false, SourceOf(reading, quote));
        var marked = quote.Quoted.Where(part => !IsTitle(reading.Document, part)).ToList();
        foreach (var span in quote.Content.SelectMany(part => Sentences(reading.Document, part)))
        {
            units.Add(new SpokenUnit(
                new QuotePart(place.Article, place.Quote, span), order++, speaker, isNamed, source, Words(reading.Document, span), [.. Runs(reading.Document, span, isWhole: true).SelectMany(run => run)],
                [.. marked.Where(span.Overlaps).SelectMany(part => Runs(reading.Document, new TextSpan(Math.Max(part.Start, span.Start), Math.Min(part.End, span.End))))],
                [.. marked.Where(span.Overlaps).Select(part => Words(reading.Document, new TextSpan(Math.Max(part.Start, span.Start), Math.Min(part.End, span.End))))],
                Words(reading.Document, span, isName: true)));
        }
    }

    /// <summary>Whether an article calls the entity by a name, not by a description alone.</summary>
    private static bool IsNamed(Story story, int entity) => story.Entities[entity].Chains.Any(place =>
        story.Readings[place.Article] is var reading && reading.Chains[place.Chain].Mentions.Any(mention => reading.Mentions[mention].Kind == MentionKind.Name));

    private static ImmutableArray<string> Called(Entity entity) => [.. entity.Roles.Prepend(entity.Name).SelectMany(name => name.ToLowerInvariant().Split([' ', '-', '’', '\''], StringSplitOptions.RemoveEmptyEntries)).Where(IsNaming).Distinct(StringComparer.Ordinal)];

    /// <summary>The words for a source; a pronoun and "the letter" name nobody.</summary>
    private static ImmutableArray<string> SourceOf(Reading reading, Quote quote)
    {
        ImmutableArray<string> words = quote.Source is { } span ? [.. Words(reading.Document, span).Select(Plain).Where(IsNaming).Distinct(StringComparer.Ordinal)] : [];
        return words.Length < 3 && words.Any(SourceNouns.IsDocument) && !words.Any(MediaTable.IsNoun) ? [] : words;
    }

    private static string Plain(string word) => word is "spokesperson" or "spokeswoman" or "spokespeople" ? "spokesman" : word.TrimStart('@');

    private static bool IsNaming(string word) =>
        word.Length > 2 && word is not ("the" or "she" or "they" or "who" or "which" or "that" or "and" or "for" or "another" or "one" or "some" or "its" or "his" or "her" or "their" or "'s" or "’s");

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

    /// <summary>The words as printed, cut where marks open and close again: what a speaker quotes is another's.</summary>
    private static List<ImmutableArray<string>> Runs(Document document, TextSpan span, bool isWhole = false)
    {
        var (first, end) = document.TokensOf(span);
        var (runs, run, isInner) = (new List<ImmutableArray<string>>(), ImmutableArray.CreateBuilder<string>(), false);
        for (var i = first; i < Math.Min(end, first + MostTokens); i++)
        {
            if (document.Tokens[i].Tag == PartOfSpeech.Punct && document.Form(i) is "'" or "‘" or "’" or "\"" or "“" or "”")
            {
                runs.AddRange(isInner || run.Count == 0 ? [] : [run.ToImmutable()]);
                run.Clear();
                isInner = !isInner && !isWhole;
            }
            else if (document.Tokens[i].Tag != PartOfSpeech.Punct && document.Form(i).ContainsAnyInRange('0', 'z'))
            {
                run.Add(document.Form(i).ToString().ToLowerInvariant());
            }
        }

        runs.AddRange(isInner || run.Count == 0 ? [] : [run.ToImmutable()]);
        return runs;
    }

    /// <summary>Whether words in marks are a title, set in capitals: what is called so by everybody is no wording of anybody's.</summary>
    private static bool IsTitle(Document document, TextSpan span)
    {
        var (first, end) = document.TokensOf(span);
        var capitals = 0;
        for (var i = first; i < end; i++)
        {
            var isCapital = char.IsUpper(document.Text[document.Tokens[i].Start]);
            if (!isCapital && document.Form(i).Length > LongestSmallWord || isCapital && document.Tokens[i].Tag == PartOfSpeech.Adj)
            {
                return false;
            }

            capitals += isCapital ? 1 : 0;
        }

        return capitals > 1;
    }

    private static ImmutableArray<string> Words(Document document, TextSpan span, bool isName = false)
    {
        var (first, end) = document.TokensOf(span);
        end = Math.Min(end, first + MostTokens);
        var words = ImmutableArray.CreateBuilder<string>(end - first);
        for (var i = first; i < end; i++)
        {
            if (document.Tokens[i].Tag is var tag && (isName ? tag == PartOfSpeech.Propn : tag != PartOfSpeech.Punct) && document.Tokens[i].Lemma.AsSpan().ContainsAnyInRange('0', 'z'))
            {
                words.Add(document.Tokens[i].Lemma.ToLowerInvariant());
            }
        }

        return words.ToImmutable();
    }
}
