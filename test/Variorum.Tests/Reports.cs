using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Variorum.Linking;
using Variorum.Tracing;

namespace Variorum.Tests;

/// <summary>Readings and stories for tests, made by the pipeline from plain text. The models are loaded once.</summary>
internal static class Reports
{
    private static readonly Lazy<Models> Loaded = new(() => Models.Load(name => File.OpenRead(Path.Combine(AppContext.BaseDirectory, "models", name))));

    public static Models Models => Loaded.Value;

    public static Pipeline Pipeline { get; } = new(Models);

    /// <summary>An article whose text is exactly <paramref name="text"/>: nothing is taken for a headline or a byline.</summary>
    /// <param name="text">The body, paragraphs parted by a blank line.</param>
    /// <param name="published">A day ("2031-03-05"); null for an undated report.</param>
    /// <param name="headline">Its title.</param>
    public static Article Article(string text, string? published = null, string? headline = null)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new Article
        {
            Path = $"{hash[..8]}.txt",
            Sha256 = hash,
            Text = text.Replace("\r\n", "\n", StringComparison.Ordinal),
            Headline = headline,
            Language = "en",
            Published = published is null ? null : new Timestamp(DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            PublishedFrom = published is null ? null : DateSource.Metadata,
        };
    }

    /// <summary>What a text says, with nothing taken for a headline or a byline.</summary>
    public static Reading Read(string text, string? published = null, string? headline = null) => Pipeline.Read(Article(text, published, headline));

    /// <summary>What a file of this name and content says, extraction included.</summary>
    public static Reading ReadPage(string content, string path = "report.txt") => Pipeline.Read(Page(content, path));

    public static Page Page(string content, string path = "report.txt") => new(path, Encoding.UTF8.GetBytes(content));

    /// <summary>One story of these readings in this order, whatever the clusterer would make of them.</summary>
    public static Story Story(params IEnumerable<Reading> readings)
    {
        var heap = readings.ToList();
        return new Story([.. heap], new LineageTracer(Models).Trace([.. heap]), new EntityLinker(Models).Link([.. heap]));
    }

    /// <summary>One story of these texts, undated, in this order.</summary>
    public static Story Story(params IEnumerable<string> texts) => Story(texts.Select(text => Read(text)));

    /// <summary>The account of these texts as one story.</summary>
    public static Account Tell(params IEnumerable<string> texts) => Pipeline.Tell(Story(texts));
}
