namespace Variorum.Quoting;

/// <summary>Finds posts that a page shows without quotation marks: "Words — Name (@handle) January 1, 2018".</summary>
/// <remarks><b>Method.</b> The line with the handle and a date is certain. The paragraph before it belongs to the post where the
/// page says so, or where it is short and ends as posts do and reports do not.</remarks>
internal sealed class PostFinder(Article article, Document document, SpeakerFinder speakers)
{
    private const int LongestName = 60;

    /// <summary>From the handle to the year.</summary>
    private const int LongestDate = 60;

    /// <summary>A paragraph before the post's last is shorter than this (UTF-16 units).</summary>
    private const int LongestLine = 200;

    private const string Skipped = "Skip Twitter post by @";

    /// <summary>The posts of a text. <b>Order.</b> By place.</summary>
    public IEnumerable<Quote> Find()
    {
        for (var i = 0; i < document.Paragraphs.Length; i++)
        {
            var rest = document.Paragraphs[i];
            while (Read(rest) is var (content, source, end))
            {
                if (rest.Start == document.Paragraphs[i].Start && i > 0 && IsLine(i - 1))
                {
                    yield return Post(document.Paragraphs[i - 1], source);
                }

                yield return Post(content, source);
                rest = new TextSpan(Math.Min(end, rest.End), rest.End);
            }
        }
    }

    private Quote Post(TextSpan content, TextSpan source) =>
        new(QuoteKind.Indirect, [content], null, source, speakers.Find(source), [], [new Via("Twitter", source) { Kind = ViaKind.Platform }], "post") { Marked = new Attribution([source], [], [content]) };

    /// <summary>Whether a paragraph is the beginning of the post that the next one ends.</summary>
    private bool IsLine(int paragraph)
    {
        var span = document.Paragraphs[paragraph];
        var words = document.Text.AsSpan(span.Start, span.Length).TrimEnd();
        if (words.IsEmpty || words.Contains("(@", StringComparison.Ordinal))
        {
            return false;
        }

        return article.Blocks.Any(block => block.Kind == BlockKind.Post && block.Span.Contains(span.Start))
            || words.Length < LongestLine && (words[^1] is '!' or '?' || words.ContainsAny('#', '@')) && words.IndexOfAny("\"“”„«") < 0;
    }

    private (TextSpan Content, TextSpan Source, int End)? Read(TextSpan rest)
    {
        var words = document.Text.AsSpan(rest.Start, rest.Length);
        var handle = words.IndexOf("(@", StringComparison.Ordinal);
        var dash = handle < 0 ? -1 : words[..handle].LastIndexOfAny('—', '–');
        if (dash <= 0 || handle - dash > LongestName || words[handle..].IndexOf(')') < 3 || !words[handle..].ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var start = Start(words);
        var end = LinkStart(words[..dash].TrimEnd());
        var name = words[(dash + 1)..handle];
        var first = dash + 1 + (name.Length - name.TrimStart().Length);
        var source = new TextSpan(rest.Start + first, rest.Start + first + name.Trim().Length);
        return end > start && !source.IsEmpty ? (new TextSpan(rest.Start + start, rest.Start + end), source, rest.Start + DateEnd(words, handle)) : null;
    }

    /// <summary>Where the words begin: behind blanks and what players and readers of a page put before a post.</summary>
    private static int Start(ReadOnlySpan<char> words)
    {
        var at = words.Length - words.TrimStart().Length;
        if (words[at..].StartsWith(Skipped, StringComparison.Ordinal))
        {
            at += Skipped.Length;
            at += Math.Max(0, words[at..].IndexOf(' ')) + 1;
        }

        return Math.Min(at, words.Length);
    }

    /// <summary>Behind the four figures of the year, else behind the handle.</summary>
    private static int DateEnd(ReadOnlySpan<char> words, int handle)
    {
        var close = handle + words[handle..].IndexOf(')') + 1;
        for (var i = close; i + 4 <= Math.Min(words.Length, close + LongestDate); i++)
        {
            if (!words.Slice(i, 4).ContainsAnyExceptInRange('0', '9'))
            {
                return i + 4;
            }
        }

        return close;
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
