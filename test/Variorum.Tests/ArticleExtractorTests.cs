using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Variorum.Extracting;

namespace Variorum.Tests;

public sealed class ArticleExtractorTests
{
    private const string Report = "The council of Orvale voted on Monday to close the old bridge for the winter.\n\nThe mayor said that the way round by the ford would cost carters an hour.\n";

    private static readonly string[] Paths = ["a.txt", "a.md", "a.html", "a.json", "a.txt.gz", "a.pdf", "a"];

    [Fact]
    public void Plain_texts() => Specs.Run("extracting/text.txt", input => Print(Extract("a.txt", input)));

    [Fact]
    public void Html_pages() => Specs.Run("extracting/html.txt", input => Print(Extract("a.html", input)));

    [Fact]
    public void Records() => Specs.Run("extracting/records.txt", input => Print(Extract("a.json", input)));

    [Theory]
    [InlineData("a.txt", "", ProblemCodes.Empty)]
    [InlineData("a.html", "  \n ", ProblemCodes.Empty)]
    [InlineData("a.json", "", ProblemCodes.Empty)]
    [InlineData("a.json", "{\"title\": ", ProblemCodes.Damaged)]
    [InlineData("a.json", "[1, 2]", ProblemCodes.NoArticle)]
    [InlineData("a.pdf", "%PDF-1.7 and so on", ProblemCodes.UnsupportedForm)]
    [InlineData("a.docx", "PK\u0003\u0004 and so on", ProblemCodes.UnsupportedForm)]
    [InlineData("a.txt", "\u0001\u0002\0\0\u0003\0\0\u0004", ProblemCodes.Binary)]
    [InlineData("a.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>", ProblemCodes.NoArticle)]
    public void A_page_without_an_article_says_why(string path, string content, string code)
    {
        var article = Extract(path, content);

        Assert.Equal("", article.Text);
        Assert.Equal(code, Assert.Single(article.Problems).Code);
    }

    [Fact]
    public void A_scrap_is_kept_and_marked()
    {
        var article = Extract("a.txt", "bridge ford mill");

        Assert.Equal("bridge ford mill", article.Text);
        Assert.Equal(ProblemCodes.NoArticle, Assert.Single(article.Problems).Code);
    }

