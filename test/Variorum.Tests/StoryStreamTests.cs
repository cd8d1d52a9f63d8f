using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Variorum.Clustering;

namespace Variorum.Tests;

public sealed class StoryStreamTests
{
    private static readonly ImmutableArray<Article> Articles =
    [
        .. Repository.Files("test/Variorum.Tests/Stories", "*.txt").Concat(Repository.Files("samples", "*.html"))
            .Select(path => Reports.Pipeline.Extract(new Page(path, File.ReadAllBytes(path)))).Where(article => article.Text.Length > 0)
            .OrderBy(article => article.Published is null).ThenBy(article => article.Published).ThenBy(article => article.Sha256, StringComparer.Ordinal),
    ];

    private static readonly StoryWindow Wide = new(Least: int.MaxValue, Most: int.MaxValue);

    [Fact]
    public void When_it_settles_changes_no_story()
    {
        var expected = Print(Fill(Wide, Sketches(Articles), settleEvery: int.MaxValue));
        Assert.All(Enumerable.Range(1, 4), every => Assert.Equal(expected, Print(Fill(Wide, Sketches(Articles), every))));
        Assert.Contains(expected, story => story.Contains(' ', StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_of_arrival_changes_no_story()
    {
        var sketches = Sketches(Articles.Where(article => article.Published is not null));
        var expected = Print(Fill(Wide, sketches, settleEvery: 3));
        Prop.ForAll(Gen.Shuffle(sketches.ToArray()).ToArbitrary(), shuffled => Print(Fill(Wide, shuffled, settleEvery: 3)).SequenceEqual(expected)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Settled_chances_are_those_of_the_whole()
    {
        var dated = Sketches(Articles.Where(article => article.Published is not null));
        foreach (var order in new[] { dated, [.. dated.Reverse()], [.. dated.OrderBy(sketch => sketch.Id)] })
        {
            Assert.Equal(Chances(Fill(Wide, dated, settleEvery: int.MaxValue)), Chances(Fill(Wide, order, settleEvery: 1)));
        }
    }

    [Fact]
    public void An_unrelated_article_changes_no_story()
    {
        var other = new StorySketcher(Reports.Models.Words).Sketch(Reports.Article(
            "Cheese from the high pastures won three ribbons at the autumn show, and the judges asked for more of the blue one.", "2031-03-05", "Ribbons for cheese"));
        var sketches = Sketches(Articles);
        var expected = Print(Fill(Wide, sketches, settleEvery: 2));
        Assert.All(Enumerable.Range(0, sketches.Length + 1), at => Assert.Equal(
            [.. expected.Append(Name(other)).Order(StringComparer.Ordinal)],
            Print(Fill(Wide, sketches.Insert(at, other), settleEvery: 2))));
    }

    [Fact]
    public void A_reopened_index_goes_on_as_if_there_had_been_no_break()
    {
        var sketches = Sketches(Articles);
        foreach (var window in new[] { Wide, new StoryWindow(Days: 2, Least: 5) })
        {
            var whole = Fill(window, sketches, settleEvery: 1);
            for (var broken = 0; broken <= sketches.Length; broken += 3)
            {
                var first = Fill(window, [.. sketches.Take(broken)], settleEvery: 1);
                var second = Open(Save(first), window);
                Assert.Equal(Save(first), Save(second));
                foreach (var sketch in sketches.Skip(broken))
                {
                    second.Add(sketch);
                    second.Settle();
                }

                Assert.Equal(Print(whole), Print(second));
            }
        }
    }

    [Fact]
    public void A_damaged_index_is_refused()
    {
        var file = Save(Fill(Wide, Sketches(Articles), settleEvery: 5));
        for (var at = 0; at < file.Length; at += 97)
        {
            var flipped = file.ToArray();
            flipped[at] ^= 1;
            Assert.Throws<InvalidDataException>(() => Open(flipped, Wide));
            Assert.Throws<InvalidDataException>(() => Open(file[..at], Wide));
        }

        Assert.Throws<InvalidDataException>(() => StoryStream.Open(file, "others", Reports.Models.Stories, Wide));
    }

    [Fact]
    public void What_a_user_says_of_two_articles_stands_against_all_that_is_measured()
    {
        var stream = Fill(Wide, Sketches(Articles), settleEvery: 4);
        var nodes = stream.Nodes.ToList();
        var first = nodes.First(node => nodes.Count(other => other.Story == node.Story) > 1);
        var of = nodes.First(node => node.Story == first.Story && node != first);
        var other = nodes.First(node => node.Story != first.Story);
        stream.Correct(first.Sketch.Id, of.Sketch.Id, isOne: false);
        stream.Correct(first.Sketch.Id, other.Sketch.Id, isOne: true);
        stream.Settle();

        Assert.NotEqual(first.Story, of.Story);
        Assert.Equal(first.Story, other.Story);
        Assert.Equal(Print(stream), Print(Open(Save(stream), Wide)));

        stream.Correct(other.Sketch.Id, first.Sketch.Id, isOne: false);
        stream.Settle();
        Assert.NotEqual(first.Story, other.Story);
    }

    [Fact]
    public void The_window_bounds_what_is_held()
    {
        var stream = new StoryStream(Reports.Models.Stories, new StoryWindow(Days: 1, Least: 3, Most: 6));
        foreach (var sketch in Sketches(Articles))
        {
            stream.Add(sketch);
            Assert.InRange(stream.Count, 1, 6);
        }

        Assert.All(stream.Nodes, node => Assert.False(node.IsPast));
    }

    [Fact]
    public void The_same_page_is_taken_in_once()
    {
        var sketches = Sketches(Articles);
        Assert.Equal(Print(Fill(Wide, sketches, 1)), Print(Fill(Wide, [.. sketches.SelectMany(sketch => new[] { sketch, sketch })], 1)));
    }

    [Fact]
    public void A_sketch_depends_on_its_article_alone()
    {
        var sketcher = new StorySketcher(Reports.Models.Words);
        foreach (var article in Articles)
        {
            var (again, alone) = (sketcher.Sketch(article), new StorySketcher(Reports.Models.Words).Sketch(article));
            Assert.Equal(alone.Terms.Hashes, again.Terms.Hashes);
            Assert.Equal(alone.Terms.Weights, again.Terms.Weights);
            Assert.Equal(alone.Words, again.Words);
        }
    }

    [Fact]
    public void Stories_say_what_their_articles_share()
    {
        var stream = Fill(Wide, Sketches(Articles), settleEvery: 4);
        var story = stream.Nodes.GroupBy(node => node.Story).MaxBy(heap => heap.Count())!.Select(node => node.Sketch).ToList();
        var why = StoryReasons.Of(story);

        Assert.NotEmpty(why);
        Assert.All(why.Where(name => !char.IsAsciiDigit(name[0])), name => Assert.True(story.Count(sketch => sketch.Words.Split('\n').Contains(name, StringComparer.OrdinalIgnoreCase)) > 1));
        Assert.Empty(StoryReasons.Of([story[0]]));
    }

    [Theory]
    [InlineData("12 October", "2024-10-13", "The bridge at Marlow fell on Saturday.", "2024-10-12", "The Marlow bridge fell on Saturday morning.")]
    [InlineData("11 October", "2024-10-13", "The bridge at Marlow fell on October 11.", "2024-10-19", "On 11 October the Marlow bridge fell.")]
    [InlineData(null, "2024-10-09", "The bridge at Marlow will open on Saturday.", "2024-10-10", "The Marlow bridge opens on Saturday.")]
    [InlineData(null, "2024-10-13", "The bridge at Marlow fell on October 11.", "2024-10-19", "The Marlow bridge is gone.")]
    public void Stories_say_the_day_that_most_of_their_articles_name(string? expected, string leftDay, string left, string rightDay, string right) =>
        Assert.Equal(expected, StoryReasons.Of(Sketches([Reports.Article(left, leftDay, "Bridge falls"), Reports.Article(right, rightDay, "Bridge gone")])).SingleOrDefault(reason => char.IsAsciiDigit(reason[0])));

    [Fact]
    public void An_article_says_which_other_stories_it_fits()
    {
        var index = Reports.Pipeline.NewIndex();
        foreach (var article in Articles)
        {
            index.Add(article);
        }

        var whole = index.Stories().First(story => story.Articles.Length > 2);
        var (first, second, third) = (whole.Articles[0], whole.Articles[1], whole.Articles[2]);
        index.Correct(new StoryCorrection(Hash(first), Hash(second), IsOne: false));
        var stories = index.Stories();
        var (here, there) = (Of(stories, first), Of(stories, second));

        Assert.NotEqual(here.Number, there.Number);
        Assert.All(stories, story => Assert.All(story.Articles, article => Assert.DoesNotContain(story.Number, article.Also)));
        Assert.Contains(Of(stories, third).Number == here.Number ? there.Number : here.Number, Of(stories, third).Articles.First(article => article.Key == third.Key).Also);
        Assert.DoesNotContain(there.Number, here.Articles.First(article => article.Key == first.Key).Also);
    }

    private static ImmutableArray<StorySketch> Sketches(IEnumerable<Article> articles)
    {
        var sketcher = new StorySketcher(Reports.Models.Words);
        return [.. articles.Select(sketcher.Sketch)];
    }

    private static StoryStream Fill(StoryWindow window, IReadOnlyList<StorySketch> sketches, int settleEvery)
    {
        var stream = new StoryStream(Reports.Models.Stories, window);
        for (var i = 0; i < sketches.Count; i++)
        {
            stream.Add(sketches[i]);
            if ((i + 1) % settleEvery == 0)
            {
                stream.Settle();
            }
        }

        stream.Settle();
        return stream;
    }

    private static GroupedStory Of(IEnumerable<GroupedStory> stories, GroupedArticle article) => stories.First(story => story.Articles.Any(other => other.Key == article.Key));

    private static string Hash(GroupedArticle article) => Articles.First(other => GroupedArticle.KeyOf(other) == article.Key).Sha256;

    /// <summary>Each pair's chance, whatever the order in which they came.</summary>
    private static List<(ulong, ulong, float)> Chances(StoryStream stream) =>
        [.. stream.Edges.Where(edge => edge.Chance > 0.05f).Select(edge => (Math.Min(edge.Earlier.Sketch.Id, edge.Later.Sketch.Id), Math.Max(edge.Earlier.Sketch.Id, edge.Later.Sketch.Id), edge.Chance)).Order()];

    private static byte[] Save(StoryStream stream)
    {
        using var memory = new MemoryStream();
        stream.Save(memory, "these");
        return memory.ToArray();
    }

    private static StoryStream Open(byte[] file, StoryWindow window) => StoryStream.Open(file, "these", Reports.Models.Stories, window);

    private static string Name(StorySketch sketch) => GroupedArticle.KeyOf(sketch.Id);

    /// <summary>Each story's articles, whatever their numbers.</summary>
    private static List<string> Print(StoryStream stream) =>
        [.. stream.Nodes.GroupBy(node => node.Story).Select(story => string.Join(' ', story.Select(node => Name(node.Sketch)).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
}
