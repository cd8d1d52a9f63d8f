using Variorum.Linking;

namespace Variorum.Tests;

public sealed class EntityLinkerTests
{
    private const string Parting = "\n----\n";

    [Fact]
    public void FollowsTheWorkedExamples() => Specs.Run("linking/entities.txt", Print);

    [Theory]
    [InlineData("pezeshkian", "pezeshkyan", true)]
    [InlineData("kadyrov", "kadirov", true)]
    [InlineData("mohammed", "muhammad", true)]
    [InlineData("maria", "mario", false)]
    [InlineData("smith", "smyth", true)]
    [InlineData("baker", "barker", false)]
    public void KnowsOneWordInTwoSpellings(string left, string right, bool same) => Assert.Equal(same, LinkKey.SoundsLike(left, right));

    [Fact]
    public void TheOrderOfReadingsPlaysNoPart()
    {
        string[] texts = ["Ostrian leader Mara Veld spoke. Veld left.", "Veld met Peter Holm of Norr Energy Ltd in Lisbon.", "Norr Energy said Holm had resigned. Anna Holm stays."];
        var forward = Reports.Story(texts).Entities.Select(e => (e.Name, e.Type, e.Chains.Length));
        var backward = Reports.Story(texts.Reverse()).Entities.Select(e => (e.Name, e.Type, e.Chains.Length));
        Assert.Equal(forward, backward);
    }

    /// <summary>The articles are parted by a line of four hyphens; one entity a line, with the article and the chain's own name for each chain.</summary>
    private static string Print(string texts)
    {
        var story = Reports.Story(texts.Split(Parting));
        return Specs.Lines(story.Entities.Select(e =>
            $"{e.Type.ToString().ToLowerInvariant()}: {e.Name}{(e.Roles.IsEmpty ? "" : $" [{string.Join("; ", e.Roles)}]")} = {string.Join(" | ", e.Chains.Select(c => $"{c.Article + 1} {story.Readings[c.Article].Chains[c.Chain].Name}"))}"));
    }
}
