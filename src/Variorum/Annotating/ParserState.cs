namespace Variorum.Annotating;

/// <summary>What the parser can do next.</summary>
internal enum ArcAction
{
    /// <summary>Put the next word on the stack.</summary>
    Shift,

    /// <summary>Hang the top of the stack on the next word.</summary>
    Left,

    /// <summary>Hang the top of the stack on the one below.</summary>
    Right,
}

/// <summary>One word of a tree that is being built.</summary>
internal struct ArcNode
{
    /// <summary>Number of its head; 0 as long as it has none.</summary>
    public int Head;
    public Relation Relation;

    /// <summary>Outermost and second outermost children on both sides; 0 for none.</summary>
    public int Left;
    public int Left2;
    public int Right;
    public int Right2;
    public int LeftCount;
    public int RightCount;

    /// <summary>Which relations its children on either side have, a bit each.</summary>
    public ulong LeftSet;
    public ulong RightSet;
}

/// <summary>A sentence half parsed: a stack of words that wait for heads, and the words to come.</summary>
/// <remarks>
/// <para><b>Method.</b> The arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, 2011) with the root after the last word
/// (Ballesteros and Nivre, 2013), which only the last word of the stack may take: every end is one tree with one root.</para>
/// <para><b>Units.</b> Words count from 1; 0 is no word, and <see cref="Root"/> the root.</para>
/// <para><b>Cost.</b> Two steps a word. Its memory grows to the longest sentence seen and serves the next.</para>
/// </remarks>
internal sealed class ParserState
{
    private int[] stack = new int[64];
    private int depth;

    /// <summary>The words, between one that is none and the root.</summary>
    public ParserWord[] Words { get; private set; } = new ParserWord[64];

    /// <summary>What hangs on what so far.</summary>
    public ArcNode[] Nodes { get; private set; } = new ArcNode[64];

    /// <summary>Room for the place of each word among the tokens.</summary>
    public int[] Places { get; private set; } = new int[64];

    /// <summary>Number of the root: one more than there are words.</summary>
    public int Root { get; private set; }

    /// <summary>The next word.</summary>
    public int Next { get; private set; }

    /// <summary>Top of the stack and the two below; 0 for none.</summary>
    public int Top => At(1);

    public int Second => At(2);

    public int Third => At(3);

    /// <summary>How many words wait on the stack.</summary>
    public int Depth => depth;

    /// <summary>Room for the network that looks at this state.</summary>
    public ParserRoom Room { get; } = new();

    /// <summary>The words from the place before the first to the root.</summary>
    public ReadOnlySpan<ParserWord> Sentence => Words.AsSpan(0, Root + 1);

    public bool IsDone => depth == 0 && Next == Root;

    /// <summary>Makes room for a sentence and forgets the last one.</summary>
    /// <param name="most">How many words it has at most; <see cref="Add"/> them, then <see cref="Close"/>.</param>
    public void Begin(int most)
    {
        if (most + 2 > Math.Min(stack.Length, Words.Length))
        {
            Words = new ParserWord[Math.Max(most + 2, Words.Length * 2)];
            Nodes = new ArcNode[Words.Length];
            Places = new int[Words.Length];
            stack = new int[Words.Length];
        }

        (Words[0], Root, depth, Next) = (ParserWord.None, 1, 0, 1);
    }

    /// <summary>Puts one more word before the parser.</summary>
    public void Add(in ParserWord word)
    {
        Words[Root - 1].Meet(word);
        Words[Root++] = word;
    }

    /// <summary>Puts the root behind the last word.</summary>
    public void Close(in ParserWord root)
    {
        Words[Root - 1].Meet(root);
        Words[Root] = root;
        Nodes.AsSpan(0, Root + 1).Clear();
    }

    /// <summary>Takes a sentence whose words have been looked at.</summary>
    /// <param name="words">From the place before the first word to the root.</param>
    public void Take(ReadOnlySpan<ParserWord> words)
    {
        Begin(words.Length);
        words.CopyTo(Words);
        Root = words.Length - 1;
        Nodes.AsSpan(0, Root + 1).Clear();
    }

    /// <summary>A word to come, 0 being the next; 0 beyond the root.</summary>
    public int Ahead(int by) => Next + by <= Root ? Next + by : 0;

    /// <summary>The <paramref name="fromTop"/>th word of the stack, 1 being its top; 0 below its bottom.</summary>
    public int At(int fromTop) => fromTop <= depth ? stack[depth - fromTop] : 0;

    public bool Allows(ArcAction action) => action switch
    {
        ArcAction.Shift => Next < Root,
        ArcAction.Left => depth == 1 || (depth > 1 && Next < Root),
        _ => depth > 1,
    };

    /// <summary>The one action that is left; -1 where there is a choice.</summary>
    public int Forced => depth == 0 ? (int)ArcAction.Shift
        : Next < Root ? -1
        : depth == 1 ? (int)ArcAction.Left : (int)ArcAction.Right;

    public void Shift() => stack[depth++] = Next++;

    /// <summary>Takes the top off the stack and hangs it on the next word or on the one below.</summary>
    public void Attach(ArcAction action, Relation relation)
    {
        var child = stack[--depth];
        var head = action == ArcAction.Left ? Next : stack[depth - 1];
        ref var node = ref Nodes[child];
        (node.Head, node.Relation) = (head, relation);
        ref var parent = ref Nodes[head];
        var bit = 1UL << (int)relation;
        if (child < head)
        {
            (parent.Left, parent.Left2) = (child, parent.Left);
            parent.LeftCount++;
            parent.LeftSet |= bit;
        }
        else
        {
            (parent.Right, parent.Right2) = (child, parent.Right);
            parent.RightCount++;
            parent.RightSet |= bit;
        }
    }
}
