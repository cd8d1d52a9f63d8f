using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Variorum.Annotating;

/// <summary>Gives a text its grammar: paragraphs, sentences, tokens, tags, lemmas and dependencies.</summary>
/// <param name="tagger">Decides parts of speech.</param>
/// <param name="lemmatizer">Gives dictionary forms.</param>
/// <param name="parser">Decides heads and relations; without one, no token has any.</param>
/// <param name="splitter">Finds sentences; by rule alone without one.</param>
internal sealed class Annotator(Tagger tagger, Lemmatizer lemmatizer, Parser? parser = null, SentenceSplitter? splitter = null)
{
    public Annotator(Models models)
        : this(models.Tagger, models.Lemmatizer, models.Parser, models.Splitter)
    {
    }

    public Document Annotate(string text)
    {
        var sentenceSplitter = splitter ?? SentenceSplitter.ByRule;
        var paragraphs = ParagraphSplitter.Split(text);
        var spans = new List<TextSpan>(text.Length / 5);
        var sentences = new List<Sentence>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var first = spans.Count;
            Tokenizer.Split(text, paragraphs[i], spans);
            sentenceSplitter.Split(text, spans, first, i, sentences);
        }

        return new Document(text, Tag(text, [.. spans], sentences), [.. sentences], [.. paragraphs]);
    }

    private ImmutableArray<Token> Tag(string text, TextSpan[] spans, List<Sentence> sentences)
    {
        var tags = new TagPair[spans.Length];
        var lemmas = new string[spans.Length];
        var tokens = new Token[spans.Length];
        var pool = new LemmaPool(lemmatizer);
        var heads = new int[spans.Length];
        var relations = new Relation[spans.Length];
        foreach (var sentence in sentences)
        {
            var range = sentence.First..sentence.End;
            tagger.Tag(text, spans.AsSpan(range), tags.AsSpan(range));
            for (var i = sentence.First; i < sentence.End; i++)
            {
                lemmas[i] = pool.Lemma(text.AsSpan(spans[i].Start, spans[i].Length), tags[i].Penn);
                tokens[i] = new Token(spans[i].Start, spans[i].End, tags[i].Universal, lemmas[i], tags[i].Penn);
            }

            if (parser is not null)
            {
                parser.Parse(new TaggedWords(text, spans.AsSpan(range), tags.AsSpan(range), lemmas.AsSpan(range)), heads.AsSpan(range), relations.AsSpan(range));
                Hang(tokens.AsSpan(range), heads.AsSpan(range), relations.AsSpan(range), sentence.First);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }

    /// <summary>Gives a sentence's tokens their heads, which are counted from its first token.</summary>
    private static void Hang(Span<Token> tokens, ReadOnlySpan<int> heads, ReadOnlySpan<Relation> relations, int first)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = tokens[i] with { Head = heads[i] < 0 ? -1 : first + heads[i], Relation = relations[i] };
        }
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
