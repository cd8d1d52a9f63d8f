using System.Collections.Immutable;

namespace Variorum.Annotating;

/// <summary>Gives a text its grammar: paragraphs, sentences, tokens, tags and lemmas.</summary>
internal sealed class Annotator(Tagger tagger, Lemmatizer lemmatizer)
{
    public Annotator(Models models)
        : this(models.Tagger, models.Lemmatizer)
    {
    }

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
            tagger.Tag(text, spans.AsSpan(sentence.First, length), tags.AsSpan(sentence.First, length));
        }

        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Length);
        var lemmas = new LemmaPool(lemmatizer);
        for (var i = 0; i < spans.Length; i++)
        {
            var lemma = lemmas.Lemma(text.AsSpan(spans[i].Start, spans[i].Length), tags[i].Penn);
            tokens.Add(new Token(spans[i].Start, spans[i].End, tags[i].Universal, lemma, tags[i].Penn));
        }

        return tokens.MoveToImmutable();
    }

    /// <summary>One text's lemmas, each found and kept once.</summary>
    private sealed class LemmaPool(Lemmatizer lemmatizer)
    {
        private readonly Dictionary<string, string>?[] byTag = new Dictionary<string, string>?[256];

        public string Lemma(ReadOnlySpan<char> form, PennTag tag)
        {
            var known = (byTag[(int)tag] ??= new Dictionary<string, string>(StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>();
            if (!known.TryGetValue(form, out var lemma))
            {
                known[form] = lemma = lemmatizer.Lemma(form, tag);
            }

            return lemma;
        }
    }
}
