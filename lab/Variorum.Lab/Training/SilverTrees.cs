using Variorum.Annotating;
using Variorum.Lab.Corpora;
using Variorum.Learning;

namespace Variorum.Lab.Training;

/// <summary>News parsed by several teachers that vote: what the parser learns from besides the treebanks.</summary>
/// <remarks><b>Method.</b> Uptraining (Petrov, Chang, Ringgaard and Alshawi, 2010).</remarks>
internal static class SilverTrees
{
    private const int ShortestSentence = 4;

    /// <summary>One article of so many is read, so that all outlets and years are there.</summary>
    private const int ReadOneOf = 8;

    /// <summary>Sentences of news, tagged, without trees.</summary>
    /// <param name="data">The folder of data.</param>
    /// <param name="annotator">One that need not parse.</param>
    /// <param name="words">How many words to read.</param>
    public static List<(Document Document, Sentence Sentence)> Read(DirectoryInfo data, Annotator annotator, int words)
    {
        var sentences = new List<(Document, Sentence)>();
        var read = 0;
        foreach (var text in NewsText.Read(data).Where((_, number) => number % ReadOneOf == 0))
        {
            var document = annotator.Annotate(text);
            foreach (var sentence in document.Sentences.Where(sentence => sentence.End - sentence.First is >= ShortestSentence and <= TreeVote.Longest))
            {
                sentences.Add((document, sentence));
                read += sentence.End - sentence.First;
            }

            if (read >= words)
            {
                break;
            }
        }

        return sentences;
    }

    /// <summary>A sentence of news as the parser will see it, without a tree.</summary>
    public static ParserExample Look(Document document, Sentence sentence, Clusters clusters, FormTable forms)
    {
        var tokens = document.Tokens.AsSpan()[sentence.First..sentence.End].ToArray();
        var state = new ParserState();
        var words = new TaggedWords(document.Text, [.. tokens.Select(token => token.Span)], [.. tokens.Select(token => new TagPair(token.Tag, token.Penn))], [.. tokens.Select(token => token.Lemma)]);
        Parser.Look(state, words, clusters, forms);
        return new ParserExample(state.Sentence.ToArray(), new int[state.Root + 1], new Relation[state.Root + 1]);
    }

    /// <summary>Gives sentences the trees that most teachers vote for, the first with two votes; those on which they agree too little are left out.</summary>
    /// <param name="examples">Sentences without trees.</param>
    /// <param name="teachers">Parsers, and whether each reads a sentence from its end.</param>
    /// <param name="least">The least share of votes that a tree must have.</param>
    public static IEnumerable<ParserExample> Parse(IEnumerable<ParserExample> examples, IReadOnlyList<(Parser Parser, bool IsMirrored)> teachers, double least)
    {
        var vote = new TreeVote();
        var state = new ParserState();
        var trees = teachers.Select(_ => new int[TreeVote.Longest + 2]).ToArray();
        var relations = teachers.Select(_ => new Relation[TreeVote.Longest + 2]).ToArray();
        foreach (var example in examples.Where(example => example.Count >= ShortestSentence))
        {
            for (var i = 0; i < teachers.Count; i++)
            {
                Parse(example, teachers[i].Parser, teachers[i].IsMirrored, state, trees[i], relations[i]);
            }

            var (heads, share) = vote.Choose([.. trees, trees[0]], example.Count);
            if (share >= least)
            {
                yield return example with { Heads = heads, Relations = Name(heads, example.Count, trees, relations) };
            }
        }
    }

    /// <summary>Parses a sentence, from its end if need be, and gives heads and relations in reading order.</summary>
    public static void Parse(ParserExample example, Parser parser, bool isMirrored, ParserState state, int[] heads, Relation[] relations)
    {
        var given = isMirrored ? example.Mirror() : example;
        state.Take(given.Words);
        parser.Parse(state);
        for (var i = 1; i <= given.Count; i++)
        {
            var place = isMirrored ? given.Count + 1 - i : i;
            heads[place] = isMirrored ? given.MirrorHead(state.Nodes[i].Head) : state.Nodes[i].Head;
            relations[place] = state.Nodes[i].Relation;
        }
    }

    /// <summary>Each arc's relation: what most of those say who drew the arc, the first of equals; the first teacher's where nobody drew it.</summary>
    private static Relation[] Name(int[] heads, int count, int[][] trees, Relation[][] relations)
    {
        var names = new Relation[count + 2];
        Span<int> votes = stackalloc int[64];
        for (var child = 1; child <= count; child++)
        {
            votes.Clear();
            names[child] = relations[0][child];
            var most = 0;
            for (var i = 0; i < trees.Length; i++)
            {
                if (trees[i][child] == heads[child] && ++votes[(int)relations[i][child]] > most)
                {
                    (most, names[child]) = (votes[(int)relations[i][child]], relations[i][child]);
                }
            }
        }

        return names;
    }
}
