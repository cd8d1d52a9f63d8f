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
    private readonly List<(StoryNode Node, string Path, Timestamp? Published)> all;
    private readonly HashSet<(StoryNode Node, string Path)> listed;
    private int unsettled;

    private StoryIndex(Models models, StoryStream stream)
    {
        (this.models, this.stream) = (models, stream);
        sketcher = new StorySketcher(models.Words);
        all = [.. stream.Nodes.Select(node => (node, node.Sketch.Path, node.Sketch.Published))];
        listed = [.. all.Select(place => (place.Node, place.Path))];
    }

    /// <summary>Takes in an article; the same page under another path joins it, under the same path it is passed over.</summary>
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

    /// <summary>The <see cref="GroupedArticle.Key"/> of the last article of that path, as a <see cref="StoryCorrection"/> takes it; null for none.</summary>
    public string? KeyOf(string path) => all.FindLast(place => string.Equals(place.Path, path, StringComparison.Ordinal)).Node is { } node ? GroupedArticle.KeyOf(node.Sketch.Id) : null;

    /// <summary>Every article added and every one that was there when the index was opened, by story. <b>Order.</b> Articles as they came, stories by their first.</summary>
    public ImmutableArray<GroupedStory> Stories()
    {
        stream.Settle();
        var nodes = all.Select(place => place.Node).Distinct().ToList();
        var sizes = StoryStream.Sizes(nodes);
        var places = nodes.ToDictionary(node => node, node => stream.PlaceOf(node, sizes));
        return [.. all.GroupBy(article => places[article.Node].Story).Select(story => new GroupedStory(
            story.Key + 1,
            [.. story.Select(article => new GroupedArticle(article.Path, article.Published, GroupedArticle.KeyOf(article.Node.Sketch.Id))
            {
                Also = [.. places[article.Node].Also.Select(other => other + 1)],
                IsDigest = places[article.Node].IsDigest,
            })],
            StoryReasons.Of([.. story.Select(article => article.Node.Sketch)])))];
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
        if (listed.Add((node, sketch.Path)))
        {
            all.Add((node, sketch.Path, sketch.Published));
        }

        if (++unsettled == SettleEvery)
        {
            stream.Settle();
            unsettled = 0;
        }
    }

    private static string Name(Models models) => $"{models.Hashes["stories"]} {models.Hashes["words"]}";
}
