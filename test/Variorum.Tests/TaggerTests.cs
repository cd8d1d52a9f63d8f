using System.Collections.Immutable;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class TaggerTests
{
    private static readonly ImmutableArray<TreebankSentence> Two =
    [
        Sentence("The/DET/DT mayor/NOUN/NN saw/VERB/VBD a/DET/DT dog/NOUN/NN ./PUNCT/."),
        Sentence("Dogs/NOUN/NNS saw/VERB/VBD Oak/PROPN/NNP ,/PUNCT/, the/DET/DT mayor/NOUN/NN ./PUNCT/."),
    ];

    [Fact]
    public void LearnsTwoSentencesByHeartAndKeepsThemWhenReloaded()
    {
        var corpus = Enumerable.Repeat(Two, 5).SelectMany(two => two).ToArray();
        var tagger = Tagger.Read(ModelFile.Read("tagger", _ => new MemoryStream(Trained(corpus))));
        foreach (var sentence in Two)
        {
            var (text, words) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
            var tags = new TagPair[words.Length];
            tagger.Tag(text, words, tags);
            Assert.Equal(sentence.Words.Select(TaggerTrainer.PairOf), tags);
        }
    }

    [Fact]
    public void TheSameCorpusGivesTheSameBytes() => Assert.Equal(Trained(Two), Trained(Two));

    [Theory]
    [InlineData("The minister has denied that he stole the money.", "DT NN VBZ VBN IN PRP VBD DT NN .")]
    [InlineData("THE MINISTER WILL RESIGN ON FRIDAY.", "DT NN MD VB IN NNP .")]
    [InlineData("Prices are rising quickly, officials said.", "NNS VBP VBG RB , NNS VBD .")]
    public void TellsTensesAndNumbersApart(string text, string expected)
    {
        var document = new Annotator(Reports.Models).Annotate(text);
        Assert.Equal(expected, string.Join(' ', document.Tokens.Select(token => token.Penn.Name())));
    }

    [Fact]
    public void WhatIsKeptBetweenSentencesChangesNothing()
    {
        var tagger = Reports.Models.Tagger;
        var forms = Enumerable.Range(0, 9000).Select(i => $"w{i}{(char)('a' + (i % 26))}").Chunk(30).SelectMany(chunk => chunk.Append("runs").Append(new string('x', 60))).ToArray();
        var (text, words) = TaggerTrainer.Lay(forms);
        var (once, again) = (new TagPair[words.Length], new TagPair[words.Length]);
        tagger.Tag(text, words, once);
        tagger.Tag(text, words, again);
        Assert.Equal(once, again);
    }

    [Fact]
    public void EveryTagHasItsName() =>
        Assert.All(Enum.GetValues<PennTag>(), tag => Assert.Equal(tag, PennTags.Parse(tag.Name())));

    private static byte[] Trained(IReadOnlyList<TreebankSentence> corpus)
    {
        using var stream = new MemoryStream();
        var lists = new Dictionary<uint, WordKinds> { [WordForm.KeyOf("dog")] = WordKinds.Noun, [WordForm.KeyOf("saw")] = WordKinds.Noun | WordKinds.Verb };
        ModelFile.Write(stream, "tagger", TaggerTrainer.Train(corpus, new TagSources(lists, [.. Clusters.Write([(Clusters.KeyOf("dog"), 1), (Clusters.KeyOf("mayor"), 1), (Clusters.KeyOf("saw"), 2)], [(0, 1), (1, 1)])])));
        return stream.ToArray();
    }

    private static TreebankSentence Sentence(string words)
    {
        var parts = words.Split(' ').Select(word => word.Split('/'));
        return new TreebankSentence("trial", true, "", [.. parts.Select(part => new TreebankWord(part[0], part[0], part[1], part[2], true))]);
    }
}
