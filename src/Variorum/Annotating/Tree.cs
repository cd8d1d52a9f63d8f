namespace Variorum.Annotating;

/// <summary>Reads a document's dependencies from above: children, subtrees, clauses, subjects.</summary>
/// <remarks>
/// <para><b>Units.</b> Indices of <see cref="Document.Tokens"/>; -1 for none.</para>
/// <para><b>Order.</b> Children stand in the order of the text.</para>
/// <para><b>Cost.</b> Linear to make, four numbers a token; questions about a clause climb at most <see cref="Climb"/> heads.</para>
/// </remarks>
internal sealed class Tree
{
    /// <summary>How far up a question goes; deeper nesting than this is not news but noise.</summary>
    private const int Climb = 64;

    private readonly Document document;
    private readonly int[] firstChild;
    private readonly int[] nextChild;
    private readonly int[] first;
    private readonly int[] last;

    private Tree(Document document, int count)
    {
        this.document = document;
        (firstChild, nextChild, first, last) = (new int[count], new int[count], new int[count], new int[count]);
    }

    /// <summary>The tree of a document whose tokens have heads.</summary>
    public static Tree Of(Document document)
    {
        var tree = new Tree(document, document.Tokens.Length);
        tree.Connect();
        foreach (var sentence in document.Sentences)
        {
            tree.Widen(sentence.First, sentence.End);
        }

        return tree;
    }

    /// <summary>What hangs on a token.</summary>
    public ChildList Children(int token) => new(this, token);

