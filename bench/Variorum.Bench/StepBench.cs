using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Variorum.Aligning;
using Variorum.Annotating;
using Variorum.Claiming;
using Variorum.Clustering;
using Variorum.Composing;
using Variorum.Extracting;
using Variorum.Linking;
using Variorum.Normalizing;
using Variorum.Quoting;
using Variorum.Tracing;

namespace Variorum.Bench;

/// <summary>Each step alone over the six sample pages, fed with what the steps before it made.</summary>
public class StepBench
{
    private const int LongestSentence = 1000;

    private static readonly Models Models = Samples.Models;
    private readonly Pipeline pipeline = new(Models);
    private ImmutableArray<Reading> readings;
    private Story story = null!;
    private Account account = null!;
    private (string Text, TextSpan[] Words, TagPair[] Tags, string[] Lemmas)[] tagged = [];

    [GlobalSetup]
    public void Prepare()
    {
        readings = [.. Samples.Pages.Select(pipeline.Read)];
        story = pipeline.Group(readings).MaxBy(s => s.Readings.Length)!;
        account = pipeline.Tell(story);
        tagged = [.. readings.SelectMany(r => r.Document.Sentences.Select(s => Tagged(r.Document, s)))];
    }

    [Benchmark]
    public int Extract() => Samples.Pages.Sum(page => new ArticleExtractor(Models).Extract(page).Text.Length);

    [Benchmark]
    public int Annotate() => readings.Sum(r => new Annotator(Models).Annotate(r.Article.Text).Tokens.Length);

    /// <summary>Words and sentences alone.</summary>
    [Benchmark]
    public int Split()
    {
        var (tokens, sentences) = (new List<TextSpan>(), new List<Sentence>());
        foreach (var document in readings.Select(r => r.Document))
        {
            tokens.Clear();
            for (var i = 0; i < document.Paragraphs.Length; i++)
            {
                var first = tokens.Count;
                Tokenizer.Split(document.Text, document.Paragraphs[i], tokens);
                Models.Splitter.Split(document.Text, tokens, first, i, sentences);
            }
        }

        return sentences.Count;
    }

    /// <summary>Parts of speech alone.</summary>
    [Benchmark]
    public int Tag()
    {
        var (output, words) = (new TagPair[512], new TextSpan[512]);
        var count = 0;
        foreach (var document in readings.Select(r => r.Document))
        {
            foreach (var sentence in document.Sentences)
            {
                var length = Math.Min(words.Length, sentence.End - sentence.First);
                for (var i = 0; i < length; i++)
                {
                    words[i] = document.Tokens[sentence.First + i].Span;
                }

                Models.Tagger.Tag(document.Text, words.AsSpan(0, length), output);
                count += length;
            }
        }

        return count;
    }

    /// <summary>Heads and relations alone, of words that are already tagged.</summary>
    [Benchmark]
    public int Parse()
    {
        var state = new ParserState();
        var (heads, relations) = (new int[LongestSentence], new Relation[LongestSentence]);
        foreach (var (text, words, tags, lemmas) in tagged)
        {
            Models.Parser.Parse(state, new TaggedWords(text, words, tags, lemmas), heads.AsSpan(0, words.Length), relations.AsSpan(0, words.Length));
        }

        return tagged.Length;
    }

    /// <summary>Names alone, before titles, roles and chains.</summary>
    [Benchmark]
    public int TagNames() => readings.Sum(r => Models.Names.Tag(Models.Names.Look(r.Document)).Length);

    [Benchmark]
    public int FindMentions() => readings.Sum(r => new MentionFinder(Models).Find(r.Article, r.Document).Mentions.Length);

    [Benchmark]
    public int FindTimes() => readings.Sum(r => new TimeFinder().Find(r.Document, r.Article.Published?.Date).Length);

    [Benchmark]
    public int FindQuantities() => readings.Sum(r => new QuantityFinder().Find(r.Document).Length);

    [Benchmark]
    public int FindQuotes() => readings.Sum(r => new QuoteFinder(Models).Find(r.Article, r.Document, r.Mentions, r.Chains).Quotes.Length);

    [Benchmark]
    public int FindClaims() => readings.Sum(r => new ClaimFinder().Find(r.Article, r.Document, r.Mentions, r.Chains, r.Quotes).Length);

    /// <summary>What of the articles tells their stories from others.</summary>
    [Benchmark]
    public int Sketch()
    {
        var sketcher = new StorySketcher(Models.Words);
        return readings.Sum(r => sketcher.Sketch(r.Article).Terms.Count);
    }

    [Benchmark]
    public int Cluster() => new StoryClusterer(Models).Cluster(readings).Length;

    [Benchmark]
    public int Trace() => new LineageTracer(Models).Trace(story.Readings).Links.Length;

    [Benchmark]
    public int Link() => new EntityLinker(Models).Link(story.Readings).Length;

    [Benchmark]
    public int AlignUtterances() => new UtteranceAligner(Models).Align(story).Length;

    [Benchmark]
    public int AlignClaims() => new ClaimAligner(Models).Align(story, account.Utterances).Length;

    [Benchmark]
    public int FindConflicts() => new ConflictFinder(Models).Find(story, account.Utterances, account.Claims).Conflicts.Length;

    [Benchmark]
    public Account Compose() => new AccountComposer(Models).Compose(story, account.Utterances, account.Claims, account.Conflicts);

    private static (string Text, TextSpan[] Words, TagPair[] Tags, string[] Lemmas) Tagged(Document document, Sentence sentence)
    {
        var tokens = document.Tokens.AsSpan()[sentence.First..sentence.End].ToArray();
        return (document.Text, [.. tokens.Select(t => t.Span)], [.. tokens.Select(t => new TagPair(t.Tag, t.Penn))], [.. tokens.Select(t => t.Lemma)]);
    }
}
