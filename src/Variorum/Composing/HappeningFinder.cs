using System.Collections.Frozen;
using System.Collections.Immutable;
using Variorum.Lexicons;

namespace Variorum.Composing;

/// <summary>Finds the clauses that tell what happened and when.</summary>
/// <remarks><b>Method.</b> Left out are times that bound something ("since Friday"), times that belong to a noun
/// ("Friday's talks", "the May 3 raid") or to the telling ("he said on Friday"), doubts and denials, and speech.</remarks>
internal static class HappeningFinder
{
    /// <summary>Of a day well before the report, a time this far behind the verb belongs to a noun between ("after the raid on the camp on May 3").</summary>
    private const int FarBehind = 7;

    /// <summary>Within so many days of publication a report tells news, not history.</summary>
    private const int Recent = 3;

    private const int MostWords = 60;

    /// <summary>Times that lean on one told before ("that night", "the next day").</summary>
    private static readonly Lazy<FrozenSet<string>> Leaning = new(() => new[] { "that ", "the next ", "the following ", "the same ", "the previous " }.ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> Bounds = new(() => Lexicon.Words("time-bounds"));

    private static readonly FrozenSet<string> Telling =
        new[] { "say", "tell", "add", "report", "write", "state", "note", "quote", "cite", "show", "speak" }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Happening> Find(Reading reading, int article)
    {
        var told = new HashSet<int>();
        foreach (var time in reading.Times.Where(t => IsPlaced(reading, t)))
        {
            var claim = ClaimAt(reading, time.Span);
            if (claim >= 0 && Span(reading, reading.Claims[claim]) is { } span && Happens(reading, time, reading.Claims[claim], span) && told.Add(claim))
            {
                var (first, end) = reading.Document.TokensOf(span);
                var words = Enumerable.Range(first, end - first).Where(t => IsTelling(reading.Document.Tokens[t].Tag))
                    .Select(t => NounPhrase.Lemma(reading.Document, t)).ToImmutableHashSet(StringComparer.Ordinal);
                yield return new Happening(new Citation(article, span), new ClaimEvidence(article, claim), time, reading.Claims[claim].Sentence, words);
            }
        }
    }

    private static bool IsPlaced(Reading reading, TimeValue time) => time is { Type: TimeType.Date or TimeType.Time, First: not null, Last: not null }
        && !Leaning.Value.Any(w => time.Span.Of(reading.Article.Text).StartsWith(w, StringComparison.OrdinalIgnoreCase))
        && time.Precision switch
        {
            TimePrecision.Day or TimePrecision.Range => true,
            TimePrecision.Time => NamesDay(reading, time),
            TimePrecision.Month => reading.Article.Published is not { } published || !IsMonthOf(time, published.Date),
            _ => false,
        };

    /// <summary>An hour without a day ("around midnight") may be of any.</summary>
    private static bool NamesDay(Reading reading, TimeValue time)
    {
        var (first, end) = reading.Document.TokensOf(time.Span);
        return Enumerable.Range(first, end - first).Any(i => reading.Document.Tokens[i].Tag == PartOfSpeech.Propn
            || reading.Document.Form(i) is "today" or "yesterday" or "tomorrow" or "tonight");
    }

    /// <summary>"This month" says hardly more than the report's own date.</summary>
    private static bool IsMonthOf(TimeValue time, DateOnly day) => time.First!.Value.Year == day.Year && time.First.Value.Month == day.Month;

    /// <summary>The clause without a dateline before it, and the whole sentence for a clause that hangs on another; null for one
    /// that nobody would print alone.</summary>
    private static TextSpan? Span(Reading reading, Claim claim)
    {
        var document = reading.Document;
        var sentence = document.Sentences[claim.Sentence];
        var start = Math.Max(claim.Span.Start, reading.Article.Dateline?.Span.End ?? 0);
        var first = document.TokenAt(start);
        var hangs = document.Form(first) is "which" or "who" or "whom" or "whose" or "that" or "where" or "when" or "but" or "so" or "and";
        var span = hangs ? sentence.Span : new TextSpan(document.Tokens[first].Start, claim.Span.End);
        var (begin, end) = document.TokensOf(span);
        return end - begin is < 4 or > MostWords || Speaks(document, begin, end) ? null : span;
    }

    /// <summary>A question, a post or talk in the first or second person is no account of a happening.</summary>
    private static bool Speaks(Document document, int begin, int end)
    {
        for (var i = begin; i < end; i++)
        {
            if (document.Form(i) is "?" or "I" or "we" or "We" or "you" or "You" or "my" or "our" or "your" || document.Text[document.Tokens[i].Start] == '@')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTelling(PartOfSpeech tag) => tag is PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.Propn;

    /// <summary>The shortest claim around a time; -1 without one.</summary>
    private static int ClaimAt(Reading reading, TextSpan span)
    {
        var best = -1;
        for (var i = 0; i < reading.Claims.Length; i++)
        {
            if (reading.Claims[i].Span.Contains(span) && (best < 0 || reading.Claims[i].Span.Length < reading.Claims[best].Span.Length))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool Happens(Reading reading, TimeValue time, Claim claim, TextSpan span)
    {
        if (claim.Stance is Stance.Denied or Stance.Hedged || (claim.Quote is { } quote && reading.Quotes[quote].Kind == QuoteKind.Direct))
        {
            return false;
        }

        var document = reading.Document;
        var (first, end) = document.TokensOf(span);
        var (begin, stop) = document.TokensOf(time.Span);
        return !IsBound(document, begin) && !IsOfNoun(document, stop, end) && IsOfVerb(reading, time, first, begin, stop, end);
    }

    private static bool IsBound(Document document, int begin)
    {
        for (var words = 1; words <= 3 && begin - words >= 0; words++)
        {
            var before = document.Text[document.Tokens[begin - words].Start..document.Tokens[begin - 1].End];
            if (Bounds.Value.Contains(before))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Friday's talks", "the May 3 raid".</summary>
    private static bool IsOfNoun(Document document, int stop, int end) => stop < end
        && (document.Tokens[stop].Tag is PartOfSpeech.Part or PartOfSpeech.Noun or PartOfSpeech.Adj || document.Form(stop) is "'s" or "’s" or "-");

    private static bool IsOfVerb(Reading reading, TimeValue time, int first, int begin, int stop, int end)
    {
        var tokens = reading.Document.Tokens;
        for (var i = begin - 1; i >= first; i--)
        {
            if (tokens[i].Tag == PartOfSpeech.Verb)
            {
                return !FollowsDeed(reading.Document, i, begin) && !Telling.Contains(NounPhrase.Lemma(reading.Document, i))
                    && (IsRecent(reading, time) || IsClose(reading.Document, i, begin));
            }
        }

        return !FollowsDeed(reading.Document, first - 1, begin) && Enumerable.Range(stop, Math.Max(0, end - stop)).Any(i => tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux);
    }

    /// <summary>Whether the time stands right behind a noun that is itself a deed, and not the verb's plain object: "after the attacks on May 3".</summary>
    private static bool FollowsDeed(Document document, int verb, int begin)
    {
        var noun = begin - 1;
        if (noun > verb && document.Tokens[noun].Tag == PartOfSpeech.Adp)
        {
            noun--;
        }

        return noun > verb && document.Tokens[noun].Tag == PartOfSpeech.Noun && KindLabels.IsDeed(NounPhrase.Lemma(document, noun))
            && (verb < 0 || document.Tokens[verb].Tag != PartOfSpeech.Verb || Enumerable.Range(verb + 1, noun - verb - 1).Any(i => document.Tokens[i].Tag == PartOfSpeech.Adp));
    }

    /// <summary>Whether no noun's own complement stands between ("arising from the killing of protesters in December").</summary>
    private static bool IsClose(Document document, int verb, int begin) => begin - verb <= FarBehind
        && !Enumerable.Range(verb + 1, begin - verb - 1).Any(i => document.Form(i) is "of" or "from" or "after" or "over" or "about" or "during" or "against" or "following");

    private static bool IsRecent(Reading reading, TimeValue time) =>
        reading.Article.Published is not { } published || time.Last!.Value.DayNumber >= published.Date.DayNumber - Recent;
}

/// <summary>A clause that tells what happened and when.</summary>
/// <param name="Citation">The clause.</param>
/// <param name="Evidence">The claim that it is.</param>
/// <param name="Time">When.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Words">The dictionary forms of its nouns, names and verbs.</param>
internal sealed record Happening(Citation Citation, ClaimEvidence Evidence, TimeValue Time, int Sentence, ImmutableHashSet<string> Words)
{
    /// <summary>Whether most of the shorter one's words are the other's too.</summary>
    public bool IsLike(Happening other) =>
        Words.Count > 0 && other.Words.Count > 0 && Words.Intersect(other.Words).Count >= 0.6 * Math.Min(Words.Count, other.Words.Count);
}
