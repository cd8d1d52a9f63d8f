using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Pairs the quotation marks of a text.</summary>
/// <remarks>
/// <para><b>Method.</b> A mark is judged by its shape and by what stands on both sides of it, one paragraph at a time. A
/// mark that finds no partner within its paragraph is no mark, so that one lost mark never swallows the rest; the exception
/// is a paragraph left open before one that opens with a mark, which is how a long quotation runs on.</para>
/// <para><b>Cost.</b> Linear in the text.</para>
/// </remarks>
internal static class QuotationMarks
{
    /// <summary>The marked stretches of all paragraphs. <b>Order.</b> By place; they never overlap.</summary>
    public static ImmutableArray<Marked> Pair(string text, ImmutableArray<TextSpan> paragraphs)
    {
        var found = ImmutableArray.CreateBuilder<Marked>();
        var resumes = false;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var runsOn = i + 1 < paragraphs.Length && OpensWithMark(text, paragraphs[i + 1]);
            resumes = new ParagraphMarks(text, paragraphs[i], found).Pair(resumes, runsOn);
        }

        return found.ToImmutable();
    }

    private static bool OpensWithMark(string text, TextSpan paragraph) => Mark.At(text, paragraph, paragraph.Start) is { IsDouble: true } mark && mark.MayOpen;
}
