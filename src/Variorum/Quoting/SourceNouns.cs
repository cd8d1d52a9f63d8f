using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>Which nouns can be a source: people, bodies, places that stand for a government, and what is written.</summary>
internal static class SourceNouns
{
    private static readonly Lazy<FrozenSet<string>> Mute = new(() => Lexicon.Words("mute-nouns"));
    private static readonly Lazy<FrozenSet<string>> Documents = new(() => Lexicon.Words("document-nouns"));
    private static readonly Lazy<FrozenSet<string>> Statements = new(() => Lexicon.Words("statement-nouns"));
    private static readonly Lazy<FrozenSet<string>> Bodies = new(() => Lexicon.Words("body-nouns"));

    /// <summary>Whether the thing that a head word names can say something.</summary>
    public static bool CanSpeak(Document document, int head)
    {
        var token = document.Tokens[head];
        if (token.Tag == PartOfSpeech.Propn)
        {
            return !document.Form(head).EndsWith("day", StringComparison.Ordinal);
        }

        return document.Form(head) is not ("you" or "this" or "these" or "those" or "there" or "nothing" or "something" or "anything" or "everything" or "what" or "whose" or "'s" or "’s")
            && (Documents.Value.Contains(token.Lemma) || Bodies.Value.Contains(token.Lemma) || !Mute.Value.Contains(token.Lemma) && !IsAbstract(token));
    }

    /// <summary>Whether a dictionary form is for something written, or for what counts or shows ("poll", "letter").</summary>
    public static bool IsDocument(string lemma) => Documents.Value.Contains(lemma);

    /// <summary>Whether a dictionary form is for a picture: what it shows nobody says.</summary>
    public static bool IsPicture(string lemma) => lemma is "picture" or "image" or "photo" or "photograph" or "footage" or "video" or "clip" or "render" or "map" or "chart" or "screenshot" or "scan";

    /// <summary>Whether a dictionary form is for people who act together.</summary>
    public static bool IsBody(string lemma) => Bodies.Value.Contains(lemma);

    /// <summary>Whether a dictionary form is for what somebody says or writes ("claim", "warning").</summary>
    public static bool IsStatement(string lemma) => Statements.Value.Contains(lemma);

    /// <summary>Nouns made of verbs and adjectives are for deeds and states, but for the bodies that are named so.</summary>
    private static bool IsAbstract(Token head) =>
        head.Tag == PartOfSpeech.Noun && head.Lemma.Length > 6
        && (Ends(head, "tion") || Ends(head, "sion") || Ends(head, "ment") || Ends(head, "ness") || Ends(head, "ance") || Ends(head, "ence") || Ends(head, "ism") || Ends(head, "ship") || Ends(head, "ing") || Ends(head, "ity"));

    private static bool Ends(Token head, string suffix) => head.Lemma.EndsWith(suffix, StringComparison.Ordinal);
}
