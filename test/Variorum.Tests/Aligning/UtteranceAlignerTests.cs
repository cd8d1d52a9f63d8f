using Variorum.Aligning;

namespace Variorum.Tests.Aligning;

public sealed class UtteranceAlignerTests
{
    [Fact]
    public void Worked_examples() => Specs.Run("aligning/utterances.txt", input =>
    {
        var story = Reports.Story(input.Split("\n||\n"));
        return Specs.Lines(new UtteranceAligner(Reports.Models).Align(story).Select(utterance =>
            $"{utterance.SpeakerName ?? "?"} ({utterance.Rule}): {string.Join(" | ", utterance.Quotes.Select(part => $"{part.Article + 1} {part.Span.Of(story.Readings[part.Article].Article.Text)}"))}"));
    });

    [Fact]
    public void Wordings_stand_in_their_articles_and_parts_in_their_quotes()
    {
        var story = Reports.Story("“The dam will hold. Nobody needs to leave,” Ada Lind said.", "Ada Lind said nobody needed to leave the “iron dam” town.");
        Assert.All(new UtteranceAligner(Reports.Models).Align(story), utterance =>
        {
            Assert.All(utterance.Quotes, part => Assert.Contains(story.Readings[part.Article].Quotes[part.Quote].Content, content => content.Contains(part.Span)));
            Assert.All(utterance.Wordings, wording => Assert.Contains(utterance.Quotes, part => part.Article == wording.Citation.Article && part.Span == wording.Citation.Span));
        });
    }
}
