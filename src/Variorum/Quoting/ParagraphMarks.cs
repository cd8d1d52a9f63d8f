using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Pairs the marks of one paragraph: a scan from left to right with at most one stretch open.</summary>
internal sealed class ParagraphMarks(string text, TextSpan paragraph, ImmutableArray<Marked>.Builder found)
{
    /// <summary>UTF-16 units; beyond this a single mark's partner is taken for an apostrophe, which also bounds the search.</summary>
    private const int LongestSingle = 2000;

    private readonly List<int> _singleEnds = FindSingleEnds(text, paragraph);
    private int _open = -1;
    private int _openLength;
    private int _nextEnd;
    private bool _resumes;
    private bool _isSingle;
    private Mark? _next;

    /// <param name="resumes">Whether the paragraph before left a stretch open.</param>
    /// <param name="next">The mark that opens the next paragraph; null for none.</param>
    /// <returns>Whether this paragraph leaves a stretch open for the next.</returns>
    public bool Pair(bool resumes, Mark? next)
    {
        (_resumes, _next) = (resumes, next);
        for (var at = paragraph.Start; at < paragraph.End;)
        {
            at = Mark.At(text, paragraph, at) is { } mark ? Take(mark, at) : at + 1;
        }

        if (_open < 0 || next is not { } follows || follows.IsDouble == _isSingle)
        {
            return false;
        }

        Close(paragraph.End, 0, goesOn: true);
        return true;
    }

    /// <returns>Where to read on.</returns>
    private int Take(Mark mark, int at)
    {
        if (!mark.IsDouble)
        {
            return _open < 0 ? TakeSingle(mark, at) : at + 1;
        }

        if (_open < 0 ? mark.MayOpen : mark.MustOpen)
        {
            _open = at;
            _openLength = mark.Length;
        }
        else if (_open >= 0)
        {
            Close(at, mark.Length, goesOn: false);
        }

        return at + mark.Length;
    }

    /// <summary>A single mark opens a stretch only where its partner is in sight: most of them are apostrophes.</summary>
    private int TakeSingle(Mark mark, int at)
    {
        if (mark.Shape < 0 || mark.Place <= 0 || IsElision(at))
        {
            return at + 1;
        }

        if (SingleEnd(at) is not { } end)
        {
            return RunsOn(at) ? OpenSingle(at) : at + 1;
        }

        _open = at;
        _openLength = 1;
        Close(end, 1, goesOn: false);
        return end + 1;
    }

    /// <summary>Whether a single mark that has no partner opens a quotation that the next paragraph goes on with: at the paragraph's start, or behind a colon.</summary>
    private bool RunsOn(int at) => _next is { IsDouble: false, Shape: >= 0 } && (text.AsSpan(paragraph.Start, at - paragraph.Start).TrimEnd() is var before && (before.IsEmpty || before[^1] is ':'));

    private int OpenSingle(int at)
    {
        (_open, _openLength, _isSingle) = (at, 1, true);
        return paragraph.End;
    }

    private int? SingleEnd(int start)
    {
        while (_nextEnd < _singleEnds.Count && _singleEnds[_nextEnd] <= start + 1)
        {
            _nextEnd++;
        }

        for (var k = _nextEnd; k < Math.Min(_singleEnds.Count, _nextEnd + 8) && _singleEnds[k] - start < LongestSingle; k++)
        {
            var end = _singleEnds[k];
            var possessive = text[end - 1] is 's' && end + 2 < paragraph.End && text[end + 1] == ' ' && char.IsLower(text[end + 2]);
            if (possessive && k + 1 >= _singleEnds.Count && RunsOn(start))
            {
                return null;
            }

            if (!possessive || k + 1 >= _singleEnds.Count || text.AsSpan(end, _singleEnds[k + 1] - end).IndexOfAny('‘', '“', '"') >= 0)
            {
                return end;
            }
        }

        return null;
    }

    /// <summary>'90s, 'em, 'tis: a word that lost its beginning.</summary>
    private bool IsElision(int at) => at + 1 < paragraph.End
        && (char.IsAsciiDigit(text[at + 1]) || text.AsSpan(at + 1).StartsWith("em ", StringComparison.Ordinal)
            || text.AsSpan(at + 1).StartsWith("til ", StringComparison.Ordinal) || text.AsSpan(at + 1).StartsWith("tis ", StringComparison.OrdinalIgnoreCase));

    private void Close(int at, int length, bool goesOn)
    {
        var inner = new TextSpan(_open + _openLength, at);
        if (!inner.IsEmpty)
        {
            found.Add(new Marked(inner, new TextSpan(_open, at + length), goesOn, _resumes && text.AsSpan(paragraph.Start, _open - paragraph.Start).IsWhiteSpace()));
        }

        _open = -1;
        _resumes = false;
    }

    private static List<int> FindSingleEnds(string text, TextSpan paragraph)
    {
        var ends = new List<int>();
        for (var at = paragraph.Start + 1; at < paragraph.End; at++)
        {
            if (text[at] is '\'' or '’' && Mark.At(text, paragraph, at) is { IsDouble: false, Place: < 0 })
            {
                ends.Add(at);
            }
        }

        return ends;
    }
}
