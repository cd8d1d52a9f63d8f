using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>Tells how a cue stands to what it reports, from its words and what hangs on them.</summary>
internal sealed class StanceReader(QuoteScene scene)
{
    private static readonly Lazy<FrozenDictionary<string, CueStance>> Stances = new(() =>
        Lexicon.Rows("cue-stances").ToFrozenDictionary(row => row[0], row => Enum.Parse<CueStance>(row[1], ignoreCase: true), StringComparer.Ordinal));

    private readonly Document _document = scene.Document;

    /// <summary>The stance of a report's cue.</summary>
    /// <param name="head">Its main word.</param>
    /// <param name="cue">All of it.</param>
    public CueStance Of(int head, TextSpan cue)
    {
        if (IsDoubted(head))
        {
            return CueStance.Doubting;
        }

        var stance = StanceOf(head) ?? Others(head, cue);
        // "did not deny", "could not confirm", "refused to confirm": neither denied nor confirmed
        return stance is CueStance.Denial or CueStance.Factive or CueStance.Promise or CueStance.Accusation && IsWithheld(head) ? CueStance.Neutral : stance;
    }

    private CueStance? StanceOf(int at)
    {
        var token = _document.Tokens[at];
        if (token.Lemma == "point" && scene.Tree.Child(at, Relation.Particle) >= 0 || token.Lemma is "make" && at + 1 < _document.Tokens.Length && _document.Form(at + 1) is "clear")
        {
            return CueStance.Factive;
        }

        return token.Penn.IsVerb() || token is { Tag: PartOfSpeech.Noun, Lemma: not "note" } ? Stances.Value.TryGetValue(token.Lemma, out var stance) ? stance : null : null;
    }

    /// <summary>The stance of the cue's other words: "issued a denial", "made the claim that".</summary>
    private CueStance Others(int head, TextSpan cue)
    {
        var (first, end) = _document.TokensOf(cue);
        for (var i = first; i < end; i++)
        {
            if (i != head && StanceOf(i) is { } stance)
            {
                return stance;
            }
        }

        return CueStance.Neutral;
    }

    private bool IsDoubted(int head)
    {
        foreach (var child in scene.Tree.Children(head))
        {
            if (_document.Tokens[child].Relation == Relation.Adverb && _document.Form(child) is "reportedly" or "allegedly" or "supposedly" or "purportedly" or "apparently")
            {
                return true;
            }
        }

        return head > 0 && _document.Form(head - 1) is "reportedly" or "allegedly";
    }

    private bool IsWithheld(int head) =>
        scene.Tree.Negation(head) >= 0
        || _document.Tokens[head] is { Penn: PennTag.VB, Head: >= 0 and var above } && _document.Tokens[above].Lemma is "refuse" or "decline" or "fail" or "unable";
}
