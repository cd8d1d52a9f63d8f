namespace Variorum.Tests;

public sealed class LabelFinderTests
{
    [Fact]
    public void Examples() => Specs.Run("composing/labels.txt", input =>
    {
        var account = Reports.Tell(input.Split('\n'));
        return Specs.Lines(account.Labels.Select(l => string.Join(" | ", l.Variants.Select(v => $"{v.Article} {v.Span.Of(account.Story.Readings[v.Article].Article.Text)}"))));
    });
}
