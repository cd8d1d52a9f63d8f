using System.Text.Json;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Lab.Scoring;

/// <summary>Measures the parser: on gold words with predicted tags, and from raw text.</summary>
internal static class ParserScore
{
    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models)
    {
        var clusters = Clusters.Read(Parts.Read("clusters", models));
        var parser = Parser.Read(Parts.Read("parser", models).Section, clusters);
        var tagger = Tagger.Read(Parts.Read("tagger", models));
        var lemmatizer = Lemmatizer.Read(Parts.Read("lemmas", models));
        var annotator = new Annotator(tagger, lemmatizer, parser, SentenceSplitter.Read(Parts.Read("sentences", models)));
        TellSpeed(data, annotator, parser);
        return [.. Corpus(Treebank.EwtDev(data), "ewt-dev"), .. Corpus(Treebank.GumDev(data), "gum-dev")];

        IEnumerable<Figure> Corpus(IReadOnlyList<TreebankSentence> sentences, string name) =>
        [
            .. Score(parser, sentences, sentence => Jackknife.Tag(tagger, sentence), lemmatizer, name),
            .. new RawTreebank(sentences).Score(annotator, name),
        ];
    }

    /// <summary>Shares of words with the right head, and with the right relation to it (what stands after a colon left out).</summary>
    public static IEnumerable<Figure> Score(Parser parser, IEnumerable<TreebankSentence> sentences, Func<TreebankSentence, TagPair[]> tag, Lemmatizer lemmatizer, string corpus)
    {
        var (all, right, both) = (0, 0, 0);
        var table = new RelationTable();
        var state = new ParserState();
        foreach (var sentence in sentences)
        {
            var (text, spans) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
            var tags = tag(sentence);
            var (heads, relations) = (new int[spans.Length], new Relation[spans.Length]);
            parser.Parse(state, new TaggedWords(text, spans, tags, ParserTrainer.Lemmas(sentence, tags, lemmatizer)), heads, relations);
            for (var i = 0; i < heads.Length; i++)
            {
                all++;
                var isHead = heads[i] == sentence.Words[i].Head;
                right += isHead ? 1 : 0;
                both += isHead && Coarse(relations[i]) == Coarse(sentence.Words[i].Relation) ? 1 : 0;
                table.Add(sentence.Words[i].Relation, relations[i], isHead);
            }
        }

        Console.WriteLine($"{corpus}: {table}");
        return [new Figure($"parser.uas.{corpus}", (double)right / all), new Figure($"parser.las.{corpus}", (double)both / all)];
    }

    /// <summary>The relation without what stands after the colon.</summary>
    public static Relation Coarse(Relation relation) => Relations.Parse(relation.Name().Split(':')[0]);

    /// <summary>Says what tokens, tags and trees cost, on one thread, of the articles of <c>attribution/</c>, and trees alone.</summary>
    private static void TellSpeed(DirectoryInfo data, Annotator annotator, Parser parser)
    {
        string[] texts = [.. DataFile.Lines(data, "attribution/polnear.dev.jsonl.gz").Select(TextOf)];
        Document[] documents = [.. texts.Select(annotator.Annotate)];
        var words = documents.Sum(document => document.Tokens.Length);
        Console.WriteLine($"{words} words: annotate {Cheapest(() => Array.ForEach(texts, text => annotator.Annotate(text))) / words:0.00} microseconds a word");
        var sentences = documents.SelectMany(document => document.Sentences.Select(sentence => (document.Text, Tokens: document.Tokens.AsSpan()[sentence.First..sentence.End].ToArray())))
            .Select(sentence => (sentence.Text, Spans: Array.ConvertAll(sentence.Tokens, token => token.Span), Tags: Array.ConvertAll(sentence.Tokens, token => new TagPair(token.Tag, token.Penn)), Lemmas: Array.ConvertAll(sentence.Tokens, token => token.Lemma))).ToArray();
        var (heads, relations, state) = (new int[1000], new Relation[1000], new ParserState());
        Console.WriteLine($"parse {Cheapest(ParseAll) / words:0.00} microseconds a word");

        void ParseAll()
        {
            foreach (var (text, spans, tags, lemmas) in sentences)
            {
                parser.Parse(state, new TaggedWords(text, spans, tags, lemmas), heads.AsSpan(0, spans.Length), relations.AsSpan(0, spans.Length));
            }
        }
    }

    /// <summary>Microseconds of processor time of the quickest of some rounds.</summary>
    private static double Cheapest(Action work)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 6; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds);
        }

        return best;
    }

    /// <summary>The text of a line of <c>attribution/</c>.</summary>
    public static string TextOf(string line)
    {
        using var article = JsonDocument.Parse(line);
        return article.RootElement.GetProperty("text").GetString() ?? "";
    }
}
