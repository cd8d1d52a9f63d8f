using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>Tells from the verb nearest to a time which way its clause looks.</summary>
/// <remarks><b>Method.</b> Back from the time to the first finite verb, then onwards; not over the sentence's ends. <b>Cost.</b> At most forty tokens a question.</remarks>
internal sealed class TenseReader(Document document, Pieces pieces)
{
    private const int Reach = 20;

    private static readonly FrozenSet<string> Future = Vocabulary.Words(
        ["will", "ll", "shall", "would", "due", "scheduled", "slated", "upcoming", "forthcoming", "ahead", "wo"]);

    private static readonly FrozenSet<string> Past = Vocabulary.Words(
        [
            "was", "were", "had", "did", "said", "told", "has", "have", "came", "went", "took", "made", "met", "began", "fell", "rose", "won",
            "lost", "left", "held", "found", "gave", "got", "saw", "struck", "shot", "broke", "sent", "spoke", "wrote", "became", "ran", "hit",
        ]);

    private static readonly FrozenSet<string> NotVerbs = Vocabulary.Words(
        ["united", "hundred", "red", "wed", "indeed", "bed", "need", "feed", "seed", "speed", "med", "fed", "aged", "breed", "greed"]);

    /// <summary>Which way the clause around a piece looks.</summary>
    public Direction At(int at)
    {
        var (first, end) = Bounds(at);
        if (at + 1 < end && pieces.IsWord(at + 1) && IsPast(at + 1))
            return Direction.Past;

        for (var i = at - 1; i >= first; i--)
            if (Look(i, first) is var direction and not Direction.Unknown)
                return direction;

        for (var i = at + 1; i < end; i++)
            if (pieces.IsAny(i, Future) || (pieces.IsWord(i) && IsPast(i)))
                return Look(i, first);

        return Direction.Unknown;
    }

    private (int First, int End) Bounds(int at)
    {
        var sentence = document.SentenceAt(pieces[at].Start);
        var (from, to) = sentence < 0 ? (0, document.Text.Length) : (document.Sentences[sentence].Span.Start, document.Sentences[sentence].Span.End);
        int first = at, end = at + 1;
        while (first > 0 && at - first < Reach && pieces[first - 1].Start >= from && pieces[first - 1].Kind != PieceKind.Break)
            first--;

        while (end < pieces.Count && end - at < Reach && pieces[end].Start < to && pieces[end].Kind != PieceKind.Break)
            end++;

        return (first, end);
    }

    private Direction Look(int at, int first)
    {
        if (!pieces.IsWord(at))
            return Direction.Unknown;

        if (pieces.IsAny(at, Future))
            return Direction.Future;

        if (IsPast(at))
            return IsAfterFuture(at, first) ? Direction.Future : Direction.Past;

        return IsInfinitive(at) || IsAfterModal(at, first) ? Direction.Future : Direction.Unknown;
    }

    private bool IsPast(int at)
    {
        if (pieces.IsAny(at, Past))
            return true;

        if (pieces.IsAny(at, NotVerbs) || pieces.IsCapital(at))
            return false;

        var form = pieces.Form(at);
        return form.Length > 3 && form.EndsWith("ed", StringComparison.Ordinal) || IsTaggedPast(at, form);
    }

    /// <summary>A verb whose form is neither its lemma nor one in -s or -ing: an irregular past.</summary>
    private bool IsTaggedPast(int at, ReadOnlySpan<char> form)
    {
        var token = document.TokenAt(pieces[at].Start);
        return token < document.Tokens.Length && document.Tokens[token] is { Tag: PartOfSpeech.Verb } verb
            && !form.Equals(verb.Lemma, StringComparison.OrdinalIgnoreCase) && !form.EndsWith("s", StringComparison.Ordinal) && !form.EndsWith("ing", StringComparison.Ordinal);
    }

    /// <summary>"will be held", "is to be signed", "set to".</summary>
    private bool IsAfterFuture(int at, int first) =>
        (pieces.Is(at - 1, "be") && at - 2 >= first && (pieces.Is(at - 2, "to") || pieces.IsAny(at - 2, Future)))
        || ((pieces.IsOneOf(at, "expected", "planned", "set", "scheduled")) && !pieces.Is(at - 1, "had") && !pieces.Is(at - 1, "have"));

    private bool IsInfinitive(int at) => pieces.Is(at - 1, "to") && document.TokenAt(pieces[at].Start) is var token && token < document.Tokens.Length
        && document.Tokens[token].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux;

    private bool IsAfterModal(int at, int first) => at - 1 >= first && pieces.IsAny(at - 1, Future);
}
