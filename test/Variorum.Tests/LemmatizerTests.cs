namespace Variorum.Tests;

public sealed class LemmatizerTests
{
    [Theory]
    [InlineData("VBD", "said told left began hoped planned agreed denied travelled visited created", "say tell leave begin hope plan agree deny travel visit create")]
    [InlineData("VBN", "been written broken admitted used", "be write break admit use")]
    [InlineData("VBG", "dying making running bringing offering Being", "die make run bring offer be")]
    [InlineData("VBZ", "is has goes tries watches denies", "be have go try watch deny")]
    [InlineData("NNS", "men women children cities movies houses buses leaves officials crises", "man woman child city movie house bus leaf official crisis")]
    [InlineData("JJR", "bigger larger happier better", "big large happy good")]
    [InlineData("MD", "ca ’ll", "can will")]
    [InlineData("NNP", "Oak", "Oak")]
    [InlineData("NNPS", "Italians", "Italian")]
    public void Finds(string tag, string forms, string lemmas) =>
        Assert.Equal(lemmas, string.Join(' ', forms.Split(' ').Select(form => Reports.Models.Lemmatizer.Lemma(form, PennTags.Parse(tag)))));
}
