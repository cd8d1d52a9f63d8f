using System.Globalization;
using System.Text;

namespace Variorum.Annotating;

/// <summary>Parts a text into words and marks, as the English Universal Dependencies treebanks do.</summary>
/// <remarks>
/// <para><b>Shape.</b> Every character that is not blank lies in exactly one token. Contractions are two tokens ("do|n't",
/// "Iran|'s"), hyphens are tokens of their own save after prefixes, so are currency and percent signs; runs of the same
/// mark ("...", "--", "?!") and emoticons are one token; addresses, handles and tags stay whole.</para>
/// <para><b>Cost.</b> Linear in the length of the text.</para>
/// </remarks>
internal static class Tokenizer
{
    /// <summary>Adds the tokens of <paramref name="span"/> to <paramref name="tokens"/>, in order.</summary>
    public static void Split(string text, TextSpan span, List<TextSpan> tokens)
    {
        var at = span.Start;
        while (at < span.End)
        {
            if (Letters.IsBlank(text[at]))
            {
                at++;
                continue;
            }

            var runEnd = at;
            while (runEnd < span.End && !Letters.IsBlank(text[runEnd]))
            {
                runEnd++;
            }

            SplitRun(text, new TextSpan(at, runEnd), span.End, tokens);
            at = tokens[^1].End;
        }
    }

    /// <param name="text">A whole text.</param>
    /// <param name="run">Characters without a blank among them.</param>
    /// <param name="end">Where the paragraph ends.</param>
    /// <param name="tokens">Receives the tokens.</param>
    private static void SplitRun(string text, TextSpan run, int end, List<TextSpan> tokens)
    {
        var at = run.Start;
        var afterMark = true;
        while (at < run.End)
        {
            var stop = afterMark ? AddressScanner.End(text, at, run.End) : at;
            if (stop > at)
            {
                tokens.Add(new TextSpan(at, stop));
            }
            else if (Letters.WordUnits(text, at) > 0)
            {
                stop = AddWord(text, at, run.End, end, tokens);
            }
            else
            {
                stop = at + MarkLength(text, at, run, afterMark);
                tokens.Add(new TextSpan(at, stop));
            }

            afterMark = Letters.WordUnits(text, stop - 1) == 0 && text[stop - 1] is not ('.' or '-' or '/');
            at = stop;
        }
    }

    private static int AddWord(string text, int at, int runEnd, int end, List<TextSpan> tokens)
    {
        var stop = WordScanner.End(text, at, runEnd);
        if (StopScanner.Belongs(text, new TextSpan(at, stop), end))
        {
            stop++;
        }

        var word = text.AsSpan(at, stop - at);
        var first = Contractions.Split(word);
        if (first == word.Length && stop == runEnd && word.Length is 3 or 4)
        {
            first = Contractions.SplitBefore(word, NextWord(text, stop, end));
        }

        tokens.Add(new TextSpan(at, at + first));
        if (at + first < stop)
        {
            tokens.Add(new TextSpan(at + first, stop));
        }

        return stop;
    }

    /// <summary>The run of letters after one blank.</summary>
    private static ReadOnlySpan<char> NextWord(string text, int at, int end)
    {
        var stop = ++at;
        while (stop < end && stop - at < 12 && char.IsLetter(text[stop]))
        {
            stop++;
        }

        return at < end && (stop == end || Letters.IsBlank(text[stop]) || text[stop] is ',' or '.') ? text.AsSpan(at, stop - at) : [];
    }

    private static int MarkLength(string text, int at, TextSpan run, bool afterMark)
    {
        var c = text[at];
        if (Letters.IsApostrophe(c))
        {
            return ApostropheLength(text, at, run, afterMark);
        }

        if (char.IsSurrogate(c))
        {
            return PictureLength(text, at, run.End);
        }

        var face = SymbolScanner.EmoticonLength(text, at, run);
        return face > 0 ? face : SymbolScanner.RunLength(text, at, run.End);
    }

    private static int ApostropheLength(string text, int at, TextSpan run, bool afterMark)
    {
        if (at + 1 < run.End && text[at + 1] == text[at] && text[at] is '\'' or '`')
        {
            return at + 1 < run.End ? 2 : 1;
        }

        if (at > run.Start && !IsOpening(text[at - 1]))
        {
            var clitic = Contractions.CliticLength(text.AsSpan(0, run.End), at);
            return clitic > 0 ? clitic : 1;
        }

        return afterMark && Letters.IsDigit(text, at + 1) && Letters.IsDigit(text, at + 2) ? YearLength(text, at, run.End) : 1;
    }

    private static bool IsOpening(char c) => c is '(' or '[' or '"' or '“' or '‘' or '«' or '-' or '—' or '–' or '/';

    /// <summary>"'90s" and "'07".</summary>
    private static int YearLength(string text, int at, int end)
    {
        var stop = at + 3;
        stop += stop < end && text[stop] == 's' ? 1 : 0;
        return stop <= end && (stop == end || Letters.WordUnits(text, stop) == 0) ? stop - at : 1;
    }

    /// <summary>A pictograph with its modifiers and joiners.</summary>
    private static int PictureLength(string text, int at, int end)
    {
        var length = StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(end - at, 32)));
        return Rune.TryGetRuneAt(text, at, out _) ? length : 1;
    }
}
