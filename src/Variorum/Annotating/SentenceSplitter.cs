using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Finds where the sentences of a paragraph end.</summary>
/// <remarks>
/// <para><b>Order.</b> A stop ends a sentence, with the closing marks that follow it, unless what comes next shows that
/// the sentence goes on: a small letter, a comma or dash, a number after "No.", a name after "Gen.", or, after a quoted
/// question or cry, its speaker (<c>"Why?" Smith asked</c>).</para>
/// <para>A run of 500 tokens without an end is a table, a list or nonsense and is cut there, so that no later step,
/// which may look from any word of a sentence to any other, costs more than so much a word.</para>
/// <para><b>Cost.</b> Linear in the number of tokens.</para>
/// </remarks>
internal static class SentenceSplitter
{
    private const int LongestHeading = 12;
    private const int LongestSentence = 500;

    private static readonly Lazy<FrozenSet<string>> SpeechVerbs = new(() => Lexicon.Words("speech-verbs"));

    /// <summary>Adds the sentences of one paragraph, whose tokens are those from <paramref name="first"/> on.</summary>
    public static void Split(string text, List<TextSpan> tokens, int first, int paragraph, List<Sentence> sentences)
    {
        var start = first;
        for (var i = first; i < tokens.Count; i++)
        {
            var isTooLong = i + 1 - start >= LongestSentence;
            if (!isTooLong && !MayEnd(text, tokens[i]))
            {
                continue;
            }

            var next = isTooLong ? i + 1 : AfterClosers(text, tokens, i + 1);
            if (isTooLong || next == tokens.Count || Ends(text, tokens, start, i, next))
            {
                sentences.Add(Between(tokens, start, next, paragraph));
                start = next;
                i = next - 1;
            }
        }

        if (start < tokens.Count)
        {
            var last = Between(tokens, start, tokens.Count, paragraph);
            sentences.Add(start == first ? last with { IsHeading = IsHeading(text, tokens, first) } : last);
        }
    }

    private static Sentence Between(List<TextSpan> tokens, int start, int end, int paragraph) =>
        new(new TextSpan(tokens[start].Start, tokens[end - 1].End), start, end, paragraph);

    private static bool IsHeading(string text, List<TextSpan> tokens, int first) =>
        tokens.Count - first <= LongestHeading && Letters.WordUnits(text, tokens[^1].Start) > 0 && !IsSpeechMark(text[tokens[first].Start]);

    private static bool IsSpeechMark(char c) => c is '"' or '“' or '”' or '‘' or '«';

    private static bool MayEnd(string text, TextSpan token) => text[token.End - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    /// <summary>The first token after the quotation marks and brackets that close with the stop.</summary>
    private static int AfterClosers(string text, List<TextSpan> tokens, int at)
    {
        while (at < tokens.Count && IsCloser(text, tokens, at))
        {
            at++;
        }

        return at;
    }

    private static bool IsCloser(string text, List<TextSpan> tokens, int at)
    {
        var token = tokens[at];
        var isClose = token.Start == tokens[at - 1].End;
        return text[token.Start] switch
        {
            '”' or '»' => token.Length == 1,
            ')' or ']' or '}' or '’' or '"' => isClose && token.Length == 1,
            '\'' => isClose && text.AsSpan(token.Start, token.Length) is "'" or "''",
            _ => false,
        };
    }

    private static bool Ends(string text, List<TextSpan> tokens, int start, int stop, int next)
    {
        var token = tokens[stop];
        var isClosed = next > stop + 1;
        var head = text[tokens[next].Start];
        if (head is ',' or ';' or ':' or '-' or '–' or '—' or ')' or ']' or '/' || (token.End == tokens[next].Start && !isClosed && !char.IsUpper(head)))
        {
            return false;
        }

        if (token.Length > 1 && text[token.End - 1] == '.' && text[token.End - 2] != '.')
        {
            return EndsAfterAbbreviation(text, tokens, stop, next, isClosed);
        }

        var word = Word(text, tokens, next);
        return text[token.Start] == '.' && token.Length == 1
            ? EndsAfterStop(text, tokens, start, stop, isClosed, word)
            : !StartsSmall(word) && !(isClosed && IsSpeaker(text, tokens, next));
    }

    private static bool EndsAfterStop(string text, List<TextSpan> tokens, int start, int stop, bool isClosed, ReadOnlySpan<char> next)
    {
        if (stop - start == 1 && !isClosed && IsListNumber(text.AsSpan(tokens[start].Start, tokens[start].Length)))
        {
            return false;
        }

        return !StartsSmall(next) || (!isClosed && stop > start && tokens[stop - 1].Length > 3 && char.IsLower(text[tokens[stop - 1].Start]));
    }

    private static bool IsListNumber(ReadOnlySpan<char> form) => form.Length <= 2 && (char.IsAsciiDigit(form[^1]) || (form.Length == 1 && char.IsLetter(form[0])));

    private static bool EndsAfterAbbreviation(string text, List<TextSpan> tokens, int stop, int next, bool isClosed)
    {
        var form = text.AsSpan(tokens[stop].Start, tokens[stop].Length - 1);
        if (form.Length == 1 || Abbreviations.Find(form) == AbbreviationKind.Title)
        {
            return false;
        }

        var word = Word(text, tokens, next);
        return isClosed ? word.Length > 0 && char.IsUpper(word[0]) : Abbreviations.Opens(word) || (IsSpeechMark(text[tokens[next].Start]) && !StartsSmall(word) && tokens[next].Start > tokens[stop].End);
    }

    /// <summary>The first word from <paramref name="at"/> on, past opening marks; empty where a mark of another kind comes first.</summary>
    private static ReadOnlySpan<char> Word(string text, List<TextSpan> tokens, int at)
    {
        var limit = Math.Min(tokens.Count, at + 4);
        while (at < limit && text[tokens[at].Start] is '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or '`' or '…' or '.')
        {
            at++;
        }

        return at < limit ? text.AsSpan(tokens[at].Start, tokens[at].Length) : [];
    }

    private static bool StartsSmall(ReadOnlySpan<char> word) => word.Length > 0 && char.IsLower(word[0]) && !(word.Length > 1 && char.IsUpper(word[1]));

    /// <summary>A name or a role of at most five words, then a verb of speech: the speaker of the words before.</summary>
    private static bool IsSpeaker(string text, List<TextSpan> tokens, int at)
    {
        var verbs = SpeechVerbs.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = at; i < tokens.Count && i < at + 6; i++)
        {
            var form = text.AsSpan(tokens[i].Start, tokens[i].Length);
            if (i > at && verbs.Contains(form))
            {
                return true;
            }

            if (!char.IsLetter(form[0]))
            {
                return false;
            }
        }

        return false;
    }
}
