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
    private static readonly Models Models = Samples.Models;
    private readonly Pipeline pipeline = new(Models);
    private ImmutableArray<Reading> readings;
    private Story story = null!;
    private Account account = null!;

    [GlobalSetup]
    public void Prepare()
    {
        readings = [.. Samples.Pages.Select(pipeline.Read)];
        story = pipeline.Group(readings).MaxBy(s => s.Readings.Length)!;
        account = pipeline.Tell(story);
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
        var (state, words) = (new ParserState(), 0);
        foreach (var document in readings.Select(r => r.Document))
        {
            foreach (var sentence in document.Sentences)
            {
                var tokens = document.Tokens.AsSpan()[sentence.First..sentence.End];
                state.Begin(tokens.Length);
                for (var i = 0; i < tokens.Length; i++)
                {
                    state.Words[i + 1] = ParserWord.Of(tokens[i].Span.Of(document.Text), tokens[i].Lemma, new TagPair(tokens[i].Tag, tokens[i].Penn), state.Words[i]);
                }

                Models.Parser.Parse(state);
                words += tokens.Length;
            }
        }

        return words;
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
    public int FindQuotes() => readings.Sum(r => new QuoteFinder(Models).Find(r.Article, r.Document, r.Mentions, r.Chains).Length);

    [Benchmark]
    public int FindClaims() => readings.Sum(r => new ClaimFinder().Find(r.Article, r.Document, r.Mentions, r.Chains, r.Quotes).Length);

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
}
