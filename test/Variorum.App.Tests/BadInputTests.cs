using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Variorum.App.Tests;

/// <summary>What the program does with what nobody should hand it.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly string good;

    public BadInputTests() => good = workspace.Write("good.txt", Workspace.Report());

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void A_missing_path_is_said_and_the_others_are_read()
    {
        var missing = workspace.At("missing.txt");
        var run = Read(good, missing);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"variorum: {missing}: not-found: there is no such file or folder", Assert.Single(run.ErrorLines));
        Assert.Equal(1, Articles(run));
    }

    [Fact]
    public void Nothing_that_can_be_read_is_exit_code_one()
    {
        var run = Read(workspace.At("missing.txt"));

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("empty.txt", "", "empty")]
    [InlineData("blank.txt", " \n\t\n ", "empty")]
    [InlineData("page.html", "<html><body></body></html>", "no-article")]
    public void Without_an_article_an_input_is_said_and_kept_in_the_record(string name, string text, string code)
    {
        var path = workspace.Write(name, text);
        var run = Read(good, path);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"variorum: {path}: {code}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(2, Articles(run));
        Assert.Equal(1, Read(path).ExitCode);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var bytes = new byte[4096];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i * 31 % 251);
        }

        var run = Read(workspace.Write("noise.bin", bytes), workspace.Write("image.png", [0x89, .. "PNG\r\n\u001a\n"u8.ToArray(), .. bytes]));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.DoesNotContain("internal-error", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_megabytes_of_text_are_read_in_part()
    {
        var path = workspace.At("large.txt");
        using (var writer = new StreamWriter(path))
        {
            for (var written = 0; written < 50_000_000; written += 80)
            {
                writer.Write("The light at the point failed again, and the board said it would look at it.\n\n\n\n");
            }
        }

        var run = ProgramRun.Of("extract", path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("too-large", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one word")]
    [InlineData("!!! ??? ...")]
    [InlineData("\"\"\"\"\"\"\"\"\"\"“““““““””””””‘‘‘‘‘")]
    [InlineData("Das Licht am Kap ist am Montag ausgefallen. Der Hafenmeister sagte, niemand habe so etwas je gesehen, und es werde nicht wieder geschehen.")]
    [InlineData("<html><body><article><p>The light at the point failed on Monday night and the harbour board said that it would <b>loo")]
    [InlineData("{\"title\": \"The light fails\", \"maintext\": ")]
    [InlineData("{\"title\": 12, \"maintext\": [], \"authors\": {}, \"date_publish\": \"yesterday\"}")]
    public void Odd_text_is_no_bug(string text)
    {
        string[] endings = [".txt", ".html", ".json", ".md"];
        var run = Read([good, .. endings.Select(ending => workspace.Write("odd" + ending, text + ending))]);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("internal-error", run.Errors, StringComparison.Ordinal);
        Assert.Equal(5, Articles(run));
    }

    [Fact]
    public void A_page_in_another_encoding_is_read()
    {
        var run = Read(
            workspace.Write("latin.txt", Encoding.Latin1.GetBytes(Workspace.Report("Fårö"))),
            workspace.Write("wide.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Workspace.Report("Malmö"))]));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Fårö", run.Text, StringComparison.Ordinal);
        Assert.Contains("Malmö", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_files_are_read()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Workspace.Report()));
        }

        var run = Read(workspace.Write("report.txt.gz", bytes.ToArray()));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("went dark", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_twice_is_read_once()
    {
        var copy = workspace.Write("copy.txt", Workspace.Report());
        var twice = Read(good, good);
        var copied = Read(good, copy);

        Assert.Equal((1, 1), (Articles(twice), Articles(copied)));
        Assert.Contains(": duplicate-input: ", Assert.Single(twice.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(": duplicate-input: ", Assert.Single(copied.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_things_in_it_is_read()
    {
        workspace.Write("deep/er/other.html", "<html><body><article><p>" + string.Join("</p><p>", Workspace.Report("Mill Bay").Split("\n\n")) + "</p></article></body></html>");
        workspace.Write("table.csv", "1,2");
        workspace.Write(".hidden.txt", Workspace.Report("Nowhere"));
        var run = Read(workspace.Root);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, Articles(run));
        Assert.Contains(": passed-over: 1 of 3 files", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_nothing_in_it_is_exit_code_one()
    {
        var run = Read(Directory.CreateDirectory(workspace.At("empty")).FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(": empty-folder: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_this_machine_is_refused()
    {
        var run = Read("http://127.0.0.1:9/report.html");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(": refused-address: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_page_holds_cannot_reach_the_terminal_or_another_page()
    {
        var path = workspace.Write("hostile.txt", "\u001b[2J\u001b]0;owned\u0007The light failed at \u202ePoint\u202c on Monday <script>alert(1)</script> night.\n\n\u0000\u0001 The board said so on Tuesday.");
        var terminal = ProgramRun.Of("read", path);
        var page = ProgramRun.Of("read", path, "--html", "-");

        Assert.DoesNotContain("\u001b", terminal.Text + terminal.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    private static ProgramRun Read(params string[] paths) => ProgramRun.Of(["read", .. paths, "--json", "-"]);

    private static int Articles(ProgramRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("articles").GetArrayLength();
}
