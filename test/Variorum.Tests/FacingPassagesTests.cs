using Variorum.Rendering;

namespace Variorum.Tests;

public sealed class FacingPassagesTests
{
    private const string Rest = "The company that runs the ferry said it would keep the ship in port until divers had looked at the rudder.";

    [Theory]
    [InlineData(
        "Nine passengers were treated for bruises at the harbour office.",
        "Nine passengers were treated for bruises at the harbour office, a low building beside the fish market that once held the customs and the pilots of the bay.",
        "put in: a low building beside the fish market that once held the customs and the pilots of the bay")]
    [InlineData(
        "Nine passengers were treated for bruises at the harbour office before they were sent home, which took until midnight.",
        "Nine passengers were treated for bruises at the harbour office before they were sent home.",
        "left out: which took until midnight")]
    [InlineData(
        "The doctor said nine passengers were treated for bruises at the harbour office before they were sent home.",
        "Nine passengers were treated for bruises at the harbour office before they were sent home, the doctor said.",
        "moved: the doctor said")]
    [InlineData(
        "Nine passengers were treated for bruises at the harbour office before they were sent home.",
        "Nine passengers were treated for bruises at the fish market before they were sent home.",
        "put for harbour office: fish market")]
    [InlineData(
        "Nine passengers were treated for bruises at the harbour office before they were sent home.",
        "Nine passengers were treated for bruises at the harbour office before they were sent home.",
        "")]
    public void Says_what_was_kept_cut_and_changed(string source, string taker, string said)
    {
        var story = Reports.Story(Reports.Read($"{source}\n\n{Rest}", "2031-03-04"), Reports.Read($"{taker}\n\n{Rest}", "2031-03-05"));
        var link = Assert.Single(story.Lineage.Links);
        var facing = FacingPassages.Of(story, link);

        Assert.Equal(said, FacingPassages.Say(story, link, facing[0]));
        Assert.All(facing, one =>
        {
            Assert.Equal(Kept(story.Readings[0], one.From), Kept(story.Readings[1], one.To));
            Assert.DoesNotContain(one.From, part => part.Change == FacingChange.Added);
            Assert.DoesNotContain(one.To, part => part.Change == FacingChange.Cut);
        });
    }

    private static string Kept(Reading reading, IEnumerable<FacingPart> parts) =>
        string.Concat(parts.Where(part => part.Change == FacingChange.Kept).SelectMany(part => part.Span.Of(reading.Article.Text).ToString().Where(char.IsLetterOrDigit))).ToLowerInvariant();
}
