using System.Text;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;

namespace Variorum.Lab.Scoring;

/// <summary>A treebank as raw text, and its trees by the places of their words, to measure what is made of the text from scratch.</summary>
/// <remarks><b>Method.</b> Words are matched by the characters they cover, white space left out (CoNLL 2018 shared task).</remarks>
internal sealed class RawTreebank
{
    private readonly StringBuilder text = new();
    private readonly List<Word> words = [];
    private readonly Dictionary<(int Start, int End), int> places = [];
    private readonly HashSet<(int Start, int End)> sentences = [];
    private readonly List<(TextSpan Span, string Label)> names = [];
    private int at;

    /// <param name="sentences">In order; paragraphs are parted by a blank line, sentences by a blank.</param>
    public RawTreebank(IEnumerable<TreebankSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var start = text.Append(text.Length == 0 ? "" : sentence.OpensParagraph ? "\n\n" : " ").Length;
            text.Append(sentence.Text);
            Add(sentence);
            AddNames(sentence, start);
        }
    }

    private readonly record struct Word(string Form, int Head, Relation Relation, PartOfSpeech Tag, string Lemma);

    /// <summary>The sentences as one text.</summary>
    public string Text => text.ToString();

    /// <summary>The marked names in the text, in order, with their labels.</summary>
    public IReadOnlyList<(TextSpan Span, string Label)> Names => names;

    /// <summary>F1 of words, of sentences, and of words with the right universal tag and with the right lemma, capitals aside.</summary>
    public IEnumerable<Figure> ScoreWords(Annotator annotator, string corpus)
    {
        var counts = Count(annotator.Annotate(Text));
        return
        [
            new Figure($"sentences.raw-words.{corpus}", counts.WordsF1),
            new Figure($"sentences.raw-f1.{corpus}", counts.SentencesF1),
            new Figure($"tagger.raw-upos.{corpus}", counts.TagsF1),
            new Figure($"lemmas.raw.{corpus}", counts.LemmasF1),
        ];
    }

    /// <summary>F1 of words with the right head, and with the right relation to it (what stands after a colon left out).</summary>
    public IEnumerable<Figure> Score(Annotator annotator, string corpus)
    {
        var counts = Count(annotator.Annotate(Text));
        return [new Figure($"parser.raw-uas.{corpus}", counts.HeadsF1), new Figure($"parser.raw-las.{corpus}", counts.RelationsF1)];
    }

    /// <summary>Lays what was made of <see cref="Text"/> beside the treebank.</summary>
    /// <param name="document">Of exactly that text.</param>
    /// <param name="tell">Gets a line for each word that differs; null where nobody asks.</param>
    public RawCounts Count(Document document, Action<string>? tell = null)
    {
        var gold = Match(document);
        var (found, tags, lemmas, heads, relations) = (0, 0, 0, 0, 0);
        for (var i = 0; i < gold.Length; i++)
        {
            var token = document.Tokens[i];
            if (gold[i] < 0)
            {
                tell?.Invoke($"{document.Form(i)}: no such word");
                continue;
            }

            var word = words[gold[i]];
            var isTag = word.Tag == token.Tag;
            var isLemma = string.Equals(word.Lemma, token.Lemma, StringComparison.OrdinalIgnoreCase);
            var isHead = word.Head == (token.Head < 0 ? -1 : gold[token.Head] < 0 ? -2 : gold[token.Head]);
            var isRelation = isHead && ParserScore.Coarse(token.Relation) == ParserScore.Coarse(word.Relation);
            found++;
            tags += isTag ? 1 : 0;
            lemmas += isLemma ? 1 : 0;
            heads += isHead ? 1 : 0;
            relations += isRelation ? 1 : 0;
            if (tell is not null && !(isTag && isLemma && isRelation))
            {
                tell(Difference(document, i, word));
            }
        }

        return new RawCounts(words.Count + gold.Length, found, sentences.Count + document.Sentences.Length, Spans(document).Count(sentences.Contains), tags, lemmas, heads, relations);
    }

    private string Difference(Document document, int i, Word word)
    {
        var token = document.Tokens[i];
        var right = $"{word.Tag} {word.Lemma} {word.Relation.Name()}({(word.Head < 0 ? "" : words[word.Head].Form)})";
        var made = $"{token.Tag} {token.Lemma} {token.Relation.Name()}({(token.Head < 0 ? "" : document.Form(token.Head))})";
        var sentence = document.Sentences.First(held => held.First <= i && i < held.End);
        return $"{document.Form(i)}: {right}, made {made}: {sentence.Span.Of(document.Text)}";
    }

    /// <summary>Where the document's sentences lie, white space left out.</summary>
    private static IEnumerable<(int Start, int End)> Spans(Document document)
    {
        var place = 0;
        foreach (var sentence in document.Sentences)
        {
            var start = place;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                place += Solid(document.Form(i));
            }

            yield return (start, place);
        }
    }

    private void Add(TreebankSentence sentence)
    {
        var (first, start) = (words.Count, at);
        foreach (var word in sentence.Words)
        {
            var end = at + Solid(word.Form);
            places.TryAdd((at, end), words.Count);
            words.Add(new Word(word.Form, word.Head < 0 ? -1 : first + word.Head, word.Relation, TaggerTrainer.PairOf(word).Universal, word.Lemma));
            at = end;
        }

        at = start + Solid(sentence.Text);
        sentences.Add((start, at));
    }

    private void AddNames(TreebankSentence sentence, int start)
    {
        var place = 0;
        foreach (var word in sentence.Words)
        {
            place = sentence.Text.IndexOf(word.Form, place, StringComparison.Ordinal) is >= 0 and var found ? found : place;
            var span = new TextSpan(start + place, start + place + word.Form.Length);
            if (word.Name.StartsWith("B-", StringComparison.Ordinal))
            {
                names.Add((span, word.Name[2..]));
            }
            else if (word.Name.Length > 0 && names.Count > 0)
            {
                names[^1] = (names[^1].Span.Union(span), names[^1].Label);
            }

            place += span.Length;
        }
    }

    /// <summary>For each token the treebank's word at its place; -1 without one.</summary>
    private int[] Match(Document document)
    {
        var gold = new int[document.Tokens.Length];
        var place = 0;
        for (var i = 0; i < gold.Length; i++)
        {
            var end = place + Solid(document.Form(i));
            gold[i] = places.TryGetValue((place, end), out var word) ? word : -1;
            place = end;
        }

        return gold;
    }

    private static int Solid(ReadOnlySpan<char> form)
    {
        var solid = 0;
        foreach (var c in form)
        {
            solid += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return solid;
    }
}
