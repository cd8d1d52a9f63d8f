namespace Variorum.Clustering;

/// <summary>The words of an article that can say what it is about, as dictionary forms in lower case.</summary>
internal static class ArticleTerms
{
    /// <summary>One word of the text.</summary>
    /// <param name="Token">Its token's index.</param>
    /// <param name="Word">Its dictionary form.</param>
    /// <param name="IsName">Whether it is written as a name: a capital that no sentence's start asks for.</param>
    internal readonly record struct Term(int Token, string Word, bool IsName);

    public static IEnumerable<Term> OfText(Document document)
    {
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var token = document.Tokens[i];
                if (Counts(token.Tag) && Word(document, token) is { } word)
                {
                    yield return new Term(i, word, i > sentence.First && !sentence.IsHeading && char.IsUpper(document.Text[token.Start]));
                }
            }
        }
    }

    /// <summary>The headline's words, brought to dictionary form by what the text itself shows.</summary>
    public static IEnumerable<string> OfHeadline(Reading reading)
    {
        if (reading.Article.Headline is not { } headline)
        {
            yield break;
        }

        var forms = Forms(reading.Document);
        for (var start = 0; start < headline.Length;)
        {
            var end = start;
            while (end < headline.Length && char.IsLetterOrDigit(headline[end]))
            {
                end++;
            }

            if (end - start > 1)
            {
                var form = headline[start..end].ToLowerInvariant();
                if (forms.GetValueOrDefault(form, form) is { Length: > 0 } word)
                {
                    yield return word;
                }
            }

            start = end + 1;
        }
    }

    private static string? Word(Document document, Token token)
    {
        if (token.End - token.Start < 2 || !char.IsLetterOrDigit(document.Text[token.Start]))
        {
            return null;
        }

        return (token.Lemma.Length > 0 ? token.Lemma : token.Span.Of(document.Text)).ToLowerInvariant();
    }

    /// <summary>Lower-case forms and what they count as; empty for a word that does not count.</summary>
    private static Dictionary<string, string> Forms(Document document)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in document.Tokens)
        {
            forms.TryAdd(token.Span.Of(document.Text).ToLowerInvariant(), Counts(token.Tag) ? Word(document, token) ?? "" : "");
        }

        return forms;
    }

    private static bool Counts(PartOfSpeech tag) => tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Verb
        or PartOfSpeech.Adj or PartOfSpeech.Adv or PartOfSpeech.Num or PartOfSpeech.X;
}
