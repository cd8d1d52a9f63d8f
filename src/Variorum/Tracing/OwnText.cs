using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>What an article says in its own words: quoted speech, datelines, credits and furniture are left out.</summary>
/// <param name="Words">How many words it has.</param>
/// <param name="Sentences">Those with enough words to tell a copy from chance, in the text's order.</param>
internal sealed record OwnText(int Words, ImmutableArray<OwnSentence> Sentences)
{
    /// <summary>Fewer words are shared by chance ("he told a news conference on Friday").</summary>
    private const int LeastWords = 6;

    /// <summary>What stands beyond is a table or a list, not a sentence.</summary>
    private const int MostWords = 120;

    /// <summary>What stands beyond is a book or a broken page, not a report.</summary>
    private const int MostSentences = 5000;

    private static readonly Lazy<FrozenSet<string>> Boilerplate = new(() => Lexicon.Words("boilerplate-phrases"));

    /// <param name="reading">The article.</param>
    /// <param name="vocabulary">Numbers of words, shared by the articles that are compared; grows.</param>
    public static OwnText Of(Reading reading, Dictionary<string, int> vocabulary)
    {
        var mask = SpeechMask.Of(reading);
        var start = reading.Article.Dateline?.Span.End ?? 0;
        var sentences = ImmutableArray.CreateBuilder<OwnSentence>();
        var total = 0;
        for (var i = 0; i < reading.Document.Sentences.Length && sentences.Count < MostSentences; i++)
        {
            var sentence = reading.Document.Sentences[i];
            if (sentence.IsHeading || IsBoilerplate(reading.Document.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)))
            {
                continue;
            }

            var own = Collect(reading.Document, sentence, i, start, mask, vocabulary);
            total += own.Words.Length;
            if (own.Words.Length >= LeastWords)
            {
                sentences.Add(own);
            }
        }

        return new OwnText(total, sentences.ToImmutable());
    }

    /// <remarks>A sentence that is mostly quotation, or that speaks in the first person without quotation marks (a post, a
    /// transcript), is somebody's speech: it keeps no words.</remarks>
    private static OwnSentence Collect(Document document, Sentence sentence, int index, int start, SpeechMask mask, Dictionary<string, int> vocabulary)
    {
        var words = ImmutableArray.CreateBuilder<int>();
        var tokens = ImmutableArray.CreateBuilder<int>();
        var (quoted, speaks) = (0, false);
        for (var i = sentence.First; i < sentence.End && words.Count < MostWords; i++)
        {
            var token = document.Tokens[i];
            if (token.Start < start || !char.IsLetterOrDigit(document.Text[token.Start]))
            {
                continue;
            }

            if (mask.Hides(token.Start))
            {
                quoted++;
                continue;
            }

            speaks |= IsFirstPerson(document.Form(i));
            words.Add(Number(document.Form(i).ToString().ToLowerInvariant(), vocabulary));
            tokens.Add(i);
        }

        return speaks || quoted > words.Count ? new OwnSentence(index, [], []) : new OwnSentence(index, words.ToImmutable(), tokens.ToImmutable());
    }

    private static bool IsFirstPerson(ReadOnlySpan<char> word) =>
        word is "I" or "me" or "my" or "My" or "we" or "We" or "our" or "Our" or "I'm" or "I’m" or "myself";

    private static int Number(string word, Dictionary<string, int> vocabulary)
    {
        if (!vocabulary.TryGetValue(word, out var number))
        {
            vocabulary.Add(word, number = vocabulary.Count);
        }

        return number;
    }

    private static bool IsBoilerplate(ReadOnlySpan<char> sentence)
    {
        foreach (var phrase in Boilerplate.Value)
        {
            if (sentence.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A sentence's own words.</summary>
/// <param name="Index">Index into <see cref="Document.Sentences"/>.</param>
/// <param name="Words">Their numbers.</param>
/// <param name="Tokens">Their tokens.</param>
internal sealed record OwnSentence(int Index, ImmutableArray<int> Words, ImmutableArray<int> Tokens);
