using Variorum.Annotating;

namespace Variorum.Lab.Training;

/// <summary>Knows which action keeps most of the right tree within reach, in any state.</summary>
/// <remarks><b>Method.</b> The dynamic oracle for the arc-hybrid system (Goldberg and Nivre, 2013).</remarks>
internal sealed class ArcOracle
{
    private int[] heads = [];
    private int[] firstChild = [];
    private int[] nextChild = [];

    /// <summary>Takes the right tree of the next sentence.</summary>
    public void Begin(ParserExample example)
    {
        heads = example.Heads;
        if (firstChild.Length < heads.Length)
        {
            (firstChild, nextChild) = (new int[heads.Length * 2], new int[heads.Length * 2]);
        }

        Array.Clear(firstChild, 0, heads.Length);
        for (var child = example.Count; child > 0; child--)
        {
            (nextChild[child], firstChild[heads[child]]) = (firstChild[heads[child]], child);
        }
    }

    /// <summary>How many right arcs each action puts out of reach; a forbidden one very many.</summary>
    public void Costs(ParserState state, Span<int> costs)
    {
        costs[(int)ArcAction.Shift] = state.Allows(ArcAction.Shift) ? Shift(state) : 1000;
        var lost = 0;
        var head = 0;
        if (state.Top > 0)
        {
            head = heads[state.Top];
            for (var child = firstChild[state.Top]; child > 0; child = nextChild[child])
            {
                lost += child >= state.Next ? 1 : 0;
            }
        }

        costs[(int)ArcAction.Left] = state.Allows(ArcAction.Left) ? lost + (head > state.Next || (head == state.Second && head > 0) ? 1 : 0) : 1000;
        costs[(int)ArcAction.Right] = state.Allows(ArcAction.Right) ? lost + (head >= state.Next ? 1 : 0) : 1000;
    }

    private int Shift(ParserState state)
    {
        var next = state.Next;
        var cost = heads[next] < next && heads[next] != state.Top && IsWaiting(state, heads[next]) ? 1 : 0;
        for (var child = firstChild[next]; child > 0 && child < next; child = nextChild[child])
        {
            cost += IsWaiting(state, child) ? 1 : 0;
        }

        return cost;
    }

    /// <summary>Every word before the next that has no head yet stands on the stack.</summary>
    private static bool IsWaiting(ParserState state, int word) => state.Nodes[word].Head == 0;
}
