using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Takes the source from a quote where it is a word of somebody else's quote.</summary>
/// <remarks>
/// "She said the bank should pay and accused the ministry": the bank stands in what she said, and does not accuse. Who does is
/// left open, since a wrong speaker is worse than none. A report within what was said keeps its source: its cue stands there too.
/// </remarks>
internal static class BorrowedSource
{
    private const string Rule = "source-open";

    /// <param name="quotes">In the order of their content.</param>
    public static ImmutableArray<Quote> Drop(ImmutableArray<Quote> quotes)
    {
        var contents = quotes.SelectMany(quote => quote.Content).Order().ToArray();
        return [.. quotes.Select(quote => IsBorrowed(quote, contents) ? quote with { Source = null, Speaker = null, Rule = $"{quote.Rule}/{Rule}" } : quote)];
    }

    private static bool IsBorrowed(Quote quote, TextSpan[] contents) =>
        quote is { Source: { } source, Cue: { } cue } && source.End <= cue.Start && Holder(source, contents) is { } holder && holder.End <= cue.Start;

    /// <summary>The last content that begins at or before a source and holds all of it; null for none.</summary>
    private static TextSpan? Holder(TextSpan source, TextSpan[] contents)
    {
        int low = 0, high = contents.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (contents[middle].Start <= source.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && contents[low - 1].Contains(source) ? contents[low - 1] : null;
    }
}
