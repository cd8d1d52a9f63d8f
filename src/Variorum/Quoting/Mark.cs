namespace Variorum.Quoting;

/// <summary>What a character that may be a quotation mark looks like in its place.</summary>
/// <param name="Length">UTF-16 units: two for a mark typed as two single ones.</param>
/// <param name="IsDouble">Whether it is a double mark; single ones may be apostrophes.</param>
/// <param name="Shape">Above zero for a shape that opens, below for one that closes, zero for one that does both.</param>
/// <param name="Place">Above zero where it stands before a word, below where it stands after one, zero where both or neither.</param>
internal readonly record struct Mark(int Length, bool IsDouble, int Shape, int Place)
{
    /// <summary>Whether it can begin a stretch where none is open.</summary>
    public bool MayOpen => Shape > 0 ? Place >= 0 : Shape < 0 ? Place > 0 : Place >= 0;

    /// <summary>Whether it begins a new stretch even where one is open, whose end was lost then.</summary>
    public bool MustOpen => Shape > 0 ? Place >= 0 : Shape == 0 && Place > 0;

    /// <summary>The mark at a place of the text; null where none stands there.</summary>
    public static Mark? At(string text, TextSpan paragraph, int at)
    {
        var c = text[at];
        if (c is not ('"' or '“' or '”' or '„' or '«' or '»' or '\'' or '‘' or '’' or '`' or '‚'))
        {
            return null;
        }

        var twice = c is '\'' or '‘' or '’' or '`' && at + 1 < paragraph.End && text[at + 1] == c;
        if (c == '`' && !twice)
        {
            return null;
        }

        var length = twice ? 2 : 1;
        return new Mark(length, twice || c is '"' or '“' or '”' or '„' or '«' or '»', ShapeOf(c), PlaceOf(text, paragraph, at, length));
    }

    private static int ShapeOf(char c) => c switch
    {
        '“' or '„' or '«' or '‘' or '`' or '‚' => 1,
        '”' or '»' or '’' => -1,
        _ => 0,
    };

    private static int PlaceOf(string text, TextSpan paragraph, int at, int length)
    {
        var open = at == paragraph.Start || OpensBefore(text[at - 1]);
        var close = at + length >= paragraph.End || ClosesAfter(text[at + length]);
        return open == close ? 0 : open ? 1 : -1;
    }

    private static bool OpensBefore(char c) => char.IsWhiteSpace(c) || c is '(' or '[' or '{' or '—' or '–' or '-' or '/' or '“' or '„' or '«' or '‘' or '"' or '\'' or ':' or '*' or '_';

    private static bool ClosesAfter(char c) => char.IsWhiteSpace(c) || c is ')' or ']' or '}' or '—' or '–' or '-' or ',' or '.' or ';' or ':' or '!' or '?' or '…' or '”' or '»' or '’' or '"' or '\'' or '*' or '_';
}
