namespace Variorum.Tests;

public sealed class MarkedWordsTests
{
    [Theory]
    [InlineData("He said: “We left.” Then he left.", "We left.", true)]
    [InlineData("He said: “We left.” Then he left.", "Then he left.", false)]
    [InlineData("\"One,\" she said, \"two.\"", "she said,", false)]
    [InlineData("\"One,\" she said, \"two.\"", "two.", true)]
    [InlineData("it will outlive them,\" she said.", "she said.", false)]
    [InlineData("“It runs on.\n“And ends.”", "It runs on.", true)]
    [InlineData("The drivers’ ‘last’ offer isn’t it", "last", true)]
    [InlineData("The drivers’ ‘last’ offer isn’t it", "offer isn't it", false)]
    [InlineData("“She said ‘no’ to me,” he said.", "She said 'no' to me,", true)]
    public void Words_are_found_between_marks_only(string source, string words, bool expected) =>
        Assert.Equal(expected, MarkedWords.Holds(source, words));
}
