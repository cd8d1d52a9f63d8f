namespace Variorum.Annotating;

/// <summary>Joins pronouns to what they point at, sentence by sentence; one that might point at two things joins neither.</summary>
internal sealed class PronounJoiner(NameText text)
{
    private const int MostSentencesBack = 3;

    private readonly List<MentionDraft> _current = [];
    private readonly List<List<MentionDraft>> _before = [];

    /// <param name="mentions">All mentions in the order of the text, names and roles with their chains.</param>
    public void Join(IReadOnlyList<MentionDraft> mentions)
    {
        var sentence = -1;
        foreach (var mention in mentions)
        {
            if (text.Sentence(mention.First) is var now && now != sentence)
            {
                Turn();
                sentence = now;
            }

            if (mention.Kind == MentionKind.Pronoun)
            {
                Resolve(mention);
            }

            if (mention.Chain is not null && !text.Quoted[mention.First])
            {
                _current.Add(mention);
            }
        }
    }

    /// <summary>Ends a sentence. One without mentions outside quoted speech does not count as a step back.</summary>
    private void Turn()
    {
        if (_current.Count == 0)
        {
            return;
        }

        _before.Insert(0, [.. _current]);
        if (_before.Count > MostSentencesBack)
        {
            _before.RemoveAt(MostSentencesBack);
        }

        _current.Clear();
    }

    private void Resolve(MentionDraft pronoun)
    {
        var (chain, rule) = pronoun.Type == EntityType.Other ? Thing(pronoun) : pronoun.IsPlural ? Several(pronoun) : Person(pronoun);
        if (chain is null)
        {
            return;
        }

        pronoun.Type = chain.Type;
        pronoun.Rule = rule;
        chain.Add(pronoun);
    }

    private (ChainDraft? Chain, string Rule) Person(MentionDraft pronoun)
    {
        if (InSentence(pronoun) is { } own)
        {
            return own;
        }

        foreach (var sentence in _before)
        {
            var fits = sentence.Where(m => Fits(m, pronoun)).ToList();
            if (fits.Count > 0)
            {
                return (One(fits) ?? One(fits.Where(IsSubject)), "subject-before");
            }
        }

        return (null, pronoun.Rule);
    }

    private (ChainDraft? Chain, string Rule)? InSentence(MentionDraft pronoun)
    {
        var fits = _current.Where(m => Fits(m, pronoun)).ToList();
        if (pronoun.Case == PronounCase.Object && fits.FindLast(IsSubject) is { } subject)
        {
            fits.RemoveAll(m => m.Chain == subject.Chain);
        }

        if (fits.Count == 0)
        {
            return null;
        }

        return (One(fits) ?? One(fits.Where(IsSubject)), "same-sentence");
    }

    private (ChainDraft? Chain, string Rule) Several(MentionDraft pronoun)
    {
        foreach (var sentence in _before.Prepend(_current).Take(2))
        {
            var fits = sentence.Where(m => m.Chain!.IsPlural && m.Type is EntityType.Person or EntityType.Other).ToList();
            if (fits.Count > 0)
            {
                return (One(fits), "plural");
            }
        }

        return (null, pronoun.Rule);
    }

    /// <summary>"it" points safely only where one organisation or country is the subject at hand.</summary>
    private (ChainDraft? Chain, string Rule) Thing(MentionDraft pronoun)
    {
        var same = _current.Where(IsThing).ToList();
        if (pronoun.Case != PronounCase.Subject)
        {
            return (One(same) ?? One(same.Where(IsSubject)), "same-sentence");
        }

        var speaks = pronoun.End < text.Count && text[pronoun.End].IsSpeechVerb;
        if (!speaks || _current.Exists(m => m.Kind != MentionKind.Pronoun && m.Chain!.Type == EntityType.Person))
        {
            return (null, pronoun.Rule);
        }

        var before = same.Count > 0 || _before.Count == 0 ? same : _before[0].Where(IsThing).ToList();
        return (One(before.Where(IsSubject)), "speaking-body");
    }

    private static bool IsThing(MentionDraft mention) => mention.Chain!.Type == EntityType.Organisation && !mention.Chain.IsPlural && !mention.IsNationality;

    private static bool Fits(MentionDraft mention, MentionDraft pronoun) => mention.Chain is { Type: EntityType.Person, IsPlural: false } chain
        && !mention.IsPlural && (chain.Gender == pronoun.Gender || chain.Gender == Gender.Unknown);

    /// <summary>Whether a mention is what its clause is about: first of its sentence, or beside a verb of speech.</summary>
    private bool IsSubject(MentionDraft mention)
    {
        if (mention.Case is not PronounCase.Subject && mention.Kind == MentionKind.Pronoun)
        {
            return false;
        }

        if (text.IsPossessive(mention.End))
        {
            return false;
        }

        var isSpeaker = (mention.End < text.Count && text[mention.End].IsSpeechVerb) || (mention.First > 0 && text[mention.First - 1].IsSpeechVerb && !text.IsAny(mention.First - 1, "told", "tells", "tell", "telling", "asked", "asking"));
        return isSpeaker || text.Opens(mention.First) || text.IsTag(mention.End, PartOfSpeech.Verb) || text.IsTag(mention.End, PartOfSpeech.Aux);
    }

    private static ChainDraft? One(IEnumerable<MentionDraft> mentions)
    {
        ChainDraft? only = null;
        foreach (var chain in mentions.Select(m => m.Chain))
        {
            if (only is not null && only != chain)
            {
                return null;
            }

            only = chain;
        }

        return only;
    }
}
