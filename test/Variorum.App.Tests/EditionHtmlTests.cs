using AngleSharp.Dom;
using Variorum.Rendering;

namespace Variorum.App.Tests;

public sealed class EditionHtmlTests
{
    public static TheoryData<string> Editions => ["rich", "unestablished", "lone", "several"];

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_link_has_its_target_and_every_name_is_given_once(string name)
    {
        var page = RenderedPage.Parse(RenderedPage.Html(Make(name)));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
        var links = page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).ToArray();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Empty(links.Except(ids, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_marked_passage_leads_back_to_a_line_that_cites_it(string name)
    {
        var page = RenderedPage.Parse(RenderedPage.Html(Make(name)));
        foreach (var mark in page.QuerySelectorAll("mark[id]"))
        {
            var backs = page.QuerySelectorAll($".backs a").Where(back => page.GetElementById(back.GetAttribute("href")![1..])!.QuerySelectorAll("a").Any(link => link.GetAttribute("href") == "#" + mark.Id)
                || page.GetElementById(back.GetAttribute("href")![1..])!.LocalName == "mark");
            Assert.NotEmpty(backs);
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Nothing_runs_and_nothing_is_fetched(string name)
    {
        var html = RenderedPage.Html(Make(name));
        var page = RenderedPage.Parse(html);

        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, embed, form, input, [style], base"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain(page.QuerySelectorAll("[href], [src]"), element => !element.GetAttribute("href")!.StartsWith('#'));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_names_the_style_sheet_that_stands_in_the_page()
    {
        var page = RenderedPage.Parse(RenderedPage.Html(InventedEdition.Rich()));
        var style = System.Text.Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent);

        Assert.Contains("sha256-" + Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(style)), page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_articles_stand_in_full()
    {
        var page = RenderedPage.Parse(RenderedPage.Html(InventedEdition.Rich()));
        var texts = page.QuerySelectorAll("article.text").Select(Bare);

        Assert.Equal(InventedEdition.Sources.Select(text => string.Concat(text.Split("\n\n"))), texts);
    }

    [Fact]
    public void What_stands_in_quotation_marks_stands_so_in_a_source()
    {
        var page = RenderedPage.Parse(RenderedPage.Html(InventedEdition.Rich()));
        var source = Fold(string.Concat(InventedEdition.Sources));
        var quoted = page.QuerySelectorAll(".wording > p").SelectMany(p => p.TextContent.Split('“').Skip(1).Select(part => part.Split('”')[0])).ToArray();

        Assert.Equal(4, quoted.Length);
        Assert.All(quoted, words => Assert.Contains("\"" + Fold(words), source, StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".wording > p.indirect"), p => Assert.DoesNotContain("“", p.TextContent, StringComparison.Ordinal));
        Assert.Equal(2, page.QuerySelectorAll(".wording > p.indirect").Length);
    }

    [Fact]
    public void Variants_are_the_words_that_differ()
    {
        var page = RenderedPage.Parse(RenderedPage.Html(InventedEdition.Rich()));
        var variants = page.QuerySelectorAll(".variant").Select(word => word.TextContent);

        Assert.Equal(["and", "spare,", "backup,"], variants);
    }

    [Fact]
    public void Independence_is_said_only_where_it_is_established()
    {
        var established = RenderedPage.Parse(RenderedPage.Html(InventedEdition.Rich(isEstablished: true))).Body!.TextContent;
        var open = RenderedPage.Parse(RenderedPage.Html(InventedEdition.Rich(isEstablished: false))).Body!.TextContent;

        Assert.Contains("independent voices", established, StringComparison.Ordinal);
        Assert.DoesNotContain("independent voice", open, StringComparison.Ordinal);
        Assert.Contains("independence not established", open, StringComparison.Ordinal);
        Assert.DoesNotContain("confirmed", established + open, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Sections_without_content_are_not_there()
    {
        var page = RenderedPage.Parse(RenderedPage.Html(InventedEdition.Lone()));

        Assert.Equal(["The account in full", "Not read"], page.QuerySelectorAll("section > h2").Select(heading => heading.TextContent));
    }

    [Fact]
    public void Headings_do_not_skip_a_level_and_regions_have_names()
    {
        foreach (var edition in new[] { InventedEdition.Rich(), InventedEdition.Several(), InventedEdition.Lone() })
        {
            var page = RenderedPage.Parse(RenderedPage.Html(edition));
            var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToArray();

            Assert.Single(levels, level => level == 1);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
            Assert.All(page.QuerySelectorAll("[aria-labelledby]"), region => Assert.NotNull(page.GetElementById(region.GetAttribute("aria-labelledby")!)));
            Assert.All(page.QuerySelectorAll("th"), header => Assert.NotNull(header.GetAttribute("scope")));
            Assert.Single(page.QuerySelectorAll("main"));
        }
    }

    [Fact]
    public void The_same_edition_gives_the_same_page() =>
        Assert.Equal(RenderedPage.Html(InventedEdition.Rich()), RenderedPage.Html(InventedEdition.Rich()));

    [Fact]
    public void The_page_of_the_samples_keeps_its_threads_and_quotes_only_what_is_quoted()
    {
        var run = ProgramRun.Of("read", Repository.At("samples", "ferry"), "--html", "-");
        var page = RenderedPage.Parse(run.Text);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
        var links = page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).ToArray();
        var marked = page.QuerySelectorAll("mark[id]").Select(mark => mark.Id!).ToArray();
        var texts = Fold(string.Concat(page.QuerySelectorAll("article.text").Select(Bare)));
        var quoted = page.QuerySelectorAll(".wording > p").SelectMany(p => p.TextContent.Split('“').Skip(1).Select(part => part.Split('”')[0])).ToArray();

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Empty(links.Except(ids, StringComparer.Ordinal));
        Assert.Empty(marked.Except(links, StringComparer.Ordinal));
        Assert.NotEmpty(quoted);
        Assert.All(quoted, words => Assert.Contains("\"" + QuotedWords.OneLine(Fold(words)), texts, StringComparison.Ordinal));
    }

    private static Edition Make(string name) => name switch
    {
        "rich" => InventedEdition.Rich(),
        "unestablished" => InventedEdition.Rich(isEstablished: false),
        "lone" => InventedEdition.Lone(),
        _ => InventedEdition.Several(),
    };

    /// <summary>An article's paragraphs without the labels that were set beside its passages.</summary>
    private static string Bare(IElement article)
    {
        foreach (var back in article.QuerySelectorAll(".backs").ToArray())
        {
            back.Remove();
        }

        return string.Concat(article.Children.Where(child => child.LocalName == "p").Select(p => p.TextContent));
    }

    private static string Fold(string text) => text.Replace('“', '"').Replace('”', '"').Replace('‘', '"');
}
