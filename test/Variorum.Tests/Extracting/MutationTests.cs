using System.Diagnostics;
using System.Text;
using Variorum.Extracting;
using Variorum.Extracting.Archives;
using Variorum.Extracting.Feeds;

namespace Variorum.Tests.Extracting;

/// <summary>Inputs of each form, changed at random from fixed seeds: no reader throws, hangs or eats memory. <c>FUZZ_SECONDS</c> makes the run longer.</summary>
[Collection(nameof(HostileTexts))]
public sealed class MutationTests
{
    private const int UsualInputs = 400;

    private const long MostMemory = 512L << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly string[] Pieces =
        ["<", ">", "&", "\"", "'", "\0", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x110000;", "<div>", "</article>", "<script>", "{", "}", "[", "\\u", "\\ud800", "\u202E", "\uFFFF", "\r\n\r\n", "Content-Length: 99999999999999999999\r\n", "--b1", "WARC/1.0\r\n", "charset=utf-16", "encoding=\"x\"", "2024-99-99T99:99:99+99:99", "99999999999999999999", "\u001b$B"];

    private static readonly (string Path, byte[] Content)[] Fixtures =
    [
        .. Repository.Files("samples", "*.html").Select(file => ("a.html", File.ReadAllBytes(file))),
        .. Parts("extracting/html.txt", "a.html"),
        .. Parts("extracting/text.txt", "a.txt"),
        .. Parts("extracting/records.txt", "a.json"),
        .. Parts("extracting/feeds.txt", "a.xml"),
        ("a.warc", Encoding.UTF8.GetBytes("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 95\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n0\r\n\r\n\r\n\r\n")),
        ("a.mhtml", Encoding.UTF8.GetBytes("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The caf=C3=A9 closed.</p>\r\n--b1--")),
    ];

    [Fact]
    public void No_change_of_an_input_makes_a_reader_fail()
    {
        var limit = Environment.GetEnvironmentVariable("FUZZ_SECONDS") is { } seconds ? TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)) : TimeSpan.Zero;
        var clock = Stopwatch.StartNew();
        var dice = new Random(20310304);
        var count = 0;
        for (; count < UsualInputs || clock.Elapsed < limit; count++)
        {
            var (path, content) = Fixtures[dice.Next(Fixtures.Length)];
            var changed = Changed(content, dice);
            var before = clock.Elapsed;
            Read(new Page(path, changed));
            Assert.True(clock.Elapsed - before < Longest * 5, $"input {count} of {path} took {clock.Elapsed - before}");
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, MostMemory);
        Console.WriteLine($"{count} changed inputs were read");
    }

    private static void Read(Page page)
    {
        var article = Reports.Pipeline.Extract(page);
        Assert.All(article.Blocks, block => Assert.InRange(block.Span.End, block.Span.Start, article.Text.Length));
        if (FeedReader.Read(page) is { } feed)
        {
            Assert.All(FeedReader.Pages(page, feed).Take(5), item => Reports.Pipeline.Extract(item.Page));
        }

        Assert.All(WarcReader.Read("a", new MemoryStream(page.Content.ToArray())), found => Assert.True(found.Page is null != found.Problem is null));
        WarcReader.IsArchive(page.Content.Span);
        MhtmlReader.Read(page);
        Opml.Read(page);
        RobotsRules.Read(page.Content.Span, "variorum").Allows("/a*b$");
    }

    private static byte[] Changed(byte[] content, Random dice)
    {
        var bytes = content.ToList();
        for (var changes = dice.Next(1, 12); changes > 0; changes--)
        {
            var at = dice.Next(bytes.Count + 1);
            var length = Math.Min(dice.Next(1, 200), bytes.Count - at);
            switch (dice.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[dice.Next(Pieces.Length)]));
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = (byte)dice.Next(256);
                    break;
                case 3:
                    bytes.InsertRange(dice.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Pieces[dice.Next(Pieces.Length)]), dice.Next(1, 400)).SelectMany(piece => piece));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>The inputs of a file of worked examples.</summary>
    private static IEnumerable<(string Path, byte[] Content)> Parts(string specs, string path) =>
        Repository.Text(Repository.At("specs", specs)).Split("\n====\n").Select(part => (path, Encoding.UTF8.GetBytes(part.Split("\n--\n")[0])));
}
