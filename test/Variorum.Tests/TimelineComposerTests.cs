namespace Variorum.Tests;

public sealed class TimelineComposerTests
{
    [Fact]
    public void Examples() => Specs.Run("composing/timeline.txt", input => Specs.Lines(Entries(input)));

    private static IEnumerable<string> Entries(string input)
    {
        var story = Reports.Story(input.Split('\n').Select(line => Reports.Read(line[13..], line[..10])));
        return Reports.Pipeline.Tell(story).Timeline.Select(e =>
            $"{e.When} | {e.Evidence[0].Span.Of(story.Readings[e.Evidence[0].Article].Article.Text)} ({string.Join(", ", e.Evidence.Select(c => c.Article).Order())})");
    }
}
