using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Quoting;

/// <summary>Tells a deed from a report where the verb is for both: "added a touchdown", "released the footage", "the pictures suggested".</summary>
/// <remarks><b>Method.</b> By the shape of what follows: a verb of saying that takes no noun for its content reports nothing by one.
/// What neither is a person or a body nor was written only lets something be guessed.</remarks>
internal sealed class DeedReader(QuoteScene scene)
{
    private static readonly Lazy<FrozenSet<string>> Sources = new(() => Lexicon.Rows("source-types").Concat(Lexicon.Rows("role-nouns")).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether somebody does something to a thing, and says nothing.</summary>
    public bool IsDeed(int head, CueVerb verb, Quote quote) =>
        quote.Quoted.IsEmpty && verb.Class == "call" && HasParticle(head, quote) || quote.Quoted.IsEmpty && verb.Class == "say" && (verb.Pattern & CuePattern.Object) == CuePattern.None && scene.Document.Tokens[head] is { Lemma: not "say" } token && token.Penn.IsVerb()
        && quote.Content.Length == 1 && !IsHearer(quote.Content[0]) && IsThing(head, quote.Content[0]);

    /// <summary>Whether a thing lets something be seen or guessed: a picture, or what is neither a person nor a body nor written.</summary>
    public bool IsSign(int head, Quote quote)
    {
        if (!quote.Quoted.IsEmpty || quote.Source is not { } source || scene.Tree.Head(source) is not (>= 0 and var noun) || scene.Document.Tokens[noun] is not { Tag: PartOfSpeech.Noun, Lemma: var lemma })
        {
            return false;
        }

        return SourceNouns.IsPicture(lemma) || scene.Document.Tokens[head].Lemma is "suggest" or "indicate" or "signal" or "imply" or "confirm" or "highlight" or "underline" or "underscore" or "point"
            && !Sources.Value.Contains(lemma) && !SourceNouns.IsBody(lemma) && !SourceNouns.IsDocument(lemma) && scene.Document.Tokens[noun].Penn != PennTag.NNS;
    }

    /// <summary>"called in boats", "called the match off".</summary>
    private bool HasParticle(int head, Quote quote) =>
        scene.Tree.Child(head, Relation.Particle) >= 0 || quote.Cue is { } cue && scene.Document.TokensOf(cue).End is var behind && behind < scene.Document.Tokens.Length && scene.Document.Form(behind) is "in" or "off" or "up";

    /// <summary>"shouted to the crowd": who heard it is no thing.</summary>
    private bool IsHearer(TextSpan content) => scene.Document.TokenAt(content.Start) is > 0 and var first && (scene.Document.Form(first) is "to" || scene.Document.Form(first - 1) is "to");

    /// <summary>Whether what hangs on the verb is a noun without a clause of its own.</summary>
    private bool IsThing(int head, TextSpan content)
    {
        var root = scene.Tree.Head(content);
        if (root < 0 || root < head || scene.Document.Tokens[root].Penn.IsVerb() || !scene.Document.Tokens[root].Penn.IsNoun())
        {
            return false;
        }

        return scene.Document.Tokens[root] is { Relation: Relation.Object or Relation.Oblique, Head: var above } && above >= head && scene.Tree.Subject(root) < 0 && scene.Tree.Child(root, Relation.Copula) < 0
            && !SourceNouns.IsStatement(scene.Document.Tokens[root].Lemma) && !Tells(content);
    }

    /// <summary>Whether a verb in the content tells something, and does not only describe a noun or a time.</summary>
    private bool Tells(TextSpan content)
    {
        var (first, end) = scene.Document.TokensOf(content);
        for (var i = first; i < end; i++)
        {
            var verb = scene.Document.Tokens[i] is { Relation: Relation.Copula, Head: var predicate } ? predicate : i;
            if (scene.Document.Tokens[i].Penn.IsFinite() && scene.Document.Tokens[verb].Relation is not (Relation.Relative or Relation.AdverbialClause or Relation.NounClause or Relation.Conjunct) && scene.Tree.Subject(verb) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
