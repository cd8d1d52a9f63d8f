using System.Collections.Immutable;
using Variorum.Learning;

namespace Variorum.Annotating;

/// <summary>Decides on which word each word of a sentence hangs, and how.</summary>
/// <remarks>
/// <para><b>Shape.</b> A tree: one root, no cycle, every word attached, whatever the words are. Arcs do not cross.</para>
/// <para><b>Method.</b> A greedy parser of the arc-hybrid system, trained with a dynamic oracle and exploration (Goldberg and Nivre, 2012
/// and 2013): a linear classifier chooses each action, a second one the relation of each arc.</para>
/// <para><b>Cost.</b> Two actions a word.</para>
/// </remarks>
internal sealed class Parser
{
    private readonly ActionTable actions;
    private readonly RowTable relations;
    private readonly ImmutableArray<Relation> names;

    private Parser(ActionTable actions, RowTable relations, ImmutableArray<Relation> names) =>
        (this.actions, this.relations, this.names) = (actions, relations, names);

    /// <summary>Reads the parser's model.</summary>
    public static Parser Read(ModelFile file)
    {
        ImmutableArray<Relation> known = [.. file.Section("names").Select(name => (Relation)name)];
        if (known.Length != RowTable.Width || known.Any(name => !Enum.IsDefined(name)))
        {
            throw ModelFile.Unusable("parser.model", "names relations that this program does not know");
        }

        return new Parser(ActionTable.Read(file.Section("actions")), RowTable.Read(file.Section("relations")), known);
    }

    /// <summary>Parses one sentence.</summary>
    /// <param name="state">Room to work in; one a thread, used again for the next sentence. Its nodes then hold the tree.</param>
    /// <param name="text">The text.</param>
    /// <param name="words">The sentence's words in it.</param>
    /// <param name="tags">Their parts of speech.</param>
    /// <param name="lemmas">Their dictionary forms.</param>
    public void Parse(ParserState state, string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<TagPair> tags, ReadOnlySpan<string> lemmas)
    {
        Look(state, text, words, tags, lemmas);
        Parse(state);
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

    /// <summary>Puts a sentence's words before the parser.</summary>
    public static void Look(ParserState state, string text, ReadOnlySpan<TextSpan> words, ReadOnlySpan<TagPair> tags, ReadOnlySpan<string> lemmas)
    {
        state.Begin(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            state.Words[i + 1] = ParserWord.Of(text.AsSpan(words[i].Start, words[i].Length), lemmas[i], tags[i], state.Words[i]);
        }
    }

    private ArcAction Choose(ParserState state, Span<uint> features)
    {
        if (state.Forced >= 0)
        {
            return (ArcAction)state.Forced;
        }

        var scores = actions.Score(features[..ArcFeatures.Fill(state, features)]);
        var (shift, left, right) = (scores[1], scores[2], state.Allows(ArcAction.Right) ? scores[3] : int.MinValue);
        return shift >= left && shift >= right ? ArcAction.Shift : left >= right ? ArcAction.Left : ArcAction.Right;
    }

    private Relation NameOf(ParserState state, ArcAction action, Span<uint> features) =>
        action == ArcAction.Left && state.Next == state.Root
            ? Relation.Root
            : names[relations.Best(features[..RelationFeatures.Fill(state, action, features)])];
}
