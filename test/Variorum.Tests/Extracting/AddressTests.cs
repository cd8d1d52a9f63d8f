using System.Text;
using Variorum.Extracting;

namespace Variorum.Tests.Extracting;

public sealed class AddressTests
{
    [Theory]
    [InlineData("https://www.gazette.example/a?utm_source=x&id=3&fbclid=1#top", "https://www.gazette.example/a?id=3")]
    [InlineData("http://gazette.example:80/a", "http://gazette.example/a")]
    [InlineData("https://gazette-example.cdn.ampproject.org/c/s/gazette.example/a.html", "https://gazette.example/a.html")]
    [InlineData("https://www.google.com/amp/s/gazette.example/a", "https://gazette.example/a")]
    [InlineData("mailto:a@b.example", "mailto:a@b.example")]
    public void An_address_loses_what_does_not_tell_its_page(string address, string plain) => Assert.Equal(plain, CanonicalAddress.Of(address));

    [Theory]
    [InlineData("https://m.gazette.example/a/", "http://www.gazette.example/a")]
    [InlineData("https://gazette.example/a/amp", "https://gazette.example/a?utm_medium=x")]
    [InlineData("https://amp.gazette.example/a", "https://gazette.example/a")]
    public void Two_addresses_of_one_page_have_one_key(string left, string right) => Assert.Equal(CanonicalAddress.KeyOf(left), CanonicalAddress.KeyOf(right));

    [Theory]
    [InlineData("news.gazette.co.uk", "gazette.co.uk")]
    [InlineData("a.b.blogspot.com", "b.blogspot.com")]
    [InlineData("www.ck", "www.ck")]
    [InlineData("x.unknown-top", "x.unknown-top")]
    [InlineData("co.uk", "co.uk")]
    public void The_registrable_part_is_by_the_list(string host, string registrable) => Assert.Equal(registrable, Reports.Models.Suffixes.Registrable(host));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: variorum\nDisallow: /x", "/y", true)]
    [InlineData("User-agent: other\nUser-agent: Variorum\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /a%3cd.html", "/a%3Cd.html", false)]
    [InlineData("User-agent: *\nDisallow: /%7ejoe/", "/~joe/index.html", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("# nothing", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void Robots_say_what_may_be_fetched(string rules, string path, bool isAllowed) => Assert.Equal(isAllowed, RobotsRules.Read(Encoding.UTF8.GetBytes(rules), "variorum").Allows(path));
}
