using System.Collections.Frozen;
using Variorum.Learning;
using Variorum.Lexicons;

namespace Variorum.Annotating;

/// <summary>Finds where the sentences of a paragraph end.</summary>
/// <remarks>
/// <para><b>Order.</b> By the rules a stop ends a sentence, with the closing marks that follow it, unless what comes next shows
/// that the sentence goes on: a small letter, a comma or dash, a number after "No.", a name after "Gen.", or, after a quoted
/// question or cry, its speaker (<c>"Why?" Smith asked</c>). Of the last three and of datelines the rules are certain. Elsewhere
/// a perceptron has the last word (<see cref="SentenceFeatures"/>): it must be surer where it gainsays the rules in a paragraph
/// of prose, and finds ends without a stop only where a paragraph is none (signatures, lists, notes).</para>
/// <para>A run of 500 tokens without an end is a table, a list or nonsense and is cut there, so that no later step,
/// which may look from any word of a sentence to any other, costs more than so much a word.</para>
/// <para><b>Cost.</b> Linear in the number of tokens.</para>
/// </remarks>
internal sealed class SentenceSplitter
{
    /// <summary>Goes on, ends.</summary>
    public const int Classes = 2;

    /// <summary>How much more must speak for an end where no stop stands; see the model's card.</summary>
    private const int Threshold = 140;

    /// <summary>How much more must speak for an end after an abbreviation, or against one that the rules see in a paragraph of prose.</summary>
    private const int ProseThreshold = 700;

    private const int LongestHeading = 12;
    private const int LongestSentence = 500;
    private const int LongestDateline = 12;

    private static readonly Lazy<FrozenSet<string>> SpeechVerbs = new(() => Lexicon.Words("speech-verbs"));

    private readonly LinearModel? weights;

    private SentenceSplitter(LinearModel? weights) => this.weights = weights;

    /// <summary>One that goes by the rules alone: what the lab makes other models with.</summary>
    public static SentenceSplitter ByRule { get; } = new(null);

    /// <summary>Reads the model.</summary>
    public static SentenceSplitter Read(ModelFile file)
    {
        using var reader = file.Reader("weights");
        return new SentenceSplitter(LinearModel.Read(reader, Classes));
    }

    /// <summary>Adds the sentences of one paragraph, whose tokens are those from <paramref name="first"/> on.</summary>
    public void Split(string text, List<TextSpan> tokens, int first, int paragraph, List<Sentence> sentences)
    {
        if (first == tokens.Count)
        {
            return;
        }

        var features = new SentenceFeatures(text, tokens, first);
        var start = first;
        for (var i = first; i < tokens.Count; i++)
        {
            var isTooLong = i + 1 - start >= LongestSentence;
            var gap = isTooLong ? new SentenceGap(start, i, i + 1, GapRule.Ends) : Look(text, tokens, start, i);
            if (isTooLong || gap.Next == tokens.Count || (IsOpen(text, tokens, gap) && Ends(features, gap)))
            {
                sentences.Add(Between(tokens, start, gap.Next, paragraph));
                start = gap.Next;
            }

            i = gap.Next - 1;
        }

        if (sentences[^1].First == first)
        {
            sentences[^1] = sentences[^1] with { IsHeading = IsHeading(text, tokens, first) };
        }
    }

    /// <summary>What follows a token, and what the rules make of it.</summary>
    public static SentenceGap Look(string text, List<TextSpan> tokens, int start, int at)
    {
        if (!MayEnd(text, tokens[at]))
        {
            return new SentenceGap(start, at, at + 1, GapRule.None);
        }

        var next = AfterClosers(text, tokens, at + 1);
        return new SentenceGap(start, at, next, next == tokens.Count || Ends(text, tokens, start, at, next) ? GapRule.Ends : Doubt(text, tokens, start, at, next));
    }

