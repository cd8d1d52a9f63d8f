using Variorum.Annotating;

namespace Variorum.Tests;

public sealed class TreeTests
{
    /// <summary>Word, head counted from 1 and relation: the tree is given, not parsed.</summary>
    private const string Passive =
        "The/2/det minister/4/nsubj:pass was/4/aux:pass asked/0/root by/7/case two/7/nummod judges/4/obl:agent to/9/mark resign/4/xcomp and/12/cc not/12/advmod return/9/conj";

    private const string Reported = "He/2/nsubj denied/0/root that/6/mark no/5/det one/6/nsubj saw/2/ccomp the/8/det man/6/obj held/8/acl there/9/advmod";

    [Fact]
    public void ChildrenStandInTheOrderOfTheText()
    {
        var (_, tree) = Read(Passive);
        var children = new List<int>();
        foreach (var child in tree.Children(3))
        {
            children.Add(child);
        }

        Assert.Equal([1, 2, 6, 8], children);
    }

    [Theory]
    [InlineData(3, 0, 12)]
    [InlineData(6, 4, 7)]
    [InlineData(8, 7, 12)]
    [InlineData(0, 0, 1)]
    public void ASubtreeHasNoGaps(int token, int first, int end) => Assert.Equal((first, end), Read(Passive).Tree.Range(token));

    [Theory]
    [InlineData(Passive, 3, 1)]
    [InlineData(Passive, 8, 1)]
    [InlineData(Passive, 11, 1)]
    [InlineData(Reported, 5, 4)]
    [InlineData(Reported, 8, 7)]
    public void AClauseWithoutASubjectSharesOne(string sentence, int predicate, int subject) => Assert.Equal(subject, Read(sentence).Tree.Subject(predicate));

    [Fact]
    public void OfAPassiveTheAgentIsTheDoer()
    {
        var (_, tree) = Read(Passive);
        Assert.True(tree.IsPassive(3));
        Assert.Equal(6, tree.Doer(3));
        Assert.False(tree.IsPassive(8));
    }

    [Theory]
    [InlineData(Passive, 11, 10)]
    [InlineData(Passive, 8, -1)]
    [InlineData(Reported, 4, 3)]
    public void NegationsAreFoundOnWhatTheyNegate(string sentence, int token, int negation) => Assert.Equal(negation, Read(sentence).Tree.Negation(token));

    [Theory]
    [InlineData(Reported, 0, 1)]
    [InlineData(Reported, 6, 5)]
    [InlineData(Reported, 9, 8)]
    [InlineData(Passive, 10, 11)]
    public void EachTokenStandsInAClause(string sentence, int token, int clause) => Assert.Equal(clause, Read(sentence).Tree.Clause(token));

    [Fact]
    public void AClauseKnowsTheOneAbove()
    {
        var (_, tree) = Read(Reported);
        Assert.Equal(1, tree.ClauseAbove(5));
        Assert.Equal(-1, tree.ClauseAbove(1));
    }

    [Theory]
    [InlineData(4, 7, 6)]
    [InlineData(7, 12, 8)]
    [InlineData(3, 3, -1)]
    public void TheHeadOfARangeHangsOutsideIt(int first, int end, int head) => Assert.Equal(head, Read(Passive).Tree.Head(first, end));

    private static (Document Document, Tree Tree) Read(string sentence)
    {
        var words = sentence.Split(' ').Select(word => word.Split('/')).ToArray();
        var text = string.Join(' ', words.Select(word => word[0]));
        var start = 0;
        var tokens = words.Select(word =>
        {
            var token = new Token(start, start + word[0].Length, PartOfSpeech.Verb, word[0], PennTag.None, int.Parse(word[1]) - 1, Relations.Parse(word[2]));
            start = token.End + 1;
            return token;
        });
        var whole = new TextSpan(0, text.Length);
        var document = new Document(text, [.. tokens], [new Sentence(whole, 0, words.Length, 0)], [whole]);
        return (document, Tree.Of(document));
    }
}
