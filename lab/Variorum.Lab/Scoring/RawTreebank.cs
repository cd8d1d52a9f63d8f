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
    private int at;

    /// <param name="sentences">In order; paragraphs are parted by a blank line, sentences by a blank.</param>
    public RawTreebank(IEnumerable<TreebankSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            text.Append(text.Length == 0 ? "" : sentence.OpensParagraph ? "\n\n" : " ").Append(sentence.Text);
            Add(sentence);
        }
    }

    private readonly record struct Word(int Head, Relation Relation, PartOfSpeech Tag, string Lemma);

    /// <summary>F1 of words, of sentences, and of words with the right universal tag and with the right lemma, capitals aside.</summary>
    public IEnumerable<Figure> ScoreWords(Annotator annotator, string corpus)
    {
        var document = annotator.Annotate(text.ToString());
        var gold = Match(document);
        var (found, tags, lemmas) = (0, 0, 0);
        for (var i = 0; i < gold.Length; i++)
        {
            if (gold[i] >= 0)
            {
                found++;
                tags += words[gold[i]].Tag == document.Tokens[i].Tag ? 1 : 0;
                lemmas += string.Equals(words[gold[i]].Lemma, document.Tokens[i].Lemma, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            }
        }

        double all = words.Count + document.Tokens.Length;
        return
        [
            new Figure($"sentences.raw-words.{corpus}", 2 * found / all),
            new Figure($"sentences.raw-f1.{corpus}", 2.0 * Spans(document).Count(sentences.Contains) / (sentences.Count + document.Sentences.Length)),
            new Figure($"tagger.raw-upos.{corpus}", 2 * tags / all),
            new Figure($"lemmas.raw.{corpus}", 2 * lemmas / all),
        ];
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

    /// <summary>F1 of words with the right head, and with the right relation to it (what stands after a colon left out).</summary>
    public IEnumerable<Figure> Score(Annotator annotator, string corpus)
    {
        var document = annotator.Annotate(text.ToString());
        var gold = Match(document);
        var (heads, both) = (0, 0);
        for (var i = 0; i < gold.Length; i++)
        {
            var token = document.Tokens[i];
            if (gold[i] >= 0 && words[gold[i]].Head == (token.Head < 0 ? -1 : gold[token.Head] < 0 ? -2 : gold[token.Head]))
            {
                heads++;
                both += ParserScore.Coarse(token.Relation) == ParserScore.Coarse(words[gold[i]].Relation) ? 1 : 0;
            }
        }

        double all = words.Count + document.Tokens.Length;
        return [new Figure($"parser.raw-uas.{corpus}", 2 * heads / all), new Figure($"parser.raw-las.{corpus}", 2 * both / all)];
    }

    private void Add(TreebankSentence sentence)
    {
        var (first, start) = (words.Count, at);
        foreach (var word in sentence.Words)
        {
            var end = at + Solid(word.Form);
            places.TryAdd((at, end), words.Count);
            words.Add(new Word(word.Head < 0 ? -1 : first + word.Head, word.Relation, TaggerTrainer.PairOf(word).Universal, word.Lemma));
            at = end;
        }

        at = start + Solid(sentence.Text);
        sentences.Add((start, at));
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
