using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Variorum.App.Fetching;

namespace Variorum.App.Tests;

/// <summary>Fetching against a server on this machine that answers well and badly.</summary>
public sealed class FetcherTests : IAsyncLifetime
{
    private const string Markup = "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>The council of Orvale voted on Monday to close the old bridge for the winter.</p></article></body></html>";

    private static readonly FetchOptions Quick = new() { Gap = TimeSpan.Zero, Time = TimeSpan.FromSeconds(20), IsOpen = address => address.Equals(IPAddress.Loopback) };

    private PressServer server = null!;

    public async Task InitializeAsync() => server = await PressServer.Start();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_page_comes_with_its_address_charset_and_form()
    {
        server.Page("/a", "caf\u00e9", "text/html; charset=utf-8");
        var fetched = await Fetch("/a");

        Assert.Equal(("text/html", "utf-8", server.Address + "/a"), (fetched.Page.MediaType, fetched.Page.Charset, fetched.Page.Url));
        Assert.Equal("caf\u00e9", Encoding.UTF8.GetString(fetched.Page.Content.Span));
        Assert.All(server.Asked, asked => Assert.StartsWith("variorum/", asked.Agent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Robots_are_obeyed_at_each_hop()
    {
        server.Page("/robots.txt", "User-agent: *\nDisallow: /closed", "text/plain").Page("/closed/a", Markup).On("/open", context => Redirect(context, "/closed/a"));

        Assert.Equal(InputCodes.Robots, await Refusal("/closed/a"));
        Assert.Equal(InputCodes.Robots, await Refusal("/open"));
        Assert.DoesNotContain(server.Asked, asked => asked.Path == "/closed/a");
    }

    [Fact]
    public async Task A_site_whose_robots_fail_is_left_alone()
    {
        server.On("/robots.txt", context => Status(context, 500)).Page("/a", Markup);

        Assert.Equal(InputCodes.Robots, await Refusal("/a"));
    }

    [Fact]
    public async Task A_redirect_is_followed_and_an_endless_one_is_not()
    {
        server.On("/from", context => Redirect(context, "/to")).Page("/to", Markup).On("/round", context => Redirect(context, "/round"));

        Assert.Equal(server.Address + "/to", (await Fetch("/from")).Page.Url);
        Assert.Equal(InputCodes.TooManyRedirects, await Refusal("/round"));
    }

    [Fact]
    public async Task A_redirect_into_a_private_network_is_refused()
    {
        server.On("/in", context => Redirect(context, server.Address.Replace("127.0.0.1", "127.0.0.2", StringComparison.Ordinal) + "/secret")).On("/file", context => Redirect(context, "file:///etc/passwd"));

        Assert.Equal(InputCodes.RefusedAddress, await Refusal("/in"));
        Assert.Equal(InputCodes.RefusedAddress, await Refusal("/file"));
    }

    [Fact]
    public async Task A_name_that_turns_to_this_machine_is_refused()
    {
        var asked = 0;
        var turning = new FetchOptions { Gap = TimeSpan.Zero, Resolve = (_, _) => Task.FromResult(new[] { asked++ == 0 ? IPAddress.Parse("127.0.0.1") : IPAddress.Parse("169.254.169.254") }) };
        var port = new Uri(server.Address).Port;

        Assert.Equal(InputCodes.RefusedAddress, await Refusal($"http://turning.example:{port}/a", turning));
        Assert.Equal(InputCodes.RefusedAddress, await Refusal($"http://turning.example:{port}/a", turning));
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://user:secret@example.org/")]
    [InlineData("ftp://example.org/")]
    public async Task Addresses_of_this_machine_and_other_schemes_are_refused(string address) =>
        Assert.Equal(InputCodes.RefusedAddress, await Refusal(address, new FetchOptions()));

    [Fact]
    public async Task What_drips_is_given_up()
    {
        server.On("/slow", async context =>
        {
            for (var i = 0; i < 1000 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.WriteAsync("x");
                await context.Response.Body.FlushAsync();
                await Task.Delay(20);
            }
        });

        Assert.Equal(InputCodes.TimedOut, await Refusal("/slow", Quick with { Time = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public async Task A_bomb_of_gzip_is_not_expanded()
    {
        server.On("/bomb", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            {
                gzip.Write(new byte[100_000_000]);
            }

            await context.Response.Body.WriteAsync(packed.ToArray());
        });

        Assert.Equal(ProblemCodes.TooLarge, await Refusal("/bomb"));
    }

    [Fact]
    public async Task A_page_without_end_is_cut()
    {
        server.On("/endless", async context =>
        {
            var piece = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
            for (var i = 0; i < 100 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(piece);
            }
        });

        Assert.InRange((await Fetch("/endless")).Page.Content.Length, Limits.PageBytes, Limits.PageBytes + (1 << 17));
    }

    [Fact]
    public async Task A_picture_and_a_length_that_lies_are_said()
    {
        server.Page("/picture", "x", "image/png").On("/short", async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("ten signs.");
            context.Abort();
        });

        Assert.Equal(ProblemCodes.UnsupportedForm, await Refusal("/picture"));
        Assert.Equal(InputCodes.Unreachable, await Refusal("/short"));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_says_and_not_when_it_says_too_late()
    {
        var busy = 0;
        server.On("/busy", async context =>
        {
            if (busy++ == 0)
            {
                context.Response.Headers.RetryAfter = "1";
                await Status(context, 429);
            }
            else
            {
                await context.Response.WriteAsync(Markup);
            }
        }).On("/later", async context =>
        {
            context.Response.Headers.RetryAfter = "3600";
            await Status(context, 503);
        }).On("/gone", context => Status(context, 410));

        Assert.NotEmpty((await Fetch("/busy")).Page.Content.ToArray());
        Assert.Equal(2, busy);
        Assert.Equal(InputCodes.HttpStatus, await Refusal("/later"));
        Assert.Equal(InputCodes.HttpStatus, await Refusal("/gone"));
        Assert.Single(server.Asked, asked => asked.Path == "/gone");
    }

    [Fact]
    public async Task A_page_that_is_known_is_asked_for_only_if_it_changed()
    {
        server.On("/a", async context =>
        {
            context.Response.Headers.ETag = "\"one\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"one\"" ? 304 : 200;
            await (context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync(Markup));
        });
        using var fetcher = new Fetcher(Quick);
        var first = await fetcher.Fetch(server.Address + "/a");
        var second = await fetcher.Fetch(server.Address + "/a");

        Assert.Same(first, second);
        Assert.Equal(2, server.Asked.Count(asked => asked.Path == "/a"));
    }

    [Fact]
    public async Task Requests_to_one_host_are_spaced()
    {
        server.Page("/a", Markup).Page("/b", Markup);
        using var fetcher = new Fetcher(Quick with { Gap = TimeSpan.FromMilliseconds(400) });
        var start = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(fetcher.Fetch(server.Address + "/a"), fetcher.Fetch(server.Address + "/b"));

        Assert.InRange(start.ElapsedMilliseconds, 350, 20_000);
    }

    [Fact]
    public void What_was_fetched_can_be_kept_and_read_again()
    {
        using var workspace = new Workspace();
        var archive = workspace.At("kept.warc.gz");
        server.Page("/news/1", Markup).Page("/feed", $"<rss version=\"2.0\"><channel><title>Orvale Gazette</title><item><title>Bridge closed</title><link>{server.Address}/news/1</link><description>In short.</description></item></channel></rss>", "application/rss+xml");
        var fetched = ProgramRun.Of("extract", server.Address + "/feed", "--allow-private", "--save", archive);
        var again = ProgramRun.Of("extract", archive);

        Assert.Contains("The council of Orvale voted on Monday", fetched.Text, StringComparison.Ordinal);
        Assert.Contains("The council of Orvale voted on Monday", again.Text, StringComparison.Ordinal);
        Assert.Contains($"{server.Address}/news/1", again.Text, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains(": refused-address: ", ProgramRun.Of("extract", server.Address + "/feed").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_each_form_are_read_gzipped_too()
    {
        using var workspace = new Workspace();
        var feed = workspace.Write("feed.xml.gz", Packed($"<rss version=\"2.0\"><channel><title>Orvale Gazette</title><item><title>Bridge closed</title><description>{WebUtility.HtmlEncode(Markup)}</description></item></channel></rss>"));
        var saved = workspace.Write("page.mhtml.gz", Packed($"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/html\r\n\r\n{Markup}\r\n--b1--"));
        var run = ProgramRun.Of("extract", feed, saved);

        Assert.Equal(2, run.Text.Split("The council of Orvale voted on Monday").Length - 1);
        Assert.Contains("feed.xml.gz#1", run.Text, StringComparison.Ordinal);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private Task<FetchedPage> Fetch(string path) => Fetch(server.Address + path, Quick);

    private static async Task<FetchedPage> Fetch(string address, FetchOptions options)
    {
        using var fetcher = new Fetcher(options);
        return await fetcher.Fetch(address);
    }

    private Task<string> Refusal(string path) => Refusal(path, Quick);

    private async Task<string> Refusal(string path, FetchOptions options) =>
        (await Assert.ThrowsAsync<FetchException>(() => Fetch(path.Contains("://", StringComparison.Ordinal) ? path : server.Address + path, options))).Code;

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static Task Status(HttpContext context, int code)
    {
        context.Response.StatusCode = code;
        return Task.CompletedTask;
    }
}
