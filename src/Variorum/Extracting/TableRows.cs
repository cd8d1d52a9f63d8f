using AngleSharp.Dom;

namespace Variorum.Extracting;

/// <summary>Tells rows of data from rows that only lay a page out.</summary>
internal static class TableRows
{
    /// <summary>What stands between two cells of a row that is read as one line.</summary>
    public const string CellMark = " | ";

    private const int LongestCell = 60;

    /// <summary>A row that holds more than this is a page's frame.</summary>
    private const int MostNodes = 120;

    /// <summary>Whether a row is one of data: two cells or more, each a few words with nothing but running text in them.</summary>
    /// <remarks><b>Cost.</b> A row is looked into until its first block or the limit, so tables within tables cost no more than flat ones.</remarks>
    public static bool IsData(IElement row, Func<IElement, bool> isInline)
    {
        var waiting = new Stack<(INode Node, int Cell)>();
        var lengths = new int[MostNodes];
        var cells = 0;
        for (var i = 0; i < row.ChildNodes.Length && i < MostNodes; i++)
        {
            if (row.ChildNodes[i] is IElement cell)
            {
                waiting.Push((cell, cells++));
            }
        }

        for (var seen = 0; waiting.TryPop(out var next); seen++)
        {
            if (seen >= MostNodes || (next.Node is IElement element && element.ParentElement != row && !isInline(element)))
            {
                return false;
            }

            lengths[next.Cell] += next.Node is IText text ? text.Data.AsSpan().Trim().Length : 0;
            for (var i = 0; i < next.Node.ChildNodes.Length && i < MostNodes; i++)
            {
                waiting.Push((next.Node.ChildNodes[i], next.Cell));
            }
        }

        return lengths.Count(length => length > 0) >= 2 && lengths.All(length => length <= LongestCell);
    }
}
