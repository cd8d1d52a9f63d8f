using System.Numerics;

namespace Variorum.Annotating;

/// <summary>What the parser looks at to choose its next action: some words in their places, and how they stand to each other.</summary>
/// <remarks><b>Method.</b> Words after Chen and Manning (2014): three of the stack, three to come and their outermost children.</remarks>
internal static class ArcView
{
    /// <summary>Places for words.</summary>
    public const int Slots = 13;

    /// <summary>At least as many as <see cref="Relate"/> makes.</summary>
    public const int Most = 96;

    /// <summary>How many things <see cref="ParserWord.Between"/> can say.</summary>
    public const int Passages = 1 << 10;

    private const int RelationKinds = 64;
    private const int ChildPlaces = 10;
    private const int SetPlaces = 5;
    private const int SetRow = ChildPlaces * RelationKinds;
    private const int PassageRow = SetRow + (SetPlaces * RelationKinds);
    private const int DistanceRow = PassageRow + (2 * Passages);
    private const int QuoteRow = DistanceRow + 32;
    private const int DepthRow = QuoteRow + 8;
    private const int AheadRow = DepthRow + 8;

    /// <summary>Rows of weights for what <see cref="Relate"/> tells.</summary>
    public const int Rows = AheadRow + 8;

    /// <summary>The words that are looked at: their numbers, 0 for none.</summary>
    public static void See(ParserState state, Span<int> slots)
    {
        var nodes = state.Nodes;
        var (top, second, next) = (state.Top, state.Second, state.Next);
        slots[0] = top;
        slots[1] = second;
        slots[2] = state.Third;
        slots[3] = next;
        slots[4] = state.Ahead(1);
        slots[5] = state.Ahead(2);
        slots[6] = nodes[top].Left;
        slots[7] = nodes[top].Right;
        slots[8] = nodes[second].Left;
        slots[9] = nodes[second].Right;
        slots[10] = nodes[next].Left;
        slots[11] = nodes[next].Left2;
        slots[12] = nodes[top].Right2;
    }

    /// <summary>How words stand to each other, as numbers of rows; returns how many.</summary>
    public static int Relate(ParserState state, Span<int> rows)
    {
        var (nodes, words) = (state.Nodes, state.Words);
        var (top, second, next) = (state.Top, state.Second, state.Next);
        ref readonly var s0 = ref nodes[top];
        ref readonly var s1 = ref nodes[second];
        ref readonly var b0 = ref nodes[next];
        var count = 0;
        Child(state, s0.Left, 0, rows, ref count);
        Child(state, s0.Left2, 1, rows, ref count);
        Child(state, s0.Right, 2, rows, ref count);
        Child(state, s0.Right2, 3, rows, ref count);
        Child(state, s1.Left, 4, rows, ref count);
        Child(state, s1.Left2, 5, rows, ref count);
        Child(state, s1.Right, 6, rows, ref count);
        Child(state, s1.Right2, 7, rows, ref count);
        Child(state, b0.Left, 8, rows, ref count);
        Child(state, b0.Left2, 9, rows, ref count);
        Set(s0.LeftSet, 0, rows, ref count);
        Set(s0.RightSet, 1, rows, ref count);
        Set(s1.LeftSet, 2, rows, ref count);
        Set(s1.RightSet, 3, rows, ref count);
        Set(b0.LeftSet, 4, rows, ref count);
        rows[count++] = PassageRow + (top == 0 ? 0 : ParserWord.Between(words[top], words[next]));
        rows[count++] = PassageRow + Passages + (second == 0 ? 0 : ParserWord.Between(words[second], words[top]));
        rows[count++] = DistanceRow + (top == 0 ? 0 : Distance(next - top));
        rows[count++] = DistanceRow + 16 + (second == 0 ? 0 : Distance(top - second));
        rows[count++] = QuoteRow + words[top].QuoteSide + (2 * words[next].QuoteSide) + (4 * words[second].QuoteSide);
        rows[count++] = DepthRow + Math.Min(state.Depth, 7);
        rows[count++] = AheadRow + Math.Min(state.Root - next, 7);
        return count;
    }

    private static void Child(ParserState state, int child, int place, Span<int> rows, ref int count)
    {
        if (child > 0)
        {
            rows[count++] = (place * RelationKinds) + (int)state.Nodes[child].Relation;
        }
    }

    private static void Set(ulong set, int place, Span<int> rows, ref int count)
    {
        for (; set != 0 && count < Most - 16; set &= set - 1)
        {
            rows[count++] = SetRow + (place * RelationKinds) + BitOperations.TrailingZeroCount(set);
        }
    }

    /// <summary>How far apart two words stand, from 1 to 9.</summary>
    private static int Distance(int words) => words switch
    {
        < 5 => words,
        < 7 => 5,
        < 10 => 6,
        < 15 => 7,
        < 25 => 8,
        _ => 9,
    };
}
