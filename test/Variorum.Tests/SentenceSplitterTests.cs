using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;

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
    public void LearnsTwoSentencesByHeartAndKeepsThemWhenReloaded()
    {
        TreebankSentence[] two = [Sentence("we saw the wall", opens: true), Sentence("Thanks Ilse", opens: false)];
        var sections = SentenceTrainer.Train(Enumerable.Repeat(two, 20).SelectMany(pair => pair)).ToArray();
        Assert.Equal(Bytes(sections), Bytes(SentenceTrainer.Train(Enumerable.Repeat(two, 20).SelectMany(pair => pair))));
        var splitter = SentenceSplitter.Read(Jackknife.InMemory("sentences", sections));
        Assert.Equal(["we saw the wall", "Thanks Ilse"], SentencesOf("we saw the wall Thanks Ilse", splitter));
        Assert.Equal(["we saw the wall Thanks Ilse"], SentencesOf("we saw the wall Thanks Ilse", SentenceSplitter.ByRule));
    }

    [Fact]
    public void TakesTimeInProportionToTheLength()
    {
        var splitter = Reports.Models.Splitter;
        foreach (var piece in (string[])["(", "\"", "A. ", "a", "Smith ", "… ", "\u202E.", "\uD83D"])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(SentencesOf(text, splitter));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), piece);
        }
    }

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

    private static TreebankSentence Sentence(string text, bool opens) =>
        new("trial", opens, text, [.. text.Split(' ').Select(form => new TreebankWord(form, form, "X", "FW", true))]);

    private static byte[] Bytes(IEnumerable<(string Name, byte[] Content)> sections) => [.. sections.SelectMany(section => section.Content)];

    private static string[] SentencesOf(string text, SentenceSplitter splitter)
    {
        var (tokens, sentences) = (new List<TextSpan>(), new List<Sentence>());
        Tokenizer.Split(text, new TextSpan(0, text.Length), tokens);
        splitter.Split(text, tokens, 0, 0, sentences);
        return [.. sentences.Select(sentence => sentence.Span.Of(text))];
    }

    private static Document Split(string text) => new Annotator(Reports.Models).Annotate(text);
}
