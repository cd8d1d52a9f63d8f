using System.Text;
using Variorum.Extracting.Feeds;

namespace Variorum.Tests.Extracting;

public sealed class FeedReaderTests
{
    [Fact]
    public void Feeds() => Specs.Run("extracting/feeds.txt", input => Print(FeedReader.Read(PageOf(input))));

    [Fact]
    public void An_item_is_a_page_like_any_other()
    {
        var page = PageOf("<rss version=\"2.0\"><channel><title>Orvale Gazette</title><item><title>Bridge &amp;amp; ford</title><link>http://gazette.example/1</link><pubDate>Tue, 04 Mar 2031 09:30:00 +0100</pubDate><author>petra@gazette.example (Petra Holm)</author><description>&lt;p&gt;The council of Orvale voted on Monday to close the old bridge for the winter.&lt;/p&gt;&lt;p&gt;Carters said that the way round by the ford would cost them an hour.&lt;/p&gt;</description></item></channel></rss>");
        var (item, url, isWhole) = Assert.Single(FeedReader.Pages(page, FeedReader.Read(page)!));
        var article = Reports.Pipeline.Extract(item);

        Assert.Equal(("a.xml#1", "http://gazette.example/1", false), (item.Path, url, isWhole));
        Assert.Equal(("Bridge & ford", "Orvale Gazette", "2031-03-04T09:30:00+01:00"), (article.Headline, article.Outlet?.Name, article.Published?.ToString()));
        Assert.Equal("Petra Holm", Assert.Single(article.Bylines).Name);
        Assert.Equal("The council of Orvale voted on Monday to close the old bridge for the winter.\n\nCarters said that the way round by the ford would cost them an hour.", article.Text);
        Assert.Equal(MetadataOrigin.Record, article.Origins["published"]);
    }

    [Theory]
    [InlineData("<rss>", true)]
    [InlineData("<?xml version='1.0'?><!-- a --><feed xmlns='http://www.w3.org/2005/Atom'>", true)]
    [InlineData("<rdf:RDF xmlns:rdf='x'>", true)]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\"}", true)]
    [InlineData("<html><body><feed>", false)]
    [InlineData("{\"title\": \"x\"}", false)]
    [InlineData("The feed <rss>", true)]
    public void A_feed_is_known_by_its_first_element(string text, bool isFeed) => Assert.Equal(isFeed, FeedReader.IsFeed(PageOf(text)));

    [Fact]
    public void Entities_of_its_own_are_not_expanded()
    {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"haha\">");
        for (var i = 1; i < 20; i++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">");
        }

        var feed = FeedReader.Read(PageOf(bomb.Append("<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&a19;&x;</title></channel></rss>").ToString()))!;

        Assert.Equal("&a19;&x;", feed.Title);
        Assert.Equal(ProblemCodes.EntitiesRefused, Assert.Single(feed.Problems).Code);
    }

    [Theory]
    [InlineData("<a")]
    [InlineData("<a b='")]
    [InlineData("<a>")]
    [InlineData("<!")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<![CDATA[")]
    [InlineData("<!--")]
    [InlineData("</a>")]
    [InlineData("<?")]
    [InlineData("&amp")]
    [InlineData("<item><title>x</title></item>")]
    public void Nothing_repeated_without_end_makes_it_slow(string piece)
    {
        var start = System.Diagnostics.Stopwatch.StartNew();
        FeedReader.Read(PageOf("<rss><channel>" + string.Concat(Enumerable.Repeat(piece, 60_000))));

        Assert.InRange(start.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_list_of_feeds_comes_back_as_it_was_written()
    {
        OpmlFeed[] feeds = [new("A & B", "http://a.example/feed?x=1&y=2", "http://a.example/"), new("C", "http://c.example/rss", null, "World")];
        var read = Opml.Read(PageOf(Opml.Write("My \"feeds\"", feeds)));

        Assert.Equal(feeds, read);
    }

    private static Page PageOf(string text) => new("a.xml", Encoding.UTF8.GetBytes(text));

    private static string Print(Feed? feed)
    {
        if (feed is null)
        {
            return "none";
        }

        var lines = new List<string> { $"{feed.Form}: {feed.Title} | {feed.Url} | {feed.Description} | {feed.Language} | {feed.Updated}" };
        foreach (var item in feed.Items)
        {
            lines.Add($"- {item.Title} | {item.Url} | {item.Published} | {string.Join(", ", item.Authors.Select(author => author.Name ?? author.Email))} | {string.Join(", ", item.Categories)} | {item.Source?.Title}");
            lines.Add($"  {item.Summary} | {item.Content}");
        }

        lines.AddRange(feed.Problems.Select(problem => "problem: " + problem.Code));
        return string.Join('\n', lines);
    }
}
