using Variorum.Aligning;

namespace Variorum.Tests;

public class ClaimAlignerTests
{
    [Fact]
    public void Examples() => Specs.Run("aligning/claims.txt", input =>
    {
        var account = Reports.Tell(input.Split("\n***\n"));
        return Specs.Lines(account.Claims.Where(g => g.Evidence.Length > 1).Select(g =>
            string.Join(" | ", g.Evidence.Order(Comparer<ClaimEvidence>.Create((x, y) => (x.Article, x.Claim).CompareTo((y.Article, y.Claim))))
                .Select(e => account.Story.Readings[e.Article].Claims[e.Claim].Span.Of(account.Story.Readings[e.Article].Article.Text)))));
    });

    [Fact]
    public void EveryClaimIsInExactlyOneGroup()
    {
        var account = Reports.Tell(
            "The dam broke on Tuesday. Three villages were flooded, and the army sent boats.",
            "On Tuesday the dam broke, flooding three villages. Schools stayed closed.");
        var expected = account.Story.Readings.SelectMany((r, a) => r.Claims.Select((_, c) => new ClaimEvidence(a, c)));
        Assert.Equal(expected, account.Claims.SelectMany(g => g.Evidence).OrderBy(e => e.Article).ThenBy(e => e.Claim));
    }

    [Fact]
    public void LikenessOnAverageJoinsAndAChainDoesNot()
    {
        List<ClaimPair> chain = [new(0, 1, 0.9f, "x"), new(1, 2, 0.6f, "x"), new(2, 3, 0.9f, "x")];
        Assert.Equal([[0, 1], [2, 3]], new AverageLink(4, chain).Join().Select(g => g.ToArray()));
    }
}
