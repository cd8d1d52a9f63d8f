using System.Collections.Concurrent;
using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>Decides on which word each word of a sentence hangs, and how.</summary>
/// <remarks>
/// <para><b>Shape.</b> A tree: one root, no cycle, every word attached, whatever the words are. Arcs do not cross. Punctuation is
/// hung on the tree of words afterwards.</para>
/// <para><b>Method.</b> A greedy parser of the arc-hybrid system, trained with a dynamic oracle and exploration (Goldberg and Nivre, 2012
/// and 2013): a small network chooses each action and the relation of each arc.</para>
/// <para><b>Cost.</b> Two actions a word. Each thread at work keeps room for the longest sentence it has seen; nothing is allocated for a word.</para>
/// </remarks>
internal sealed class Parser
{
    private readonly ParserNetwork network;
    private readonly ImmutableArray<Relation> names;
    private readonly FormTable forms;
    private readonly Clusters clusters;
    private readonly ConcurrentBag<ParserState> idle = [];

    private Parser(ParserNetwork network, ImmutableArray<Relation> names, FormTable forms, Clusters clusters) =>
        (this.network, this.names, this.forms, this.clusters) = (network, names, forms, clusters);

    /// <summary>Reads the parser's model.</summary>
    /// <param name="section">Gives the content of a section by its name.</param>
    /// <param name="clusters">What it knows of words besides.</param>
    public static Parser Read(Func<string, byte[]> section, Clusters clusters)
    {
        ImmutableArray<Relation> known = [.. section("names").Select(name => (Relation)name)];
        var read = ParserNetwork.Read(section);
        if (known.Length != read.Shape.Names || known.Any(name => !Enum.IsDefined(name)))
        {
            throw ModelFile.Unusable("parser.model", "names relations that this program does not know");
        }

        return new Parser(read, known, FormTable.Read(section("forms")), clusters);
    }

    /// <summary>Parses one sentence.</summary>
    /// <param name="sentence">Its words, tags and lemmas.</param>
    /// <param name="heads">Receives the index of each token's head in the sentence; -1 for the root.</param>
    /// <param name="relations">Receives how it hangs on it.</param>
    public void Parse(in TaggedWords sentence, Span<int> heads, Span<Relation> relations)
    {
        if (!idle.TryTake(out var state))
        {
            state = new ParserState();
        }

        Parse(state, sentence, heads, relations);
        idle.Add(state);
    }

    /// <summary>Parses one sentence.</summary>
    /// <param name="state">Room to work in; one a thread, used again for the next sentence.</param>
    /// <param name="sentence">Its words, tags and lemmas.</param>
    /// <param name="heads">Receives the index of each token's head in the sentence; -1 for the root.</param>
    /// <param name="relations">Receives how it hangs on it.</param>
    public void Parse(ParserState state, in TaggedWords sentence, Span<int> heads, Span<Relation> relations)
    {
        Look(state, sentence, clusters, forms);
        Parse(state);
        MarkRules.Attach(state, sentence, heads, relations);
    }

    /// <summary>Parses the words that stand in a state.</summary>
    public void Parse(ParserState state)
    {
        network.Encode(state.Sentence, state.Room);
        while (!state.IsDone)
        {
            var action = Choose(state);
            if (action == ArcAction.Shift)
            {
                state.Shift();
            }
            else
            {
                state.Attach(action, NameOf(state, action));
            }
        }
    }

    /// <summary>Puts a sentence's words before the parser; punctuation is only seen between them.</summary>
    public static void Look(ParserState state, in TaggedWords sentence, Clusters clusters, FormTable forms)
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

            var word = ParserWord.Of(sentence.Form(i), sentence.Tags[i], clusters, forms, passed);
            state.Add(word);
            passed = word.Pass();
        }

        state.Close(ParserWord.Root(passed));
    }

    private ArcAction Choose(ParserState state)
    {
        if (state.Depth == 0)
        {
            return ArcAction.Shift;
        }

        network.Look(state, state.Room);
        if (state.Forced >= 0)
        {
            return (ArcAction)state.Forced;
        }

        var (shift, left) = (network.Score(ArcAction.Shift, state.Room), network.Score(ArcAction.Left, state.Room));
        var right = state.Allows(ArcAction.Right) ? network.Score(ArcAction.Right, state.Room) : float.MinValue;
        return shift >= left && shift >= right ? ArcAction.Shift : left >= right ? ArcAction.Left : ArcAction.Right;
    }

    private Relation NameOf(ParserState state, ArcAction action) =>
        action == ArcAction.Left && state.Next == state.Root ? Relation.Root : names[network.Name(action, state.Room)];
}
