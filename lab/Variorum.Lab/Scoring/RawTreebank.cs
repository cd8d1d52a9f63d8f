using System.Text;
using Variorum.Annotating;
using Variorum.Lab.Corpora;

namespace Variorum.Lab.Scoring;

/// <summary>A treebank as raw text, and its trees by the places of their words, to measure what is made of the text from scratch.</summary>
/// <remarks><b>Method.</b> Words are matched by the characters they cover, white space left out (CoNLL 2018 shared task).</remarks>
internal sealed class RawTreebank
{
    private readonly StringBuilder text = new();
    private readonly List<Word> words = [];
    private readonly Dictionary<(int Start, int End), int> places = [];
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

    private readonly record struct Word(int Head, Relation Relation);

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
            words.Add(new Word(word.Head < 0 ? -1 : first + word.Head, word.Relation));
            at = end;
        }

        at = start + Solid(sentence.Text);
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
