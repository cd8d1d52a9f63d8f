using System.Collections.Immutable;
using System.Text.Json;
using Variorum.Clustering;
using Variorum.Rendering;

namespace Variorum.Tests;

public sealed class DigestTests
{
    private static readonly ImmutableArray<Article> Reported =
        [.. Repository.Files("test/Variorum.Tests/Digests", "*-*.txt").Select(path => Reports.Pipeline.Extract(new Page(path, File.ReadAllBytes(path))))];

    private static readonly Article Briefing = Reports.Pipeline.Extract(Repository.Files("test/Variorum.Tests/Digests", "briefing.txt").Select(path => new Page(path, File.ReadAllBytes(path))).Single());

    [Fact]
    public void A_digest_is_cut_into_its_items_and_a_report_is_not()
    {
        var sketcher = new StorySketcher(Reports.Models.Words);

        Assert.Equal(3, sketcher.Sketch(Briefing).Parts.Count);
        Assert.All(Reported, article => Assert.Empty(sketcher.Sketch(article).Parts));
    }

    [Fact]
    public void A_digest_lies_in_a_story_of_its_own_and_names_all_that_it_tells_of()
    {
        Assert.All(Enumerable.Range(0, Reported.Length + 1), at =>
        {
            var stories = Index(Reported.Insert(at, Briefing)).Stories();
            var own = Assert.Single(stories, story => story.Articles.Any(article => article.IsDigest));

            Assert.Equal([2, 2, 2], stories.Where(story => story != own).Select(story => story.Articles.Length));
            Assert.Equal(stories.Where(story => story != own).Select(story => story.Number).Order(), Assert.Single(own.Articles).Also);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Two_papers_that_print_one_digest_lie_together(int reports)
    {
        var page = Repository.Files("test/Variorum.Tests/Digests", "briefing.txt").Select(File.ReadAllBytes).Single();
        byte[] other = [.. page, .. "\nMore news at nine.\n"u8];
        var copy = Reports.Pipeline.Extract(new Page("copy.txt", other));
        var stories = Index([.. Reported.Take(reports), Briefing, copy]).Stories();
        var both = Assert.Single(stories, story => story.Articles.Any(article => article.Key == GroupedArticle.KeyOf(copy)));

        Assert.Equal(2, both.Articles.Length);
        Assert.All(both.Articles, article => Assert.Equal(reports > 0, article.IsDigest));
    }

    [Fact]
    public void Without_its_stories_a_digest_is_an_article_like_others()
    {
        var story = Assert.Single(Index([Briefing]).Stories());

        Assert.False(story.Articles[0].IsDigest);
        Assert.Empty(story.Articles[0].Also);
    }

    [Fact]
    public void What_a_user_says_of_a_digest_counts()
    {
        var index = Index(Reported.Add(Briefing));
        index.Correct(new StoryCorrection(Briefing.Sha256, Reported[0].Sha256, IsOne: false));
        Assert.DoesNotContain(Of(index, Reported[0]).Number, Of(index, Briefing).Articles.Single(article => article.Key == GroupedArticle.KeyOf(Briefing)).Also);

        index.Correct(new StoryCorrection(Briefing.Sha256, Reported[^1].Sha256, IsOne: true));
        Assert.Equal(Of(index, Reported[^1]).Number, Of(index, Briefing).Number);
        Assert.DoesNotContain(index.Stories().SelectMany(story => story.Articles), article => article.IsDigest);
    }

    [Fact]
    public void A_reopened_index_knows_its_digests()
    {
        var index = Index(Reported.Insert(3, Briefing));
        using var file = new MemoryStream();
        index.Save(file);
        var reopened = Reports.Pipeline.OpenIndex(file.ToArray());
        using var again = new MemoryStream();
        reopened.Save(again);

        Assert.Equal(Print(index), Print(reopened));
        Assert.Equal(file.ToArray(), again.ToArray());
    }

    [Fact]
    public void A_digest_that_has_left_the_window_keeps_what_it_told_of()
    {
        var stream = new StoryStream(Reports.Models.Stories, new StoryWindow(Least: 7, Most: 7));
        var sketcher = new StorySketcher(Reports.Models.Words);
        var nodes = Reported.Take(5).Prepend(Briefing).Concat(Enumerable.Range(0, 4).Select(i => Reports.Article($"Cheese number {i} won a ribbon at the show.", "2031-05-07"))).Select(article => stream.Add(sketcher.Sketch(article))).ToList();
        stream.Settle();

        Assert.True(nodes[0].IsPast);
        Assert.NotEmpty(nodes[0].Bonds!);
        Assert.True(stream.PlaceOf(nodes[0], StoryStream.Sizes(nodes)).Also.Length > 1);
    }

    [Fact]
    public void The_record_says_which_articles_are_digests()
    {
        var articles = Reported.Add(Briefing);
        using var json = new MemoryStream();
        GroupJson.Write(Index(articles).Stories(), articles, [], json, indented: false);
        using var record = JsonDocument.Parse(json.ToArray());
        var digest = Assert.Single(record.RootElement.GetProperty("articles").EnumerateArray(), article => article.TryGetProperty("digest", out _));

        Assert.True(digest.GetProperty("digest").GetBoolean());
        Assert.Equal(3, digest.GetProperty("also").GetArrayLength());
    }

    [Fact]
    public void A_reading_tells_a_digest_by_itself()
    {
        var stories = Reports.Pipeline.Group([.. Reported.Add(Briefing).Select(article => Reports.Read(article.Text, "2031-05-06", article.Headline))]);

        Assert.Equal([1, 2, 2, 2], stories.Select(story => story.Readings.Length).Order());
    }

    [Fact]
    public void A_hostile_text_is_cut_into_no_more_parts_than_there_is_room_for()
    {
        var paragraphs = Enumerable.Range(0, 20_000).Select(i => string.Join(' ', Enumerable.Range(0, 12).Select(k => $"Zq{(char)('a' + (k % 26))}{i * 31 + k:x}")));
        Assert.InRange(new StorySketcher(Reports.Models.Words).Sketch(Reports.Article(string.Join("\n\n", paragraphs))).Parts.Count, 0, 41);
    }

    private static StoryIndex Index(IEnumerable<Article> articles)
    {
        var index = Reports.Pipeline.NewIndex();
        foreach (var article in articles)
        {
            index.Add(article);
        }

        return index;
    }

    private static GroupedStory Of(StoryIndex index, Article article) => index.Stories().Single(story => story.Articles.Any(other => other.Key == GroupedArticle.KeyOf(article)));

    private static IEnumerable<string> Print(StoryIndex index) =>
        index.Stories().SelectMany(story => story.Articles.Select(article => $"{story.Number} {article.Key} {article.IsDigest} {string.Join(',', article.Also)}"));
}
