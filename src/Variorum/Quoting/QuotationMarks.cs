using System.Buffers;
using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Pairs the quotation marks of a text.</summary>
/// <remarks>
/// <para><b>Method.</b> A mark is judged by its shape and by what stands on both sides of it, one paragraph at a time. A
/// mark that finds no partner within its paragraph is no mark, so that one lost mark never swallows the rest; the exception
/// is a paragraph left open before one that opens with a mark of the same kind, which is how a long quotation runs on, also around captions.</para>
/// <para><b>Cost.</b> Linear in the text.</para>
/// </remarks>
internal static class QuotationMarks
{
    private static readonly SearchValues<char> Doubles = SearchValues.Create("\"“”„«»");

    /// <summary>So many captions may part two paragraphs of a quotation.</summary>
    private const int MostCaptions = 4;

    /// <summary>UTF-16 units.</summary>
    private const int LongestCaption = 250;

    /// <summary>The marked stretches of all paragraphs. <b>Order.</b> By place; they never overlap.</summary>
    public static ImmutableArray<Marked> Pair(string text, ImmutableArray<TextSpan> paragraphs) => Pair(text, paragraphs, isWide: false);

    /// <summary>The same with quotations that run on in single marks, and around captions: for the rules behind the models, which learnt from the others.</summary>
    public static ImmutableArray<Marked> PairWide(string text, ImmutableArray<TextSpan> paragraphs) => Pair(text, paragraphs, isWide: true);

    private static ImmutableArray<Marked> Pair(string text, ImmutableArray<TextSpan> paragraphs, bool isWide)
    {
        var found = ImmutableArray.CreateBuilder<Marked>();
        var resumes = false;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (!isWide || !resumes || !IsCaption(text, paragraphs[i]))
            {
                var next = Next(text, paragraphs, i + 1, isWide);
                resumes = new ParagraphMarks(text, paragraphs[i], found).Pair(resumes, isWide || next is { IsDouble: true } ? next : null);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The mark that opens the next paragraph, captions between passed over if wide; null where none does.</summary>
    private static Mark? Next(string text, ImmutableArray<TextSpan> paragraphs, int next, bool isWide)
    {
        var end = Math.Min(paragraphs.Length, next + MostCaptions + 1);
        while (isWide && next + 1 < end && IsCaption(text, paragraphs[next]))
        {
            next++;
        }

        return next < end && Mark.At(text, paragraphs[next], paragraphs[next].Start) is { } mark && mark.MayOpen ? mark : null;
    }

    /// <summary>Whether a paragraph is a line set between two of a quotation: it ends no sentence and holds no double mark.</summary>
    private static bool IsCaption(string text, TextSpan paragraph)
    {
        var words = text.AsSpan(paragraph.Start, paragraph.Length).Trim();
        return !words.IsEmpty && words.Length <= LongestCaption && words.IndexOfAny(Doubles) < 0 && words[0] is not ('\'' or '‘') && words[^1] is not ('.' or '!' or '?' or '…' or ':' or ';' or ',' or '\'' or '’' or ')' or '-' or '–' or '—');
    }
}
