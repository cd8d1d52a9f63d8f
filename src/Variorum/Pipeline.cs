using System.Collections.Immutable;
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

namespace Variorum;

/// <summary>The whole program: from pages to accounts. Every face of it calls these methods and nothing else.</summary>
/// <remarks><b>Cost.</b> Holds no state but the models; one instance serves all threads.</remarks>
/// <param name="models">Shared by all steps.</param>
public sealed class Pipeline(Models models)
{
    /// <summary>What a page published. <b>Errors.</b> Never throws on what a page contains: see <see cref="Article.Problems"/>.</summary>
    public Article Extract(Page page) => new ArticleExtractor(models).Extract(page);

    /// <summary>What a page says: a pure function of the page and the models.</summary>
    public Reading Read(Page page) => Read(Extract(page));

    /// <summary>What an article says.</summary>
    public Reading Read(Article article)
    {
        var document = new Annotator(models).Annotate(article.Text);
        var (mentions, chains) = new MentionFinder(models).Find(article, document);
        var times = new TimeFinder().Find(document, Anchor(article));
        var quantities = new QuantityFinder().Find(document);
        var (quotes, thoughts) = new QuoteFinder(models).Find(article, document, mentions, chains);
        (mentions, chains) = FirstPersons.Join(document, quotes, mentions, chains);
        var claims = new ClaimFinder().Find(article, document, mentions, chains, quotes);
        return new Reading(article, document, mentions, chains, times, quantities, quotes, claims) { Thoughts = thoughts };
    }

    /// <summary>The stories that a heap of readings tells; one reading alone is a story of one.</summary>
    /// <remarks><b>Order.</b> By first publication; the order of the input plays no part.</remarks>
    public ImmutableArray<Story> Group(IEnumerable<Reading> readings)
    {
        var stories = ImmutableArray.CreateBuilder<Story>();
        foreach (var heap in new StoryClusterer(models).Cluster(readings))
        {
            var dated = StoryDater.Date(heap, Redate);
            stories.Add(new Story(dated, new LineageTracer(models).Trace(dated), new EntityLinker(models).Link(dated)));
        }

        return stories.ToImmutable();
    }

    /// <summary>An empty stream of articles, to be put into stories as they come; needs no grammar.</summary>
    public StoryIndex NewIndex() => StoryIndex.New(models);

    /// <summary>The stream of an earlier run.</summary>
    /// <param name="file">What <see cref="StoryIndex.Save"/> wrote.</param>
    /// <exception cref="InvalidDataException">It is no such file, damaged, or of another version or other models; the message says which.</exception>
    public StoryIndex OpenIndex(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return StoryIndex.Open(models, file);
    }

    /// <summary>Who took text from whom in a heap of articles that nobody has read closely; needs no grammar.</summary>
    /// <param name="articles">In order of publication, or of arrival; the links refer to it.</param>
    public static ImmutableArray<LineageLink> Trace(ImmutableArray<Article> articles) => LineageWindow.Trace(articles);

    /// <summary>What the reports of one event say together.</summary>
    public Account Tell(Story story)
    {
        var utterances = new UtteranceAligner(models).Align(story);
        var groups = new ClaimAligner(models).Align(story, utterances);
        var (conflicts, claims) = new ConflictFinder(models).Find(story, utterances, groups);
        return new AccountComposer(models).Compose(story, utterances, claims, conflicts);
    }

    /// <summary>How near two sentences are in meaning, from 0 to 1.</summary>
    public double Compare(string left, string right) => new SentenceComparer(models).Compare(left, right);

    /// <summary>The same reading under another date: its relative times are resolved again.</summary>
    private static Reading Redate(Reading reading, Timestamp published)
    {
        var article = reading.Article with { Published = published, PublishedFrom = DateSource.Story };
        return reading with { Article = article, Times = new TimeFinder().Find(reading.Document, Anchor(article)) };
    }

    /// <summary>The day from which an article counts: its dateline's, else its publication's.</summary>
    private static DateOnly? Anchor(Article article) => article.Dateline?.Date ?? article.Published?.Date;
}
