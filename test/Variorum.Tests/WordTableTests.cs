namespace Variorum.Tests;

public sealed class WordTableTests
{
    [Fact]
    public void RareWordsWeighMoreAndUnknownOnesMost()
    {
        var words = Reports.Models.Words;
        Assert.True(words.Idf("the") < words.Idf("summit"));
        Assert.True(words.Idf("summit") < words.Idf("qqzzxx"));
        Assert.Equal(words.Idf("summit"), words.Idf("Summit"));
    }

    [Theory]
    [InlineData("deal", "agreement", "table")]
    [InlineData("injure", "wound", "sing")]
    public void NearWordsAreNearerThanOthers(string word, string near, string far)
    {
        var words = Reports.Models.Words;
        Assert.True(words.Similarity(word, near) > words.Similarity(word, far) + 0.2f);
        Assert.Equal(words.Similarity(word, near), words.Similarity(near, word));
    }

    [Fact]
    public void SimilarityIsACosine()
    {
        var words = Reports.Models.Words;
        Assert.Equal(1, words.Similarity("qqzzxx", "qqzzxx"));
        Assert.Equal(0, words.Similarity("qqzzxx", "deal"));
        Assert.InRange(words.Similarity("deal", "agreement"), -1f, 1f);
    }
}
