using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>Which nouns can be a source: people, bodies, places that stand for a government, and what is written.</summary>
internal static class SourceNouns
{
    private static readonly Lazy<FrozenSet<string>> Mute = new(() => Lexicon.Words("mute-nouns"));
    private static readonly Lazy<FrozenSet<string>> Documents = new(() => Lexicon.Words("document-nouns"));
    private static readonly Lazy<FrozenSet<string>> Bodies = new(() => Lexicon.Words("body-nouns"));

    /// <summary>Whether the words can say something.</summary>
    public static bool CanSpeak(Frame frame, PieceRange source)
    {
        var at = Head(frame, source);
        var head = frame[at];
        if (head.IsUpper && head.Tag == PartOfSpeech.Propn)
        {
            return !head.IsTime;
        }

        return head.Form is not ("you" or "this" or "these" or "those" or "there" or "nothing" or "something" or "anything" or "everything" or "what" or "whose" or "'s" or "’s")
            && !head.IsTime && (Documents.Value.Contains(head.Lemma) || Bodies.Value.Contains(head.Lemma) || !Mute.Value.Contains(head.Lemma) && !IsAbstract(head));
    }

    /// <summary>Whether the words are for something written, or for what counts or shows ("a poll", "the letter").</summary>
    public static bool IsDocument(Frame frame, PieceRange source) => Documents.Value.Contains(frame[Head(frame, source)].Lemma);

    /// <summary>The same of one word's dictionary form.</summary>
    public static bool IsDocument(string lemma) => Documents.Value.Contains(lemma);

    /// <summary>Nouns made of verbs and adjectives are for deeds and states, but for the bodies that are named so.</summary>
    private static bool IsAbstract(Piece head) =>
        head.Tag == PartOfSpeech.Noun && head.Lemma.Length > 6
        && (Ends(head, "tion") || Ends(head, "sion") || Ends(head, "ment") || Ends(head, "ness") || Ends(head, "ance") || Ends(head, "ence") || Ends(head, "ism") || Ends(head, "ship") || Ends(head, "ing") || Ends(head, "ity"));

    private static bool Ends(Piece head, string suffix) => head.Lemma.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>The last noun before a preposition, a comma or a relative clause; of a relative pronoun, that of what it hangs on.</summary>
    private static int Head(Frame frame, PieceRange source)
    {
        if (frame[source.Start].IsRelative && source.End == source.Start + 1 && Antecedent(frame, source.Start) is { } before)
        {
            source = before;
        }

        var head = source.Start;
        for (var i = source.Start; i < source.End; i++)
        {
            if (i > source.Start && (frame[i].IsComma || frame[i].IsBreak || frame[i].IsRelative || frame[i].Tag is PartOfSpeech.Adp or PartOfSpeech.Cconj))
            {
                break;
            }

            head = frame[i].IsNominal ? i : head;
        }

        return head;
    }

    private static PieceRange? Antecedent(Frame frame, int relative)
    {
        var end = relative > 0 && frame[relative - 1].IsComma ? relative - 1 : relative;
        var start = end > 0 ? NounPhrases.StartOf(frame, end) : -1;
        return start >= 0 && !frame[start].IsRelative ? new PieceRange(start, end) : null;
    }
}
