using System.Collections.Frozen;

namespace Variorum.Normalizing;

/// <summary>Finds what a number counts: the head of the noun phrase that follows it.</summary>
/// <remarks><b>Cost.</b> At most eight tokens a question.</remarks>
internal sealed class CountedNoun(Document document, Pieces pieces)
{
    private const int Reach = 8;

    private static readonly FrozenSet<string> Conditions = Vocabulary.Words(
        "dead", "wounded", "injured", "killed", "missing", "hurt", "arrested", "detained", "hospitalized", "hospitalised", "displaced", "homeless", "others");

    /// <summary>The counted noun's lemma; null where none follows.</summary>
    public string? After(QuantityCore core)
    {
        if (core.Kind == QuantityKind.Age || !pieces.Inside(core.End))
            return null;

        if (core.Kind == QuantityKind.Money && IsApiece(core.End))
            return "share";

        var at = Start(core);
        return at is { } token ? Head(token, core) : null;
    }

    /// <summary>"$82 a share", "$60 per share".</summary>
    private bool IsApiece(int at) => pieces.IsOneOf(at, "a", "per") && pieces.Is(at + 1, "share");

    /// <summary>The token where the noun phrase opens, after "of", "of the", "in" (for money) and determiners.</summary>
    private int? Start(QuantityCore core)
    {
        var at = core.End;
        if (pieces.IsDash(at) && pieces.IsGlued(at))
            at++;

        var isMass = core.Kind is QuantityKind.Money or QuantityKind.Percent;
        if (pieces.Is(at, "of") || (isMass && pieces.Is(at, "in")) || (pieces.Is(at, "worth") && pieces.Is(at + 1, "of")))
            at = pieces.Is(at, "worth") ? at + 2 : at + 1;
        else if (core.Kind == QuantityKind.Percent && !pieces.IsWord(at))
            return null;

        at = pieces.IsOneOf(at, "the", "these", "those", "its", "their", "his", "her", "all") ? at + 1 : at;
        return pieces.IsWord(at) ? document.TokenAt(pieces[at].Start) : null;
    }

    /// <summary>The head of the noun phrase: of several nouns the first plural one, else the last.</summary>
    private string? Head(int first, QuantityCore core)
    {
        string? head = null;
        for (var i = first; i < document.Tokens.Length && i < first + Reach; i++)
        {
            var token = document.Tokens[i];
            if (token.Tag is PartOfSpeech.Noun || (token.Tag is PartOfSpeech.Propn && head is null && IsPlural(i)))
                head = token.Lemma.ToLowerInvariant();
            else if (head is not null || !IsModifier(i))
                break;

            if (head is not null && core.Low != 1 && core.Kind == QuantityKind.Count && token.Penn is PennTag.NNS or PennTag.NNPS)
                break;
        }

        return head ?? (core.Kind is QuantityKind.Ordinal ? null : Condition(first));
    }

    /// <summary>"40 dead", "120 wounded": those in that state.</summary>
    private string? Condition(int at)
    {
        if (at >= document.Tokens.Length)
            return null;

        var form = document.Form(at).ToString();
        return Conditions.Contains(form) ? form.ToLowerInvariant() : null;
    }

    /// <summary>A word that may stand between a number and its noun: "German", "other", "more", "suspected armed", a hyphen in "Iran-backed".</summary>
    private bool IsModifier(int at)
    {
        if (at >= document.Tokens.Length)
            return false;

        var tag = document.Tokens[at].Tag;
        var form = document.Form(at);
        return tag is PartOfSpeech.Adj or PartOfSpeech.Propn
            || form is "more" or "other" or "-" or "additional" or "very"
            || (tag is PartOfSpeech.Verb or PartOfSpeech.Adv && form.EndsWith("ed", StringComparison.Ordinal) && (IsNoun(at + 1) || IsModifier(at + 1)));
    }

    private bool IsNoun(int at) => at < document.Tokens.Length && document.Tokens[at].Tag is PartOfSpeech.Noun;

    private bool IsPlural(int at) => document.Form(at) is [.., 's'] and not [.., 's', 's'];
}
