using System.Collections.Immutable;

namespace Variorum.Annotating;

/// <summary>Gives a text its grammar: paragraphs, sentences, tokens, tags and lemmas.</summary>
internal sealed class Annotator(Models models)
{
    public Document Annotate(string text)
    {
        var paragraphs = ParagraphSplitter.Split(text);
        var spans = new List<TextSpan>(text.Length / 5);
        var sentences = new List<Sentence>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var first = spans.Count;
            Tokenizer.Split(text, paragraphs[i], spans);
            SentenceSplitter.Split(text, spans, first, i, sentences);
        }

        return new Document(text, Tag(text, [.. spans], sentences), [.. sentences], [.. paragraphs]);
    }

    private ImmutableArray<Token> Tag(string text, TextSpan[] spans, List<Sentence> sentences)
    {
        var tags = new TagPair[spans.Length];
        foreach (var sentence in sentences)
        {
            var length = sentence.End - sentence.First;
            models.Tagger.Tag(text, spans.AsSpan(sentence.First, length), tags.AsSpan(sentence.First, length));
        }

        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Length);
        for (var i = 0; i < spans.Length; i++)
        {
            var form = spans[i].Of(text);
            tokens.Add(new Token(spans[i].Start, spans[i].End, tags[i].Universal, tags[i].Universal == PartOfSpeech.Propn ? form : form.ToLowerInvariant(), tags[i].Penn));
        }

        return tokens.MoveToImmutable();
    }
}
