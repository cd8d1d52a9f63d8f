using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>A noun with the words that stand before it and belong to it; articles and possessors are not in it.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last, the noun itself.</param>
internal readonly record struct NounPhrase(int First, int End)
{
    public int Head => End - 1;

    public TextSpan Span(Document document) => new(document.Tokens[First].Start, document.Tokens[Head].End);

    /// <summary>The dictionary forms of its words, lower case, numbers and marks left out.</summary>
    public ImmutableSortedSet<string> Content(Document document)
    {
        var words = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        for (var i = First; i < End; i++)
        {
            var token = document.Tokens[i];
            if (token.Tag is not PartOfSpeech.Num && char.IsLetter(document.Text[token.Start]))
            {
                words.Add(Lemma(document, i));
            }
        }

        return words.ToImmutable();
    }

    public static string Lemma(Document document, int token) =>
        (document.Tokens[token].Lemma is { Length: > 0 } lemma ? lemma : document.Form(token).ToString()).ToLowerInvariant();

    /// <summary>The phrases of a stretch of tokens, in order; they do not overlap.</summary>
    public static IEnumerable<NounPhrase> In(Document document, int first, int end)
    {
        for (var i = first; i < end;)
        {
            var stop = Extend(document, i, end);
            var head = stop;
            while (head > i && document.Tokens[head - 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn))
            {
                head--;
            }

            var start = i;
            while (start < head && document.Tokens[start].Tag == PartOfSpeech.Num && !IsHyphen(document, start + 1))
            {
                start++;
            }

            if (head > start)
            {
                yield return new NounPhrase(start, head);
            }

            i = Math.Max(stop, i + 1);
        }
    }

    /// <summary>The phrase that ends right before <paramref name="end"/>; null without one.</summary>
    public static NounPhrase? Before(Document document, int first, int end)
    {
        foreach (var phrase in In(document, first, end))
        {
            if (phrase.End == end)
            {
                return phrase;
            }
        }

        return null;
    }

    private static int Extend(Document document, int start, int end)
    {
        var i = start;
        while (i < end && (Belongs(document.Tokens[i].Tag) || IsHyphenated(document, i, end)))
        {
            i++;
        }

        return i;
    }

    private static bool Belongs(PartOfSpeech tag) => tag is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num;

    /// <summary>A hyphen within a word, or a word that a hyphen ties to its neighbour ("Iran-backed").</summary>
    private static bool IsHyphenated(Document document, int token, int end) =>
        (IsHyphen(document, token) && token + 1 < end && token > 0 && Touches(document, token - 1) && Touches(document, token))
        || (token > 0 && IsHyphen(document, token - 1) && Touches(document, token - 1))
        || (token + 2 < end && IsHyphen(document, token + 1) && Touches(document, token) && Touches(document, token + 1) && char.IsLetter(document.Text[document.Tokens[token].Start]));

    private static bool IsHyphen(Document document, int token) => token < document.Tokens.Length && document.Form(token) is "-" or "‑";

    private static bool Touches(Document document, int token) => token + 1 < document.Tokens.Length && document.Tokens[token].End == document.Tokens[token + 1].Start;
}
