namespace Variorum.Annotating;

/// <summary>Joins pronouns to what they point at, sentence by sentence; one that might point at two things joins neither.</summary>
internal sealed class PronounJoiner(NameText text)
{
    private const int MostSentencesBack = 3;
    private const int LongestAside = 20;
    private const int LongestPhrase = 8;
    private const int MostMentions = 64;

    private readonly List<MentionDraft> _current = [];
    private readonly List<List<MentionDraft>> _before = [];

    /// <param name="mentions">All mentions in the order of the text, names and roles with their chains.</param>
    public void Join(IReadOnlyList<MentionDraft> mentions)
    {
        var sentence = -1;
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            if (text.Sentence(mention.First) is var now && now != sentence)
            {
                Turn();
                sentence = now;
            }

            if (mention.Kind == MentionKind.Pronoun)
            {
                Resolve(mention, Ahead(mentions, i));
            }

            if (mention.Chain is not null && !text.Quoted[mention.First])
            {
                Remember(mention);
            }
        }
    }

    /// <summary>Of a sentence without end only the latest mentions count.</summary>
    private void Remember(MentionDraft mention)
    {
        if (_current.Count == MostMentions)
        {
            _current.RemoveRange(0, MostMentions / 2);
        }

        _current.Add(mention);
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

    /// <summary>"For his part, Oak agreed": what opens the main clause after a phrase that a preposition opens; null where there is no such phrase.</summary>
    private MentionDraft? Ahead(IReadOnlyList<MentionDraft> mentions, int at)
    {
        var pronoun = mentions[at];
        if (pronoun.Case != PronounCase.Possessive || pronoun.First == 0 || !text.Opens(pronoun.First - 1))
        {
            return null;
        }

        var comma = pronoun.End;
        while (comma < text.Count && comma - pronoun.End < LongestPhrase && !text.Is(comma, ","))
        {
            comma++;
        }

        for (var i = at + 1; i < mentions.Count && mentions[i].First <= comma + 1; i++)
        {
            if (mentions[i].First == comma + 1 && mentions[i].Kind != MentionKind.Pronoun && mentions[i].Chain is not null && Fits(mentions[i], pronoun))
            {
                return mentions[i];
            }
        }

        return null;
    }

    private void Resolve(MentionDraft pronoun, MentionDraft? ahead)
    {
        var (chain, rule) = ahead is not null ? (ahead.Chain, "name-ahead") : pronoun.Type == EntityType.Other ? Thing(pronoun) : pronoun.IsPlural ? Several(pronoun) : Person(pronoun);
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
        var fits = _current.Where(m => m.End <= pronoun.First && Fits(m, pronoun)).ToList();
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
            var fits = sentence.Where(m => m.Chain!.IsPlural && m.Type is EntityType.Person or EntityType.Group or EntityType.Other).ToList();
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
        var same = _current.Where(m => m.End <= pronoun.First && IsThing(m)).ToList();
        if (pronoun.Case != PronounCase.Subject)
        {
            return (same.Count > 0 && One(same) is { Type: EntityType.Organisation } only && same.Exists(IsSubject) ? only : null, "same-sentence");
        }

        var speaks = pronoun.End < text.Count && text[pronoun.End].IsSpeechVerb;
        if (!speaks || _current.Exists(m => m.Kind != MentionKind.Pronoun && m.Chain!.Type == EntityType.Person))
        {
            return (null, pronoun.Rule);
        }

        var before = same.Count > 0 || _before.Count == 0 ? same : _before[0].Where(IsThing).ToList();
        return (One(before.Where(m => m.Chain!.Type == EntityType.Organisation && IsSubject(m))), "speaking-body");
    }

    private static bool IsThing(MentionDraft mention) => mention.Chain!.Type is EntityType.Organisation or EntityType.Place && !mention.Chain.IsPlural && !mention.IsNationality;

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
        return isSpeaker || text.Opens(mention.First) || IsVerb(mention.End) || IsVerb(AfterAside(mention.End));
    }

    private bool IsVerb(int at) => text.IsTag(at, PartOfSpeech.Verb) || text.IsTag(at, PartOfSpeech.Aux);

    /// <summary>Past an aside between commas ("Oak, who took office in July, agreed").</summary>
    private int AfterAside(int at)
    {
        if (!text.Is(at, ",") || at + 1 >= text.Count || text[at + 1].IsCapital)
        {
            return at;
        }

        for (var i = at + 1; i < text.Count && i < at + LongestAside; i++)
        {
            if (text.Is(i, ",") && IsVerb(i + 1))
            {
                return i + 1;
            }
        }

        return at;
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
