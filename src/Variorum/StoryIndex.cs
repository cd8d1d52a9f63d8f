using System.Collections.Immutable;
using Variorum.Clustering;

namespace Variorum;

/// <summary>A stream of articles that are put into stories as they come, without grammar; it can be saved and opened again.</summary>
/// <remarks>
/// <para><b>Order.</b> Articles are best added in the order of publication, or of arrival where that is unknown.</para>
/// <para><b>Cost.</b> Memory grows with the window: articles of the last two weeks, at least 20,000 and at most 200,000, at
/// two to three kilobytes each. One instance serves one thread.</para>
/// </remarks>
public sealed class StoryIndex
{
    private const int SettleEvery = 2000;

    private readonly Models models;
    private readonly StorySketcher sketcher;
    private readonly StoryStream stream;
    private readonly List<StoryNode> all;
    private int unsettled;

    private StoryIndex(Models models, StoryStream stream)
    {
        (this.models, this.stream) = (models, stream);
        sketcher = new StorySketcher(models.Words);
        all = [.. stream.Nodes];
    }

    /// <summary>Takes in an article; a page that is already there is passed over.</summary>
    public void Add(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        Add(sketcher.Sketch(article));
    }

    /// <summary>Keeps a user's word on two articles against everything that is measured, now and in later runs.</summary>
    public void Correct(StoryCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        stream.Correct(StorySketcher.IdOf(correction.Left), StorySketcher.IdOf(correction.Right), correction.IsOne);
    }

    /// <summary>Every article added and every one that was there when the index was opened, by story. <b>Order.</b> Stories by number, articles as they came.</summary>
    public ImmutableArray<GroupedStory> Stories()
    {
        stream.Settle();
        return [.. all.GroupBy(node => node.Story).OrderBy(story => story.Key).Select(story => new GroupedStory(
            story.Key + 1,
            [.. story.Select(node => new GroupedArticle(node.Sketch.Path, node.Sketch.Published))],
            StoryReasons.Of([.. story.Select(node => node.Sketch)])))];
    }

    /// <summary>Writes what a later run needs to go on as if there had been no break. <b>Order.</b> The same articles give the same bytes.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream.Save(stream, Name(models));
    }

    internal static StoryIndex New(Models models) => new(models, new StoryStream(models.Stories, new StoryWindow()));

    internal static StoryIndex Open(Models models, byte[] file) => new(models, StoryStream.Open(file, Name(models), models.Stories, new StoryWindow()));

    internal void Add(StorySketch sketch)
    {
        var node = stream.Add(sketch);
        if (ReferenceEquals(node.Sketch, sketch))
        {
            all.Add(node);
            unsettled++;
        }

        if (unsettled == SettleEvery)
        {
            stream.Settle();
            unsettled = 0;
        }
    }

    private static string Name(Models models) => $"{models.Hashes["stories"]} {models.Hashes["words"]}";
}
