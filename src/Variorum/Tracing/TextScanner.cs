using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>Reads the words of an article off its text.</summary>
/// <remarks><b>Method.</b> A word is a run of letters or digits; a sentence ends at a stop before a capital or at a line's
/// end. <b>Cost.</b> Linear, without grammar, so that a window of articles can be read as fast as it arrives. Not for two threads:
/// its memory is used again from article to article.</remarks>
internal sealed class TextScanner
{
    /// <summary>What stands beyond is a book or a broken page, not a report.</summary>
    private const int MostWords = 60_000;

    private static readonly Lazy<FrozenSet<int>> Abbreviations = new(() =>
        Lexicon.Rows("abbreviations").Where(row => row[1] is "title" or "number" or "place").Select(row => WordKey.Of(row[0].TrimEnd('.'))).ToFrozenSet());

    private readonly List<TracedWord> words = [];
    private readonly List<TracedSentence> sentences = [];
    private readonly List<TextSpan> lines = [];
    private readonly List<TextSpan> quoted = [];
    private IReadOnlyList<TextSpan> spoken = [];
    private string text = "";
    private int first;
    private bool speaks;
    private int nextSpoken;

    /// <param name="article">The article.</param>
    /// <param name="spoken">Quoted words that were found in it beside those between quotation marks; by place.</param>
    public TracedText Scan(Article article, IReadOnlyList<TextSpan>? spoken = null)
    {
        (text, this.spoken) = (article.Text, spoken ?? []);
        (first, speaks, nextSpoken) = (0, false, 0);
        words.Clear();
        sentences.Clear();
        lines.Clear();
        for (var start = article.Dateline?.Span.End ?? 0; start < text.Length && words.Count < MostWords;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                lines.Add(new TextSpan(start, end));
                ScanLine(start, end);
            }

            start = end + 1;
        }

        return new TracedText(article, [.. words], [.. sentences], [.. lines]);
    }

    private void ScanLine(int start, int end)
    {
        QuotedSpans.Find(text, start, end, quoted);
        var (quote, stopped) = (0, false);
        for (var i = start; i < end && words.Count < MostWords; i++)
        {
            var c = text[i];
            if (!char.IsLetterOrDigit(c))
            {
                stopped |= c is '.' or '!' or '?';
                continue;
            }

            if (stopped && !char.IsLower(c) && EndsSentence())
            {
                Close();
            }

            stopped = false;
            var last = WordEnd(i, end);
            while (quote < quoted.Count && quoted[quote].End <= i)
            {
                quote++;
            }

            Add(i, last, quote < quoted.Count && quoted[quote].Start <= i);
            i = last - 1;
        }

        Close();
    }

    private void Add(int start, int end, bool isQuoted)
    {
        while (nextSpoken < spoken.Count && spoken[nextSpoken].End <= start)
        {
            nextSpoken++;
        }

        isQuoted |= nextSpoken < spoken.Count && spoken[nextSpoken].Start <= start;
        var word = text.AsSpan(start, end - start);
        speaks |= !isQuoted && word[0] is 'I' or 'm' or 'M' or 'w' or 'W' or 'o' or 'O' && IsFirstPerson(word);
        var key = WordKey.Of(word);
        var traits = (word.Length <= WordKey.LongestSmall && WordKey.IsSmall(key) ? WordTraits.Small : WordTraits.None)
            | (char.IsLower(word[0]) ? WordTraits.None : WordTraits.Fact)
            | (isQuoted ? WordTraits.Quoted : WordTraits.None);
        words.Add(new TracedWord(key, start, sentences.Count, (ushort)Math.Min(word.Length, ushort.MaxValue), traits));
    }

    /// <summary>Ends the sentence. One that is mostly quotation, or that speaks in the first person without quotation marks
    /// (a post, a transcript, a letter), is somebody's speech as a whole.</summary>
    private void Close()
    {
        if (words.Count == first)
        {
            return;
        }

        var marked = 0;
        foreach (ref readonly var word in CollectionsMarshal.AsSpan(words)[first..])
        {
            marked += word.IsQuoted ? 1 : 0;
        }

        if (marked < words.Count - first && (speaks || marked * 2 > words.Count - first))
        {
            for (var i = first; i < words.Count; i++)
            {
                words[i] = words[i] with { Traits = words[i].Traits | WordTraits.Quoted };
            }
        }

        sentences.Add(new TracedSentence(first, words.Count, lines.Count - 1));
        (first, speaks) = (words.Count, false);
    }

    /// <summary>Whether the stop after the last word ends a sentence: "Gen." and an initial's do not.</summary>
    private bool EndsSentence()
    {
        if (words.Count == first)
        {
            return false;
        }

        var last = words[^1];
        return last.End - last.Start > 1 && !(last.End - last.Start <= 5 && text[last.End] == '.' && Abbreviations.Value.Contains(last.Key));
    }

    /// <summary>One past a word's end: "the company's" is one word, and so is "1,204".</summary>
    private int WordEnd(int start, int end)
    {
        var i = start + 1;
        while (i < end && (char.IsLetterOrDigit(text[i]) || IsInner(i, end)))
        {
            i++;
        }

        return i;
    }

    private bool IsInner(int at, int end) => at + 1 < end
        && ((WordKey.IsApostrophe(text[at]) && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]))
            || (text[at] is ',' or '.' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])));

    private static bool IsFirstPerson(ReadOnlySpan<char> word) =>
        word is "I" or "me" or "my" or "My" or "we" or "We" or "our" or "Our" or "I'm" or "I’m" or "I've" or "I’ve" or "myself";
}
