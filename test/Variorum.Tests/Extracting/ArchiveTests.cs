using System.IO.Compression;
using System.Text;
using Variorum.Extracting.Archives;

namespace Variorum.Tests.Extracting;

public sealed class ArchiveTests
{
    private const string Markup = "<html><body><p>The council of Orvale voted on Monday to close the old bridge.</p></body></html>";

    private static readonly DateTimeOffset Day = new(2031, 3, 4, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_written_is_read_again_and_the_same_bytes_come_twice()
    {
        var archive = Written();

        Assert.Equal(archive, Written());
        var page = Assert.Single(WarcReader.Read("a.warc.gz", new MemoryStream(archive))).Page!;
        Assert.Equal(("a.warc.gz#http://gazette.example/1", "http://gazette.example/1", "text/html", "utf-8"), (page.Path, page.Url, page.MediaType, page.Charset));
        Assert.Equal(Markup, Encoding.UTF8.GetString(page.Content.Span));
        Assert.True(WarcReader.IsArchive(archive.AsSpan(0, 200)));
    }

    [Fact]
    public void Chunks_and_compression_are_undone_and_other_records_passed_over()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Markup));
        }

        var half = (int)packed.Length / 2;
        var bytes = packed.ToArray();
        byte[] chunked = [.. Ascii($"{half:x}\r\n"), .. bytes[..half], .. Ascii($"\r\n{bytes.Length - half:X};note=1\r\n"), .. bytes[half..], .. Ascii("\r\n0\r\n\r\n")];
        byte[] answer = [.. Ascii("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"), .. chunked];
        byte[] archive =
        [
            .. Record("request", "http://gazette.example/1", Ascii("GET /1 HTTP/1.1\r\n\r\n")), .. Record("response", "http://gazette.example/1", answer),
            .. Record("revisit", "http://gazette.example/1", Ascii("HTTP/1.1 200 OK\r\n\r\n")), .. Record("response", "http://gazette.example/x.png", Ascii("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")),
            .. Record("response", "http://gazette.example/gone", Ascii("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nx")),
        ];

        Assert.Equal(Markup, Encoding.UTF8.GetString(Assert.Single(WarcReader.Read("a.warc", new MemoryStream(archive))).Page!.Content.Span));
    }

    [Fact]
    public void A_broken_archive_is_read_up_to_the_break()
    {
        var archive = Written();
        for (var length = 0; length < archive.Length; length += 7)
        {
            var found = WarcReader.Read("a", new MemoryStream(archive[..length])).ToList();
            Assert.True(found.Count <= 2);
        }

        var broken = archive.ToArray();
        broken.AsSpan(archive.Length / 2, 40).Fill(0x55);
        Assert.Contains(WarcReader.Read("a", new MemoryStream(broken)), found => found.Problem?.Code == ProblemCodes.Damaged);
        byte[] lying = [.. Ascii("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x")];
        Assert.Contains(WarcReader.Read("a", new MemoryStream(lying)), found => found.Problem?.Code == ProblemCodes.Damaged);
    }

    [Theory]
    [InlineData("quoted-printable", "<p>The caf=C3=A9 of Orvale closed on Mon=\r\nday.</p>")]
    [InlineData("base64", "PHA+VGhlIGNhZsOpIG9mIE9ydmFsZSBjbG9z\r\nZWQgb24gTW9uZGF5LjwvcD4=")]
    [InlineData("8bit", "<p>The café of Orvale closed on Monday.</p>")]
    public void A_page_saved_whole_gives_its_page(string encoding, string body)
    {
        var mhtml = $"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b1\"\r\n\r\n----b1\r\nContent-Type: text/css\r\n\r\np {{}}\r\n----b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: http://gazette.example/1\r\n\r\n{body}\r\n----b1--\r\n";
        var saved = new Page("a.mhtml", Encoding.UTF8.GetBytes(mhtml));
        var page = MhtmlReader.Read(saved)!;

        Assert.True(MhtmlReader.IsMhtml(saved.Content.Span));
        Assert.Equal("http://gazette.example/1", page.Url);
        Assert.Equal("<p>The café of Orvale closed on Monday.</p>", Encoding.UTF8.GetString(page.Content.Span).Trim());
    }

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        var writer = new WarcWriter(stream, "variorum test");
        writer.Write("http://gazette.example/1", Day, "200 OK", [KeyValuePair.Create("Content-Type", "text/html; charset=utf-8"), KeyValuePair.Create("Content-Encoding", "br")], Encoding.UTF8.GetBytes(Markup));
        return stream.ToArray();
    }

    private static byte[] Record(string type, string address, byte[] block) =>
        [.. Ascii($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: <{address}>\r\nContent-Type: application/http\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. Ascii("\r\n\r\n")];

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