    /// <summary>First child of one of two relations; -1 without.</summary>
    public int Child(int token, Relation relation, Relation other = Relation.Root)
    {
        foreach (var child in Children(token))
        {
            if (document.Tokens[child].Relation == relation || document.Tokens[child].Relation == other)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The tokens of a subtree as a half-open range; arcs do not cross, so that it has no gaps.</summary>
    public (int First, int End) Range(int token) => (first[token], last[token] + 1);

    /// <summary>The words of a subtree.</summary>
    public TextSpan Span(int token) => new(document.Tokens[first[token]].Start, document.Tokens[last[token]].End);

    /// <summary>The head of a half-open range of tokens: the first whose own head lies outside, marks passed over where words are there; -1 for an empty range.</summary>
    public int Head(int from, int end)
    {
        var found = -1;
        for (var i = from; i < end; i++)
        {
            var token = document.Tokens[i];
            if (token.Head >= from && token.Head < end)
            {
                continue;
            }

            if (token.Relation != Relation.Punctuation)
            {
                return i;
            }

            found = found < 0 ? i : found;
        }

        return found;
    }

    /// <summary>The head of a span's tokens.</summary>
    public int Head(TextSpan span)
    {
        var (from, end) = document.TokensOf(span);
        return Head(from, end);
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="above"/> or hangs below it.</summary>
    public bool IsIn(int token, int above) => first[above] <= token && token <= last[above];

    /// <summary>The head of the clause that a token stands in: its predicate, a token itself where it is one.</summary>
    public int Clause(int token)
    {
        for (var left = Climb; left > 0 && !IsClause(token); left--)
        {
            token = document.Tokens[token].Head;
        }

        return token;
    }

    /// <summary>The clause that a clause hangs in; -1 for a sentence's root.</summary>
    public int ClauseAbove(int predicate) => document.Tokens[predicate].Head is >= 0 and var head ? Clause(head) : -1;

    /// <summary>The noun that a clause describes ("the man <i>who left</i>"); -1 where it describes none.</summary>
    public int Noun(int predicate) => document.Tokens[predicate].Relation is Relation.NounClause or Relation.Relative ? document.Tokens[predicate].Head : -1;

    /// <summary>The subject of a predicate, of a passive too: its own, else the one it shares with the clause that it complements, is
    /// joined to or hangs on ("She came and <i>left</i>", "asked him to <i>go</i>", "a man <i>known</i> for"); -1 where the sentence has none.</summary>
    public int Subject(int predicate)
    {
        for (var left = Climb; left > 0 && predicate >= 0; left--)
        {
            if (OwnSubject(predicate) is >= 0 and var own)
            {
                return own;
            }

            var token = document.Tokens[predicate];
            if (token.Head < 0)
            {
                return -1;
            }

            if (token.Relation == Relation.NounClause)
            {
                return token.Head;
            }

            if (token.Relation == Relation.OpenComplement && Child(token.Head, Relation.Object, Relation.IndirectObject) is >= 0 and var controller)
            {
                return controller;
            }

            predicate = token.Relation is Relation.OpenComplement or Relation.Conjunct or Relation.AdverbialClause ? token.Head : -1;
        }

        return -1;
    }

    /// <summary>Who does what a predicate says: the agent of a passive ("by …"), else the subject of an active; -1 where it is not told.</summary>
    public int Doer(int predicate) => IsPassive(predicate) ? Child(predicate, Relation.Agent) : Subject(predicate);

    /// <summary>Whether a predicate is a passive.</summary>
    public bool IsPassive(int predicate) => Child(predicate, Relation.PassiveAuxiliary, Relation.PassiveSubject) >= 0 || Child(predicate, Relation.PassiveClausalSubject, Relation.Agent) >= 0;

    /// <summary>The word that negates a predicate or noun ("not", "never", "no"); -1 without.</summary>
    public int Negation(int token)
    {
        foreach (var child in Children(token))
        {
            if (document.Tokens[child].Relation is Relation.Adverb or Relation.Determiner or Relation.PreCoordinator
                && document.Tokens[child].Lemma is "not" or "n't" or "never" or "no" or "neither" or "nowhere" or "nor")
            {
                return child;
            }
        }

        return -1;
    }

    private int OwnSubject(int predicate)
    {
        foreach (var child in Children(predicate))
        {
            if (document.Tokens[child].Relation is Relation.NominalSubject or Relation.PassiveSubject or Relation.ClausalSubject or Relation.PassiveClausalSubject)
            {
                return child;
            }
        }

        return Child(predicate, Relation.OuterSubject, Relation.OuterClausalSubject);
    }

    private bool IsClause(int token) => document.Tokens[token].Relation switch
    {
        Relation.ClausalComplement or Relation.OpenComplement or Relation.AdverbialClause or Relation.AdverbialRelative => true,
        Relation.NounClause or Relation.Relative or Relation.Parataxis => true,
        Relation.ClausalSubject or Relation.PassiveClausalSubject or Relation.OuterClausalSubject => true,
        Relation.Conjunct => IsPredicate(token),
        _ => document.Tokens[token].Head < 0,
    };

    private bool IsPredicate(int token) => document.Tokens[token].Tag == PartOfSpeech.Verb || OwnSubject(token) >= 0 || Child(token, Relation.Copula) >= 0;

    private void Connect()
    {
        firstChild.AsSpan().Fill(-1);
        for (var i = document.Tokens.Length - 1; i >= 0; i--)
        {
            (first[i], last[i]) = (i, i);
            var head = document.Tokens[i].Head;
            if (head >= 0)
            {
                (nextChild[i], firstChild[head]) = (firstChild[head], i);
            }
        }
    }

    /// <summary>Arcs do not cross, so a subtree ends with its last right child's; from the right, that one is whole when its head asks.</summary>
    private void Widen(int from, int end)
    {
        for (var i = end - 1; i >= from; i--)
        {
            var head = document.Tokens[i].Head;
            if (head >= 0 && head < i)
            {
                last[head] = Math.Max(last[head], last[i]);
            }
        }

        for (var i = from; i < end; i++)
        {
            var head = document.Tokens[i].Head;
            if (head > i)
            {
                first[head] = Math.Min(first[head], first[i]);
            }
        }
    }

    /// <summary>The children of one token.</summary>
    public readonly struct ChildList(Tree tree, int token)
    {
        public ChildWalk GetEnumerator() => new(tree, tree.firstChild[token]);
    }

    /// <summary>Goes from child to child.</summary>
    public struct ChildWalk(Tree tree, int start)
    {
        private int next = start;

        public int Current { get; private set; } = -1;

        public bool MoveNext()
        {
            if (next < 0)
            {
                return false;
            }

            Current = next;
            next = tree.nextChild[next];
            return true;
        }
    }
}
