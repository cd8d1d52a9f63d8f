namespace Variorum.Tests;

public class ClaimFinderTests
{
    [Theory]
    [InlineData("claiming/stance.txt")]
    [InlineData("claiming/clauses.txt")]
    public void Examples(string file) => Specs.Run(file, text => Print(Reports.Read(text)));

    private static string Print(Reading reading) => Specs.Lines(reading.Claims.Select(c =>
        $"{c.Stance.ToString().ToLowerInvariant()}{(c.Sources.IsEmpty ? "" : $" by {string.Join(", ", c.Sources)}")}: {c.Span.Of(reading.Article.Text)}  [{c.Rule}]"));
}
