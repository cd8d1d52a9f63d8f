using System.Collections.Immutable;

namespace Variorum.Quoting;

/// <summary>Finds posts that a page shows without quotation marks: "Words — Name (@handle) January 1, 2018".</summary>
internal static class PostFinder
{
    private const int LongestName = 60;

    /// <summary>The posts of a text, one a paragraph at most. <b>Order.</b> By place.</summary>
    public static IEnumerable<Quote> Find(Document document, SpeakerFinder speakers)
    {
        foreach (var paragraph in document.Paragraphs)
        {
            if (Read(document.Text, paragraph) is var (content, source))
            {
                yield return new Quote(QuoteKind.Indirect, [content], null, source, speakers.Find(source), [], [new Via("Twitter", source)], "post") { Marked = new Attribution([source], [], [content]) };
            }
        }
    }

    private static (TextSpan Content, TextSpan Source)? Read(string text, TextSpan paragraph)
    {
        var words = text.AsSpan(paragraph.Start, paragraph.Length);
        var handle = words.IndexOf("(@", StringComparison.Ordinal);
        var dash = handle < 0 ? -1 : words[..handle].LastIndexOfAny('—', '–');
        if (dash <= 0 || handle - dash > LongestName || words[handle..].IndexOf(')') < 3 || !words[handle..].ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var end = LinkStart(words[..dash].TrimEnd());
        var name = words[(dash + 1)..handle];
        var start = dash + 1 + (name.Length - name.TrimStart().Length);
        var source = new TextSpan(paragraph.Start + start, paragraph.Start + start + name.Trim().Length);
        return end > 0 && !source.IsEmpty ? (new TextSpan(paragraph.Start, paragraph.Start + end), source) : null;
    }

    /// <summary>Where the words end before the links that close a post.</summary>
    private static int LinkStart(ReadOnlySpan<char> words)
    {
        while (words.LastIndexOf(' ') is var blank && IsLink(words[(blank + 1)..]))
        {
            words = blank < 0 ? [] : words[..blank].TrimEnd();
        }

        return words.Length;
    }

    private static bool IsLink(ReadOnlySpan<char> word) =>
        word.StartsWith("pic.twitter.com/", StringComparison.Ordinal) || word.StartsWith("https://", StringComparison.Ordinal) || word.StartsWith("http://", StringComparison.Ordinal);
}
