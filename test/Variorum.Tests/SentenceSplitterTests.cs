using FsCheck;
using FsCheck.Fluent;
using Variorum.Annotating;

namespace Variorum.Tests;

public sealed class SentenceSplitterTests
{
    private static readonly string[] Pieces =
        ["the ", "The ", " ", "\n", "\n\n", ". ", ".", "? ", "!", "\"", "” ", "“", "' ", "… ", "U.S. ", "Mr. ", "No. ", "5 ", "a. ", "said ", "Smith ", "(", ") ", "- ", "\uD83D"];

    [Theory]
    [InlineData("He came. She left.", "He came.|She left.")]
    [InlineData("“Why now?” he asked. Nobody knew.", "“Why now?” he asked.|Nobody knew.")]
    [InlineData("“Why now?” Mayor Ann Oak asked. Nobody knew.", "“Why now?” Mayor Ann Oak asked.|Nobody knew.")]
    [InlineData("“It is over.” Oak said so on Friday.", "“It is over.”|Oak said so on Friday.")]
    [InlineData("He works for Oak Inc. The firm is new.", "He works for Oak Inc.|The firm is new.")]
    [InlineData("The U.S. Senate met Gen. Oak on Oct. 11 at 5 p.m. in St. Ash.", "The U.S. Senate met Gen. Oak on Oct. 11 at 5 p.m. in St. Ash.")]
    [InlineData("ERIE, Pa. (AP) - A man fell. He lives.", "ERIE, Pa. (AP) - A man fell.|He lives.")]
    [InlineData("Well... maybe. But no... He stayed.", "Well... maybe.|But no...|He stayed.")]
    [InlineData("One.\n\nTwo\n\nThree.", "One.|Two|Three.")]
    [InlineData("A long line that\nwraps here and\ngoes on.", "A long line that\nwraps here and\ngoes on.")]
    [InlineData("First line stands.\nSecond line stands.", "First line stands.|Second line stands.")]
    [InlineData("(He was right.) Then he left.", "(He was right.)|Then he left.")]
    [InlineData("He said: “No.” “Yes,” she said.", "He said: “No.”|“Yes,” she said.")]
    public void Splits(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Split(text).Sentences.Select(sentence => sentence.Span.Of(text))));

    [Fact]
    public void ShortParagraphsWithoutAStopAreHeadings() =>
        Assert.Equal([true, false], Split("What comes next\n\nNobody knows it yet.").Sentences.Select(sentence => sentence.IsHeading));

    [Fact]
    public void SentencesHoldEveryTokenOnce()
    {
        var text = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        Prop.ForAll(text.ToArbitrary(), HoldsEveryToken).QuickCheckThrowOnFailure();
    }

    private static bool HoldsEveryToken(string text)
    {
        var document = Split(text);
        var at = 0;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.First != at || sentence.End <= sentence.First || sentence.Span != new TextSpan(document.Tokens[at].Start, document.Tokens[sentence.End - 1].End))
            {
                return false;
            }

            at = sentence.End;
        }

        return at == document.Tokens.Length;
    }

    private static Document Split(string text) => new Annotator(Reports.Models).Annotate(text);
}