    /// <summary>How sure it is that a sentence goes on after a stop.</summary>
    private static GapRule Doubt(string text, List<TextSpan> tokens, int start, int stop, int next)
    {
        var token = tokens[stop];
        var isAbbreviation = token.Length > 1 && text[token.End - 1] == '.' && text[token.End - 2] != '.';
        var form = text.AsSpan(token.Start, token.Length - 1);
        if (text[tokens[next].Start] is ',' or ';' or ':' || (IsDash(text[tokens[next].Start]) && IsDateline(text, tokens, start, stop)) || (isAbbreviation && (form.Length == 1 || Abbreviations.Find(form) == AbbreviationKind.Title)))
        {
            return GapRule.Never;
        }

        var isQuote = next > stop + 1 && (IsSpeechMark(text[tokens[next - 1].Start]) || Letters.IsApostrophe(text[tokens[next - 1].Start]));
        var isSpeaker = isQuote && (StartsSmall(text.AsSpan(tokens[next].Start, tokens[next].Length)) || IsSpeaker(text, tokens, next));
        return isSpeaker ? GapRule.Never : isAbbreviation ? GapRule.Abbreviation : GapRule.GoesOn;
    }

    /// <summary>Whether the model is asked: after every stop, and where a blank stands before a capital, a number or a mark, or after a mark.</summary>
    public static bool IsOpen(string text, List<TextSpan> tokens, in SentenceGap gap)
    {
        if (gap.Rule != GapRule.None)
        {
            return gap.Rule != GapRule.Never;
        }

        var head = text[tokens[gap.Next].Start];
        return !IsDash(text[tokens[gap.Stop].Start]) && tokens[gap.Next].Start > tokens[gap.Stop].End && head is not (',' or '.' or ';' or ')' or ']' or '?' or '!')
            && (!char.IsLower(head) || Letters.WordUnits(text, tokens[gap.Stop].End - 1) == 0);
    }

    private bool Ends(in SentenceFeatures features, in SentenceGap gap)
    {
        if (weights is null)
        {
            return gap.Rule == GapRule.Ends;
        }

        Span<uint> given = stackalloc uint[SentenceFeatures.Count];
        Span<int> scores = stackalloc int[Classes];
        features.Fill(gap, given);
        scores.Clear();
        weights.Score(given, scores);
        return scores[1] - scores[0] > gap.Rule switch
        {
            GapRule.None => features.IsProse ? int.MaxValue : Threshold,
            GapRule.Abbreviation => ProseThreshold,
            GapRule.GoesOn => features.IsProse ? Threshold : 0,
            _ => features.IsProse ? -ProseThreshold : -Threshold,
        };
    }

    private static Sentence Between(List<TextSpan> tokens, int start, int end, int paragraph) =>
        new(new TextSpan(tokens[start].Start, tokens[end - 1].End), start, end, paragraph);

    private static bool IsHeading(string text, List<TextSpan> tokens, int first) =>
        tokens.Count - first <= LongestHeading && Letters.WordUnits(text, tokens[^1].Start) > 0 && !IsSpeechMark(text[tokens[first].Start]);

    /// <summary>Few tokens, the first in capitals: "FAIRVIEW, W. Va."</summary>
    private static bool IsDateline(string text, List<TextSpan> tokens, int start, int stop) =>
        stop - start < LongestDateline && tokens[start].Length > 1 && char.IsUpper(text[tokens[start].Start]) && char.IsUpper(text[tokens[start].Start + 1]);

    private static bool IsDash(char c) => c is '-' or '–' or '—' or '―';

    private static bool IsSpeechMark(char c) => c is '"' or '“' or '”' or '‘' or '«';

    private static bool MayEnd(string text, TextSpan token) => text[token.End - 1] is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    /// <summary>The first token after the quotation marks and brackets that close with the stop.</summary>
    private static int AfterClosers(string text, List<TextSpan> tokens, int at)
    {
        while (at < tokens.Count && IsCloser(text, tokens, at))
        {
            at++;
        }

        return IsReference(text, tokens, at) ? at + 3 : at;
    }

    /// <summary>The number of a note in brackets ("He left.[21] Then").</summary>
    private static bool IsReference(string text, List<TextSpan> tokens, int at) =>
        at + 2 < tokens.Count && text[tokens[at].Start] == '['
        && char.IsAsciiDigit(text[tokens[at + 1].Start]) && text[tokens[at + 2].Start] == ']' && tokens[at + 1].Length <= 3;

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
