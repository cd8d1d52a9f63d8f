using System.Text.RegularExpressions;

namespace Variorum.Lab.Corpora;

/// <summary>Reads what feedparser expects of a feed: a Python expression that compares fields with literals.</summary>
internal static partial class PythonExpectation
{
    /// <summary>feedparser's fields by the names that ours have.</summary>
    private static readonly Dictionary<string, string> Fields = FieldNames.Read("""
        title: title title_detail.value
        url: link links[0].href
        description: description subtitle tagline info tagline_detail.value subtitle_detail.value info_detail.value
        language: language
        copyright: copyright rights copyright_detail.value rights_detail.value
        generator: generator
        summary: summary summary_detail.value
        id: id guid
        authors/0/*: author
        published: published_parsed created_parsed issued_parsed
        updated: updated_parsed modified_parsed date_parsed
        image: image.href image.url
        content: content[0].value
        authors/0/name: author_detail.name authors[0].name
        authors/0/email: author_detail.email authors[0].email
        authors/0/url: author_detail.href author_detail.url
        contributors/0/name: contributors[0].name
        contributors/0/email: contributors[0].email
        contributors/0/url: contributors[0].href contributors[0].url
        contributors/1/name: contributors[1].name
        authors/1/name: authors[1].name
        attachments/0/url: enclosures[0].href enclosures[0].url
        categories/0: tags[0].label category
        source/title: source.title
        """);

    /// <summary>The fields that a case compares, and why it is out of scope where none is.</summary>
    public static (IReadOnlyList<(string Path, string? Value)> Expected, string? OutOfScope) Read(string expression, string path, string feed)
    {
        var reason = OfFolder(path, feed);
        if (reason is not null)
        {
            return ([], reason);
        }

        var expected = new List<(string, string?)>();
        foreach (Match match in Comparison().Matches(expression))
        {
            var field = Dotted(match.Groups["path"].Value);
            if (!Fields.TryGetValue(field, out var ours))
            {
                return ([], "field not kept: " + Kind(field));
            }

            var isItem = match.Groups["root"].Value.StartsWith("entries", StringComparison.Ordinal);
            ours = isItem && ours == "description" ? "summary" : ours;
            expected.Add(((isItem ? $"items/{match.Groups["number"].Value}/" : "") + ours, Value(match.Groups["value"].Value)));
        }

        return expected.Count > 0 ? (expected, null) : ([], expression.Contains("not in", StringComparison.Ordinal) || expression.Contains("bozo", StringComparison.Ordinal) ? "expectation is about the program's state, not a field's text" : "expectation is no comparison with a literal");
    }

    private static string? OfFolder(string path, string feed)
    {
        foreach (var (folder, reason) in (ReadOnlySpan<(string, string)>)
            [
                ("/sanitize/", "cleaning of markup for showing it: content is read as text, never shown as markup"), ("/itunes/", "iTunes is left alone"), ("/geo/", "places in GeoRSS are not kept"), ("/cdf/", "CDF, a form before RSS"), ("/psc/", "chapters of podcasts"),
                ("/lang/", "language of each text: only the feed's is kept"), ("/media-rss/", "media beside the article are kept as addresses only"), ("/sgml/", "SGML"), ("/node_precedence/", "the program's own object model"),
            ])
        {
            if (path.Contains(folder, StringComparison.Ordinal))
            {
                return reason;
            }
        }

        if (feed.Contains("<svg", StringComparison.Ordinal) || feed.Contains("<math", StringComparison.Ordinal))
        {
            return "drawings and formulas, which are left out of articles";
        }

        return path.EndsWith("item_description_and_summary.xml", StringComparison.Ordinal) || path.EndsWith("quote_in_attr.xml", StringComparison.Ordinal) ? "the program's own choice between two readings"
            : feed.Contains("<!ENTITY", StringComparison.Ordinal) ? "entities of the document's own are refused" : null;
    }

    /// <summary>"['title_detail']['value']" as "title_detail.value".</summary>
    private static string Dotted(string path) => Key().Replace(path, ".$1").TrimStart('.');

    private static string Kind(string field) => field switch
    {
        _ when field.EndsWith(".type", StringComparison.Ordinal) || field.EndsWith(".base", StringComparison.Ordinal) || field.EndsWith(".language", StringComparison.Ordinal) => "type, base or language of a text",
        _ when field.StartsWith("source", StringComparison.Ordinal) => "parts of a source beyond its title and address",
        _ when field.StartsWith("links", StringComparison.Ordinal) => "parts of links beyond the article's address",
        _ when field.StartsWith("tags", StringComparison.Ordinal) => "schemes and terms of categories",
        _ => field,
    };

    private static string? Value(string literal)
    {
        if (literal is "None")
        {
            return null;
        }

        if (literal[0] == '(')
        {
            var numbers = literal.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
            return $"@{new DateTime(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]):yyyy-MM-ddTHH:mm:ss}";
        }

        var inner = literal.TrimStart('u', 'r')[1..^1];
        return Escape().Replace(inner, match => match.Value[1] switch
        {
            'u' or 'x' => ((char)Convert.ToInt32(match.Value[2..], 16)).ToString(),
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            var c => c.ToString(),
        });
    }

    [GeneratedRegex("""(?<root>feed|entries\[(?<number>\d+)\])(?<path>(?:\.\w+|\[[^\]]*\])+)\s*==\s*(?<value>u?r?'(?:[^'\\]|\\.)*'|u?r?"(?:[^"\\]|\\.)*"|\([\d, ]+\)|None)""")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\[['""](\w+)['""]\]")]
    private static partial Regex Key();

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")]
    private static partial Regex Escape();
}
