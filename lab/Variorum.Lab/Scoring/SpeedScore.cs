using System.Text.Json;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Quoting;

namespace Variorum.Lab.Scoring;

/// <summary>Measures what each part of reading a text costs, in microseconds of processor time a word, on the articles of <c>attribution/</c>.</summary>
/// <remarks>One thread; the cheapest of several rounds, after one that warms up. Processor time, so that a busy machine blurs it less than a watch.</remarks>
internal static class SpeedScore
{
    private const int Rounds = 12;

    public static IEnumerable<Figure> Score(DirectoryInfo data, DirectoryInfo models, Action<string>? tell)
    {
        Models Load() => Models.Load(name => File.OpenRead(Path.Combine(models.FullName, name)));
        var loading = Cheapest(() => Load());
        var loaded = Load();
        Article[] articles = [.. DataFile.Lines(data, "attribution/polnear.dev.jsonl.gz").Select(line => new Article { Path = "", Sha256 = "", Text = TextOf(line) })];
        var annotator = new Annotator(loaded);
        (Article Article, Document Document)[] documents = [.. articles.Select(article => (article, annotator.Annotate(article.Text)))];
        var words = documents.Sum(pair => pair.Document.Tokens.Length);
        tell?.Invoke($"{articles.Length} articles, {words} words; models loaded in {loading / 1000:0} milliseconds");
        yield return new Figure("speed.models-milliseconds", loading / 1000);

        double EachWord(Action<Article, Document> work) => Cheapest(() => Array.ForEach(documents, pair => work(pair.Article, pair.Document))) / words;
        var mentions = Array.ConvertAll(documents, pair => new MentionFinder(loaded).Find(pair.Article, pair.Document));
        var (grammar, quotes) = Cheapest(
            () => Array.ForEach(articles, article => new MentionFinder(loaded).Find(article, annotator.Annotate(article.Text))),
            () =>
            {
                for (var i = 0; i < documents.Length; i++)
                {
                    new QuoteFinder(loaded).Find(documents[i].Article, documents[i].Document, mentions[i].Mentions, mentions[i].Chains);
                }
            });
        yield return new Figure("speed.words", EachWord((_, document) => Split(document, loaded)));
        var tagged = Tagged(documents);
        yield return new Figure("speed.tags", Cheapest(() => Array.ForEach(tagged, sentence => loaded.Tagger.Tag(sentence.Text, sentence.Spans, sentence.Tags))) / words);
        yield return new Figure("speed.parse", Parsing(tagged, loaded) / words);
        yield return new Figure("speed.words-to-trees", EachWord((article, _) => annotator.Annotate(article.Text)));
        yield return new Figure("speed.mentions", EachWord((article, document) => new MentionFinder(loaded).Find(article, document)));
        yield return new Figure("speed.grammar", grammar / words);
        yield return new Figure("speed.quotes", quotes / words);
        yield return new Figure("speed.quotes-to-grammar", quotes / grammar);
        yield return new Figure("speed.words-a-second", 1e6 * words / grammar);
    }

    /// <summary>Tokens and sentences alone.</summary>
    private static void Split(Document document, Models models)
    {
        var (tokens, sentences) = (new List<TextSpan>(), new List<Sentence>());
        for (var i = 0; i < document.Paragraphs.Length; i++)
        {
            var first = tokens.Count;
            Tokenizer.Split(document.Text, document.Paragraphs[i], tokens);
            models.Splitter.Split(document.Text, tokens, first, i, sentences);
        }
    }

    /// <summary>Each sentence's words, tags and lemmas.</summary>
    private static (string Text, TextSpan[] Spans, TagPair[] Tags, string[] Lemmas)[] Tagged((Article Article, Document Document)[] documents) =>
        [.. documents.SelectMany(pair => pair.Document.Sentences.Select(sentence => (pair.Document.Text, Tokens: pair.Document.Tokens.AsSpan()[sentence.First..sentence.End].ToArray())))
            .Select(sentence => (sentence.Text, Array.ConvertAll(sentence.Tokens, token => token.Span), Array.ConvertAll(sentence.Tokens, token => new TagPair(token.Tag, token.Penn)), Array.ConvertAll(sentence.Tokens, token => token.Lemma)))];

    /// <summary>Trees alone, of words that are tagged.</summary>
    private static double Parsing((string Text, TextSpan[] Spans, TagPair[] Tags, string[] Lemmas)[] sentences, Models models)
    {
        var longest = sentences.Max(sentence => sentence.Spans.Length);
        var (heads, relations) = (new int[longest], new Relation[longest]);
        return Cheapest(() =>
        {
            foreach (var (text, spans, tags, lemmas) in sentences)
            {
                models.Parser.Parse(new TaggedWords(text, spans, tags, lemmas), heads.AsSpan(0, spans.Length), relations.AsSpan(0, spans.Length));
            }
        });
    }

    /// <summary>Microseconds of processor time of the quickest round.</summary>
    private static double Cheapest(Action work) => Cheapest(work, () => { }).First;

    /// <summary>The same of two that take turns, so that a machine that others use is no busier for one of them.</summary>
    private static (double First, double Second) Cheapest(Action first, Action second)
    {
        var best = (First: double.MaxValue, Second: double.MaxValue);
        for (var round = 0; round <= Rounds; round++)
        {
            var (one, two) = (Time(first), Time(second));
            best = round == 0 ? best : (Math.Min(best.First, one), Math.Min(best.Second, two));
        }

        return best;
    }

    private static double Time(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds;
    }

    /// <summary>The text of a line of <c>attribution/</c>.</summary>
    private static string TextOf(string line)
    {
        using var article = JsonDocument.Parse(line);
        return article.RootElement.GetProperty("text").GetString() ?? "";
    }
}
