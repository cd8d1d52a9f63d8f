namespace Variorum.Annotating;

/// <summary>Reads off the tree where each mention stands.</summary>
internal sealed class PlaceReader
{
    private readonly NameText _text;
    private readonly int[] _steps;

    public PlaceReader(NameText text, Tree tree)
    {
        (_text, Tree) = (text, tree);
        var sentences = text.Document.Sentences;
        _steps = new int[sentences.Length + 1];
        for (var i = 0; i < sentences.Length; i++)
        {
            _steps[i + 1] = _steps[i] + (HasOwnWords(sentences[i]) ? 1 : 0);
        }
    }

    public Tree Tree { get; }

    public Place Read(MentionDraft mention)
    {
        var head = Math.Max(Tree.Head(mention.First, mention.End), mention.First);
        head = Outermost(head);
        var sentence = _text.Sentence(mention.First);
        var clause = Clause(head);
        var part = Part(head, clause);
        var speaks = part is ClausePart.MainSubject or ClausePart.Subject && _text[clause].IsSpeechVerb;
        return new Place(mention, head, FirstJoined(head), sentence, _steps[sentence], _text.Document.Sentences[sentence].Paragraph, part, clause, speaks, _text.Quoted[mention.First], _text.Document.Tokens[head].Relation == Relation.Vocative);
    }

    /// <summary>Up from the parts of a name and from an apposition to what it stands beside.</summary>
    private int Outermost(int head)
    {
        var token = _text.Document.Tokens[head];
        return token.Relation is Relation.Appositive or Relation.Flat or Relation.Compound or Relation.Descriptor && token.Head >= 0 && _text.Document.Tokens[token.Head].Tag == PartOfSpeech.Propn ? token.Head : head;
    }

    private int FirstJoined(int head)
    {
        var token = _text.Document.Tokens[head];
        return token is { Relation: Relation.Conjunct, Head: >= 0 } ? token.Head : head;
    }

    /// <summary>The clause that the token is part of; of a predicate with a copula the one above.</summary>
    private int Clause(int head) => _text.Document.Tokens[head].Head is >= 0 and var above ? Tree.Clause(above) : head;

    private ClausePart Part(int head, int clause)
    {
        var token = _text.Document.Tokens[head];
        switch (token.Relation)
        {
            case Relation.NominalSubject or Relation.PassiveSubject or Relation.OuterSubject:
                return _text.Document.Tokens[clause].Head < 0 ? ClausePart.MainSubject : ClausePart.Subject;
            case Relation.Object or Relation.IndirectObject or Relation.Agent:
                return ClausePart.Object;
            case Relation.Oblique or Relation.UnmarkedOblique:
                return ClausePart.Oblique;
            case Relation.Possessive:
                return ClausePart.Possessive;
            case Relation.Nominal or Relation.UnmarkedNominal or Relation.Compound or Relation.Appositive:
                return ClausePart.Nominal;
            case Relation.Conjunct when token.Head >= 0 && _text.Document.Tokens[token.Head].Relation is Relation.NominalSubject or Relation.PassiveSubject:
                return ClausePart.Subject;
            default:
                return ClausePart.Other;
        }
    }

    private bool HasOwnWords(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!_text.Quoted[i] && char.IsLetter(_text[i].Form[0]))
            {
                return true;
            }
        }

        return false;
    }
}
