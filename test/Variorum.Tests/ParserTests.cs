using FsCheck;
using FsCheck.Fluent;
using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Lab.Training;
using Variorum.Learning;

namespace Variorum.Tests;

public sealed class ParserTests
{
    /// <summary>Form, tags, head counted from 1 and relation.</summary>
    private static readonly string[] Two =
    [
        "The/DET/DT/2/det mayor/NOUN/NN/3/nsubj saw/VERB/VBD/0/root a/DET/DT/5/det dog/NOUN/NN/3/obj in/ADP/IN/8/case the/DET/DT/8/det park/NOUN/NN/5/nmod ./PUNCT/./3/punct",
        "In/ADP/IN/3/case the/DET/DT/3/det park/NOUN/NN/6/obl dogs/NOUN/NNS/6/nsubj:pass were/AUX/VBD/6/aux:pass seen/VERB/VBN/0/root and/CCONJ/CC/8/cc fed/VERB/VBN/6/conj ./PUNCT/./6/punct",
    ];

    private static readonly byte[] Forms = FormTable.Write([(WordForm.KeyOf("park"), 1)]);

    private static readonly ParserShape Small = new(ParserWord.UnknownRow + 2, 16, 1, 32, 48);

    private static readonly Annotator Annotator = new(Reports.Models);

    [Fact]
    public void LearnsTwoSentencesByHeartAndKeepsThemWhenReloaded()
    {
        var parser = Parser.Read(Jackknife.InMemory("parser", Trained()).Section, Reports.Models.Clusters);
        foreach (var sentence in Two.Select(Sentence))
        {
            var (heads, relations) = (new int[sentence.Words.Length], new Relation[sentence.Words.Length]);
            parser.Parse(new ParserState(), Tagged(sentence), heads, relations);
            Assert.Equal(sentence.Words.Select(word => word.Head), heads);
            Assert.Equal(sentence.Words.Select(word => word.Relation), relations);
        }
    }

    [Fact]
    public void TheSameSentencesGiveTheSameBytes() => Assert.Equal(Trained().SelectMany(section => section.Content), Trained().SelectMany(section => section.Content));

    [Fact]
    public void WhateverATextHoldsEverySentenceIsATree() => Prop.ForAll<NonNull<string>>(text => AssertTrees(text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void WordsInAnyOrderMakeTrees()
    {
        string[] words = ["“", "”", "[", "]", "says", "the", "minister", "said", "that", "\"", ",", ".", "and", "who", "to", "Oak", "of", "was", "killed", "(", ")", "not", "5", "\n\n", "—", "\ud83d"];
        Prop.ForAll(Gen.Elements(words).ListOf().ToArbitrary(), some => AssertTrees(string.Join(' ', some))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("(")]
    [InlineData("and ")]
    [InlineData("of the ")]
    [InlineData("said that ")]
    [InlineData("word")]
    public void WhatIsRepeatedWithoutEndMakesTrees(string piece) => AssertTrees(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length)));

    private static void AssertTrees(string text)
    {
        var document = Annotator.Annotate(text);
        foreach (var sentence in document.Sentences)
        {
            var roots = 0;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var token = document.Tokens[i];
                roots += token.Head < 0 ? 1 : 0;
                Assert.Equal(token.Head < 0, token.Relation == Relation.Root);
                Assert.True(token.Head < 0 || (token.Head >= sentence.First && token.Head < sentence.End && token.Head != i));
                Assert.InRange(StepsToRoot(document, i), 0, sentence.End - sentence.First);
            }

            Assert.Equal(1, roots);
            AssertNothingCrosses(document, sentence);
        }
    }

    private static void AssertNothingCrosses(Document document, Sentence sentence)
    {
        var arcs = Enumerable.Range(sentence.First, Math.Min(60, sentence.End - sentence.First)).Where(i => document.Tokens[i].Head >= 0)
            .Select(i => (Low: Math.Min(i, document.Tokens[i].Head), High: Math.Max(i, document.Tokens[i].Head))).ToArray();
        foreach (var (low, high) in arcs)
        {
            Assert.DoesNotContain(arcs, arc => low < arc.Low && arc.Low < high && high < arc.High);
        }
    }

    private static int StepsToRoot(Document document, int token)
    {
        var steps = 0;
        for (; document.Tokens[token].Head >= 0 && steps <= document.Tokens.Length; steps++)
        {
            token = document.Tokens[token].Head;
        }

        return steps;
    }

    private static (string Name, byte[] Content)[] Trained() =>
        [.. ParserTrainer.Sections(ParserTrainer.Learn([.. Enumerable.Repeat(Two, 8).SelectMany(two => two).Select(Example)], Small, epochs: 400), Forms)];

    private static ParserExample Example(string text)
    {
        var sentence = Sentence(text);
        return ParserTrainer.Look(Tagged(sentence), sentence, Reports.Models.Clusters, FormTable.Read(Forms));
    }

    private static TaggedWords Tagged(TreebankSentence sentence)
    {
        var (text, spans) = TaggerTrainer.Lay(sentence.Words.Select(word => word.Form));
        return new TaggedWords(text, spans, sentence.Words.Select(TaggerTrainer.PairOf).ToArray(), sentence.Words.Select(word => word.Lemma).ToArray());
    }

    private static TreebankSentence Sentence(string text)
    {
        var words = text.Split(' ').Select(word => word.Split('/'));
        return new TreebankSentence("trial", true, "", [.. words.Select(word =>
            new TreebankWord(word[0], word[0].ToLowerInvariant(), word[1], word[2], true, int.Parse(word[3]) - 1, Relations.Parse(word[4])))]);
    }
}
