using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Variorum.Lexicons;

namespace Variorum.Extracting;

/// <summary>Looks through all the words of a page for the day it was published: the last resort.</summary>
/// <remarks><b>Method.</b> Each date is weighed by the label before it, the shortness of the words it stands in, and whether it
/// stands behind the heading or in a link; the heaviest wins, the first of equals. A date with nothing to speak for it is
/// not taken.</remarks>
internal sealed class DateSearch
{
    private const int LongestNode = 400;

    private const int ShortLine = 60;

    private const int LabelReach = 40;

    private const int MostNodes = 5000;

    private const int LeastWeight = 2;

    private static readonly Lazy<ImmutableArray<(bool IsChange, string Words)>> Labels = new(() =>
        [.. Lexicon.Rows("date-labels").Select(cells => (cells[0] == "changed", cells[1]))]);

    private string before = "";
    private bool sawHeading;
    private int links;
    private int nodes;
    private (int Weight, Timestamp Date)? best;

    private DateSearch()
    {
    }

    /// <summary>The likeliest day; null where none has anything to speak for it.</summary>
    public static Timestamp? Find(IHtmlDocument page)
    {
        var search = new DateSearch();
        if (page.Body is { } body)
        {
            TreeWalk.Run(body, search.Enter, search.Leave);
        }

        return search.best?.Date ?? (page.Title is { } title ? DateReader.Find(title) : null);
    }

    private bool Enter(INode node)
    {
        if (node is IText { Data: var data })
        {
            Weigh(data);
            return false;
        }

        if (node is not IElement element || element.LocalName is "script" or "style" or "nav" or "footer" or "aside" or "form" or "noscript" || nodes > MostNodes || !element.HasChildNodes)
        {
            return false;
        }

        sawHeading |= element.LocalName is "h1" or "h2";
        links += element.LocalName == "a" ? 1 : 0;
        return true;
    }

    private void Leave(IElement element) => links -= element.LocalName == "a" ? 1 : 0;

    private void Weigh(string data)
    {
        var text = data.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return;
        }

        nodes++;
        var at = text.IndexOfAnyInRange('0', '9');
        if (at >= 0 && Date(text) is { } date && IsLikely(date.Date))
        {
            var weight = WeightOf(text, at);
            best = weight >= LeastWeight && (best is null || weight > best.Value.Weight) ? (weight, date) : best;
        }

        before = text.Length > LabelReach ? text[^LabelReach..].ToString() : (before.Length > LabelReach ? "" : before + " ") + text.ToString();
    }

    private static Timestamp? Date(ReadOnlySpan<char> text) => DateReader.Find(text[..Math.Min(text.Length, LongestNode)].ToString(), LongestNode);

    private static bool IsLikely(DateOnly date) => date.Year is >= 1995 and <= 2050;

    private int WeightOf(ReadOnlySpan<char> text, int at)
    {
        var label = Label(before + " " + text[..at].ToString());
        return (label is { IsChange: false } ? 4 : label is { IsChange: true } ? -2 : 0)
            + (text.Length <= ShortLine ? 2 : at < 16 ? 1 : 0)
            + (sawHeading ? 1 : 0)
            - (links > 0 && text.Length > ShortLine / 2 ? 2 : 0);
    }

    /// <summary>The label that stands last before a date.</summary>
    private static (bool IsChange, string Words)? Label(string words)
    {
        words = words[Math.Max(0, words.Length - LabelReach)..];
        (bool, string)? found = null;
        var last = -1;
        foreach (var label in Labels.Value)
        {
            var place = words.LastIndexOf(label.Words, StringComparison.OrdinalIgnoreCase);
            (found, last) = place > last ? (label, place) : (found, last);
        }

        return found;
    }
}
