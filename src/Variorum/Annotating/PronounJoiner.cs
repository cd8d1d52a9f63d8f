namespace Variorum.Annotating;

/// <summary>Joins pronouns to what they mean, in the order of the text; one whose meaning is not sure joins nothing.</summary>
/// <param name="text">The document.</param>
/// <param name="places">Where its mentions stand.</param>
/// <param name="choose">Decides.</param>
/// <param name="allGenders">Whether to offer persons of the wrong gender too: those who learn from them want it.</param>
internal sealed class PronounJoiner(NameText text, PlaceReader places, PronounChoice choose, bool allGenders = false)
{
    /// <summary>How many sentences back a thing may have been told of last.</summary>
    private const int MostSteps = 8;

    /// <summary>How many things are remembered.</summary>
    private const int MostRemembered = 40;

    private const int LongestPhrase = 8;

    private readonly Dictionary<ChainDraft, Candidate> _byChain = [];

    /// <summary>The one told of last stands last.</summary>
    private readonly List<Candidate> _recent = [];

    private readonly List<Candidate> _fitting = [];

    /// <summary>The last "he" or "she" that stayed open as a subject: what follows in its sentence ("he hurt his hand") stays open with it.</summary>
    private Place? _open;

    /// <param name="mentions">All mentions in the order of the text, names and roles with their chains.</param>
    public void Join(IReadOnlyList<MentionDraft> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            var place = places.Read(mention);
            if (mention.Kind == MentionKind.Pronoun)
            {
                Resolve(place, Ahead(mentions, i));
            }

            if (mention.Chain is { } chain && !mention.IsNationality && place is { IsQuoted: false, IsAddressed: false })
            {
                Remember(chain, place);
            }
        }
    }

    private void Remember(ChainDraft chain, Place place)
    {
        if (_byChain.TryGetValue(chain, out var candidate))
        {
            _recent.Remove(candidate);
        }
        else
        {
            candidate = new Candidate(chain);
            _byChain.Add(chain, candidate);
        }

        candidate.Add(place);
        _recent.Add(candidate);
        if (_recent.Count > MostRemembered)
        {
            _recent.RemoveAt(0);
        }
    }

    private void Resolve(in Place place, MentionDraft? ahead)
    {
        var pronoun = place.Mention;
        if (ahead is not null)
        {
            Add(ahead.Chain!, pronoun, "name-ahead");
            return;
        }

        if (FollowsOpen(place))
        {
            return;
        }

        _fitting.Clear();
        for (var i = _recent.Count - 1; i >= 0 && _fitting.Count < PronounRanker.MostCandidates; i--)
        {
            if (Fits(_recent[i].Chain, pronoun) && place.Step - _recent[i].Last.Step <= MostSteps && _recent[i].Last.Mention.End <= pronoun.First)
            {
                _fitting.Add(_recent[i]);
            }
        }

        var (chosen, rule) = pronoun.Type == EntityType.Other ? Body(place) : pronoun.IsPlural ? Several(place) : (choose(place, _fitting, places.Tree), "pronoun-ranking");
        if (chosen >= 0)
        {
            Add(_fitting[chosen].Chain, pronoun, rule);
        }

        _open = chosen < 0 && IsOpenSubject(place) ? place : chosen < 0 ? _open : null;
    }

    private bool FollowsOpen(in Place place) =>
        place.Mention.Case != PronounCase.Subject && _open is { } open && open.Sentence == place.Sentence && open.Mention.Gender == place.Mention.Gender;

    private static bool IsOpenSubject(in Place place) => place.IsSubject && place.Mention is { IsPlural: false, Type: EntityType.Person };

    /// <summary>"it said" means the one body that was a subject lately, where the sentence tells of no person; "its" the one body that is a subject in the same sentence.</summary>
    private (int Chosen, string Rule) Body(in Place place)
    {
        if (place.Mention.Case != PronounCase.Subject)
        {
            return (LoneSubject(place.Step), "same-sentence");
        }

        var sentence = place.Sentence;
        var isSafe = place.Speaks && !_recent.Exists(c => c.Chain.Type == EntityType.Person && c.Last.Sentence == sentence);
        return (isSafe ? LoneSubject(place.Step - 1) : -1, "speaking-body");
    }

    /// <summary>"they" means the only several that were a subject lately.</summary>
    private (int Chosen, string Rule) Several(in Place place) => (LoneSubject(place.Step - 1), "several");

    /// <summary>The first candidate where it alone is told of in the nearest sentence that tells of any, as a subject, not before <paramref name="step"/>.</summary>
    private int LoneSubject(int step) =>
        _fitting.Count > 0 && _fitting[0].Last.Step >= step && _fitting[0].Subject?.Step == _fitting[0].Last.Step && Standing.Of(_fitting, 0).IsLone && _fitting[0].Chain.Type != EntityType.Place ? 0 : -1;

    private static void Add(ChainDraft chain, MentionDraft pronoun, string rule)
    {
        pronoun.Type = chain.Type;
        pronoun.Rule = rule;
        chain.Add(pronoun);
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
            if (mentions[i].First == comma + 1 && mentions[i].Kind != MentionKind.Pronoun && mentions[i].Chain is { } chain && Fits(chain, pronoun))
            {
                return mentions[i];
            }
        }

        return null;
    }

    private bool Fits(ChainDraft chain, MentionDraft pronoun)
    {
        // God is called upon and sworn by, but does nothing that is told of.
        if (chain.Name is "God")
        {
            return false;
        }

        if (pronoun.Type == EntityType.Other)
        {
            return !chain.IsPlural && chain.Type is EntityType.Organisation or EntityType.Place;
        }

        return pronoun.IsPlural
            ? chain is { IsPlural: true, Type: EntityType.Person or EntityType.Group or EntityType.Other }
            : chain is { Type: EntityType.Person, IsPlural: false } && (allGenders || chain.Gender == pronoun.Gender || chain.Gender == Gender.Unknown);
    }
}
