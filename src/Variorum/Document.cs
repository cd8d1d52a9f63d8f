using System.Collections.Immutable;

namespace Variorum;

/// <summary>An article's text with its grammar.</summary>
/// <remarks><b>Order.</b> Tokens, sentences and paragraphs stand in the order of the text and do not overlap.</remarks>
/// <param name="Text">The article's text.</param>
/// <param name="Tokens">All words and marks.</param>
/// <param name="Sentences">All sentences; together they hold every token.</param>
/// <param name="Paragraphs">All paragraphs, without the blank lines between them.</param>
public sealed record Document(string Text, ImmutableArray<Token> Tokens, ImmutableArray<Sentence> Sentences, ImmutableArray<TextSpan> Paragraphs)
{
    /// <summary>The words of a token as they stand in the text.</summary>
    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    /// <summary>Index of the sentence that holds <paramref name="offset"/>, or of the last that begins before it; -1 without one.</summary>
    public int SentenceAt(int offset)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Span.Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    /// <summary>Index of the first token that ends after <paramref name="offset"/>; the number of tokens without one.</summary>
    public int TokenAt(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>The tokens of a span, as a half-open range of indices.</summary>
    public (int First, int End) TokensOf(TextSpan span) => (TokenAt(span.Start), span.IsEmpty ? TokenAt(span.Start) : TokenAt(span.End - 1) + (TokenAt(span.End - 1) < Tokens.Length && Tokens[TokenAt(span.End - 1)].Start < span.End ? 1 : 0));
}
