using System.Text;

namespace Variorum.Lexicons;

/// <summary>Names with a value each, searched where they lie: lines <c>name TAB value</c> in UTF-8, in the order of their bytes.</summary>
/// <remarks><b>Cost.</b> Nothing is read before the first search; a search halves the lines and allocates its answer alone.</remarks>
internal sealed class NameTable(Func<byte[]> read)
{
    private readonly Lazy<byte[]> _lines = new(read);

    private const int LongestName = 128;

    /// <summary>A name's value; null where the name is not here.</summary>
    public string? Find(ReadOnlySpan<char> name) => TryFind(name, out var value) ? Encoding.UTF8.GetString(value) : null;

    /// <summary>Whether the name is here, with its value's bytes.</summary>
    public bool TryFind(ReadOnlySpan<char> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (name.IsEmpty || name.Length > LongestName)
        {
            return false;
        }

        Span<byte> key = stackalloc byte[LongestName * 3];
        key = key[..Encoding.UTF8.GetBytes(name, key)];
        ReadOnlySpan<byte> rows = _lines.Value;
        int low = 0, high = rows.Length;
        while (low < high)
        {
            var start = LineStart(rows, low, (low + high) / 2);
            var row = rows[start..];
            row = row[..row.IndexOf((byte)'\n')];
            var tab = row.IndexOf((byte)'\t');
            var order = key.SequenceCompareTo(row[..tab]);
            if (order == 0)
            {
                value = row[(tab + 1)..];
                return true;
            }

            (low, high) = order < 0 ? (low, start) : (start + row.Length + 1, high);
        }

        return false;
    }

    /// <summary>All rows, in order.</summary>
    public IEnumerable<(string Name, string Value)> Rows()
    {
        foreach (var row in Encoding.UTF8.GetString(_lines.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = row.IndexOf('\t');
            yield return (row[..tab], row[(tab + 1)..]);
        }
    }

    /// <summary>The bytes of a table of these rows, checked and in order; of a name given twice the first value stands.</summary>
    public static byte[] Compile(IEnumerable<(string Name, string Value)> rows)
    {
        var table = new SortedDictionary<byte[], string>(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        foreach (var (name, value) in rows)
        {
            if (name.Length is > 0 and <= LongestName && name.AsSpan().IndexOfAny('\t', '\n') < 0)
            {
                table.TryAdd(Encoding.UTF8.GetBytes(name), value);
            }
        }

        using var bytes = new MemoryStream();
        foreach (var (name, value) in table)
        {
            bytes.Write(name);
            bytes.Write(Encoding.UTF8.GetBytes($"\t{value}\n"));
        }

        return bytes.ToArray();
    }

    /// <summary>Start of the line that holds <paramref name="at"/>, not before <paramref name="floor"/>, itself the start of a line.</summary>
    private static int LineStart(ReadOnlySpan<byte> rows, int floor, int at)
    {
        var back = rows[floor..at].LastIndexOf((byte)'\n');
        return back < 0 ? floor : floor + back + 1;
    }
}
