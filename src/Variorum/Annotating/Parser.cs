using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>Decides on which word each word of a sentence hangs, and how.</summary>
/// <remarks>
/// <para><b>Shape.</b> A tree: one root, no cycle, every word attached, whatever the words are. Arcs do not cross. Punctuation is
/// hung on the tree of words afterwards.</para>
/// <para><b>Method.</b> A greedy parser of the arc-hybrid system, trained with a dynamic oracle and exploration (Goldberg and Nivre, 2012
/// and 2013): a linear classifier chooses each action, a second one the relation of each arc.</para>
/// <para><b>Cost.</b> Two actions a word.</para>
/// </remarks>
internal sealed class Parser
{
    private readonly ActionTable actions;
    private readonly RowTable relations;
    private readonly ImmutableArray<Relation> names;
    private readonly Clusters clusters;

    private Parser(ActionTable actions, RowTable relations, ImmutableArray<Relation> names, Clusters clusters) =>
        (this.actions, this.relations, this.names, this.clusters) = (actions, relations, names, clusters);

    /// <summary>Reads the parser's model.</summary>
    /// <param name="section">Gives the content of a section by its name.</param>
    /// <param name="clusters">What it knows of words besides.</param>
    public static Parser Read(Func<string, byte[]> section, Clusters clusters)
    {
        ImmutableArray<Relation> known = [.. section("names").Select(name => (Relation)name)];
        if (known.Length != RowTable.Width || known.Any(name => !Enum.IsDefined(name)))
        {
            throw ModelFile.Unusable("parser.model", "names relations that this program does not know");
        }

        return new Parser(ActionTable.Read(section("actions")), RowTable.Read(section("relations")), known, clusters);
    }

    /// <summary>Parses one sentence.</summary>
    /// <param name="state">Room to work in; one a thread, used again for the next sentence.</param>
    /// <param name="sentence">Its words, tags and lemmas.</param>
    /// <param name="heads">Receives the index of each token's head in the sentence; -1 for the root.</param>
    /// <param name="relations">Receives how it hangs on it.</param>
    public void Parse(ParserState state, in TaggedWords sentence, Span<int> heads, Span<Relation> relations)
    {
        Look(state, sentence, clusters);
        Parse(state);
        MarkRules.Attach(state, sentence, heads, relations);
    }

    /// <summary>Parses the words that stand in a state.</summary>
    public void Parse(ParserState state)
    {
        Span<uint> features = stackalloc uint[ArcFeatures.Most];
        while (!state.IsDone)
        {
            var action = Choose(state, features);
            if (action == ArcAction.Shift)
            {
                state.Shift();
            }
            else
            {
                state.Attach(action, NameOf(state, action, features));
            }
        }
    }

    /// <summary>Puts a sentence's words before the parser; punctuation is only seen between them.</summary>
    public static void Look(ParserState state, in TaggedWords sentence, Clusters clusters)
    {
        state.Begin(sentence.Count);
        var passed = default(ParserWord);
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.IsMark(i))
            {
                passed.Pass(sentence.Form(i), sentence.Tags[i].Penn);
                continue;
            }

            var word = ParserWord.Of(sentence.Form(i), sentence.Lemmas[i], sentence.Tags[i], clusters, passed);
            state.Add(word);
            passed = word.Pass();
        }

        state.Close(ParserWord.Root(passed));
    }

    private ArcAction Choose(ParserState state, Span<uint> features)
    {
        if (state.Forced >= 0)
        {
            return (ArcAction)state.Forced;
        }

        var scores = actions.Score(features[..ArcFeatures.Fill(state, features)]);
        var right = state.Allows(ArcAction.Right) ? scores.Third : int.MinValue;
        var (shift, left) = (scores.First, scores.Second);
        return shift >= left && shift >= right ? ArcAction.Shift : left >= right ? ArcAction.Left : ArcAction.Right;
    }

    private Relation NameOf(ParserState state, ArcAction action, Span<uint> features) =>
        action == ArcAction.Left && state.Next == state.Root
            ? Relation.Root
            : names[relations.Best(features[..RelationFeatures.Fill(state, action, features)])];
}