    [Fact]
    public void Another_language_is_kept_and_marked()
    {
        var article = Extract("a.txt", "Der Rat von Orvale hat am Montag beschlossen, die alte Brücke für den Winter zu schließen, und die Fuhrleute sind nicht froh.\n\nDas ist nicht das erste Mal, dass sich die Stadt mit der Brücke befasst.");

        Assert.Equal("de", article.Language);
        Assert.Contains("Fuhrleute", article.Text, StringComparison.Ordinal);
        Assert.Equal(ProblemCodes.Language, Assert.Single(article.Problems).Code);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public void A_huge_page_is_cut_and_marked(string path)
    {
        var line = path == "a.html" ? "<p>The council of Orvale voted on Monday to close the bridge number {0}.</p>\n" : "The council of Orvale voted on Monday to close the bridge number {0}.\n";
        var content = new StringBuilder();
        for (var i = 0; content.Length < 50_000_000; i++)
        {
            content.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, line, i);
        }

        var article = Extract(path, content.ToString());

        Assert.InRange(article.Text.Length, 100_000, Limits.TextLength);
        Assert.All(article.Problems, problem => Assert.Equal(ProblemCodes.TooLarge, problem.Code));
        Assert.NotEmpty(article.Problems);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>x")]
    [InlineData("<table><tr><td>x")]
    [InlineData("<svg><p>")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<a b c d e f g h i j>")]
    public void A_bomb_of_tags_goes_off_without_harm(string part)
    {
        var article = Extract("a.html", "<html><body><article><p>" + Report + "</p></article>" + string.Concat(Enumerable.Repeat(part, 40_000)));

        Assert.Contains("The council of Orvale voted on Monday", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_marked() =>
        Assert.Contains(Extract("a.html", string.Concat(Enumerable.Repeat("<div>", 5000)) + "<p>" + Report).Problems, problem => problem.Code == ProblemCodes.TooDeep);

    [Fact]
    public void A_page_that_breaks_off_is_read_up_to_there()
    {
        var article = Extract("a.html", "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>The council of Orvale voted on Monday to close the old bridge for the winter.</p><p>The mayor said that nobody had any reason to comp");

        Assert.Equal("Bridge closed", article.Headline);
        Assert.StartsWith("The council of Orvale voted on Monday to close the old bridge for the winter.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Encodings_give_one_text()
    {
        const string text = "The café of Orvale, “Zoë’s”, closed on Monday – its owner said she was tired of the floods.";
        foreach (var (name, hasMark) in new[] { ("utf-8", false), ("utf-8", true), ("utf-16", true), ("utf-16", false), ("utf-16BE", false), ("windows-1252", false) })
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

            Assert.Equal(text, Extract("a.txt", bytes).Text);
        }
    }

    [Fact]
    public void A_wrong_charset_of_the_carrier_does_not_spoil_utf_8() =>
        Assert.Equal("The café of Orvale closed on Monday, its owner said.", new ArticleExtractor(Reports.Models).Extract(new Page("a.txt", Encoding.UTF8.GetBytes("The café of Orvale closed on Monday, its owner said."), Charset: "iso-8859-1")).Text);

    [Fact]
    public void Replaced_bytes_are_counted()
    {
        var bytes = Encoding.UTF8.GetBytes("Déjà vu à Orvale, où le café fermé a été rouvert, said the owner of the café. " + Report);
        bytes[60] = 0xFF;

        Assert.Contains(Extract("a.txt", bytes).Problems, problem => problem.Code == ProblemCodes.Encoding);
    }

    [Fact]
    public void Gzip_is_expanded_and_a_break_in_it_marked()
    {
        var whole = Compress(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"The bridge number {i * i} was closed on Monday.\n\n"))));

        Assert.Empty(Extract("a.txt.gz", whole).Problems);
        Assert.Contains(Extract("a.txt.gz", whole[..(whole.Length / 2)]).Problems, problem => problem.Code == ProblemCodes.Damaged);
    }

    [Fact]
    public void A_bomb_of_gzip_is_expanded_only_so_far() =>
        Assert.Contains(Extract("a.txt.gz", Compress(new byte[100_000_000])).Problems, problem => problem.Code == ProblemCodes.TooLarge);

    [Fact]
    public void No_bytes_make_it_throw() =>
        Prop.ForAll(Pages(), page =>
        {
            var article = Extract(page.Path, page.Content);

            Assert.True(article.Text.Length > 0 || !article.Problems.IsEmpty);
            Assert.All(article.Problems, problem => Assert.Contains(problem.Code, ProblemCodes.All));
            Assert.True(article.Dateline is not { } dateline || new TextSpan(0, article.Text.Length).Contains(dateline.Span));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    internal static Article Extract(string path, string content) => Extract(path, Encoding.UTF8.GetBytes(content));

    internal static Article Extract(string path, byte[] content) => new ArticleExtractor(Reports.Models).Extract(new Page(path, content));

    /// <summary>Half of them noise, half made of what the readers look for.</summary>
    private static Arbitrary<(string Path, byte[] Content)> Pages()
    {
        string[] parts =
        [
            "<p>", "</div>", "<div class=\"share", "<script type=\"application/ld+json\">", "{\"@type\":\"NewsArticle\",\"headline\":\"", "\"}", "</script>", "<time datetime=\"2031-02-30\">",
            "By ", "Reuters", "October 11, 2031", "| Updated 99:99", "\n\n", "[](", "**", "https://", "(AP) — ", "ORVALE, Pa. ", "\"text\":", "{", "[", "\\ud800", "&#0;", "<!--", "—", "”", "\r", "\t", "© ", "Source:", "31/12/2031", "12.13",
        ];
        var made = Gen.Elements(parts).ListOf().Select(list => Encoding.UTF8.GetBytes(string.Concat(list)));
        var noise = ArbMap.Default.GeneratorFor<byte[]>();
        return (from path in Gen.Elements(Paths) from content in Gen.OneOf(made, noise) select (path, content)).ToArbitrary();
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }

    private static string Print(Article article)
    {
        var lines = new List<string>();
        Add(lines, "headline", article.Headline);
        Add(lines, "outlet", article.Outlet is { } outlet ? string.Join(", ", new[] { outlet.Name, outlet.Domain }.OfType<string>()) : null);
        Add(lines, "byline", string.Join("; ", article.Bylines.Select(byline => $"{byline.Name} ({byline.Kind})")));
        Add(lines, "wire", string.Join(", ", article.Wires));
        Add(lines, "published", article.Published is { } date ? $"{date} from {article.PublishedFrom}" : null);
        Add(lines, "modified", article.Modified?.ToString());
        Add(lines, "dateline", article.Dateline is { } line ? $"{line.Place ?? "-"}, {line.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-"}: \"{line.Span.Of(article.Text)}\"" : null);
        Add(lines, "url", article.Url);
        Add(lines, "credit", string.Join("; ", article.Credits));
        Add(lines, "problem", string.Join(", ", article.Problems.Select(problem => problem.Code)));
        return Specs.Lines([.. lines, "", article.Text]);
    }

    private static void Add(List<string> lines, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            lines.Add($"{name}: {value}");
        }
    }
}
