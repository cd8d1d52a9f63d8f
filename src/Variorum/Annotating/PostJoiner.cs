using System.Collections.Frozen;

namespace Variorum.Annotating;

/// <summary>Joins roles to what holds them in this article: "the Iranian president" to whom it called Iranian President.</summary>
/// <remarks><b>Order.</b> The rules of <see cref="Holder"/>, first to last; each joins only where one thing alone fits.</remarks>
internal sealed class PostJoiner
{
    /// <summary>How many sentences back a holder that only fits by elimination may be.</summary>
    private const int NearSentences = 4;

    /// <summary>How many sentences back a body may be that is only called "the organization".</summary>
    private const int MostSentencesBack = 2;

    /// <summary>How many holders are looked through for a role, so that a very long text takes time in proportion to its length.</summary>
    private const int MostHolders = 200;

    /// <summary>Nouns that any body may be called by.</summary>
    private static readonly FrozenSet<string> GeneralNouns = FrozenSet.Create(StringComparer.Ordinal, "organisation", "organization", "company", "firm", "group", "agency", "institution", "party", "team", "association");

    private readonly NameText _text;
    private readonly List<ChainDraft> _chains;
    private readonly List<ChainDraft> _persons;
    private readonly List<ChainDraft> _bodies;
    private readonly Dictionary<int, List<MentionDraft>> _bodiesIn = [];
    private readonly Dictionary<(string, string?, bool), ChainDraft> _unnamed = [];

    public PostJoiner(NameText text, List<ChainDraft> chains)
    {
        _text = text;
        _chains = chains;
        _persons = [.. chains.Where(c => c.Type == EntityType.Person).Take(MostHolders)];
        foreach (var mention in chains.SelectMany(c => c.Mentions))
        {
            Notice(mention);
        }

        _bodies = [.. chains.Where(c => c is { Type: EntityType.Organisation, IsNamed: true, Posts.Count: > 0 }).Take(MostHolders)];
    }

    public void Join(IReadOnlyList<MentionDraft> roles)
    {
        foreach (var role in roles.Where(r => r.Beside?.Chain is not null))
        {
            role.Title = role.Rule == "name-and-kind" ? null : Description(role);
            role.Type = role.Beside!.Chain!.Type;
            role.Beside.Chain.Add(role);
            Notice(role);
        }

        foreach (var role in roles.Where(r => r.Chain is null))
        {
            var (chain, rule) = role is { Article: RoleArticle.Definite, IsPlural: false } && !role.IsLoose ? Holder(role) : (null, role.Rule);
            chain ??= Unnamed(role);
            role.Rule = rule;
            chain.Add(role);
            Notice(role);
        }
    }

    /// <summary>Writes down where named bodies are told of.</summary>
    private void Notice(MentionDraft mention)
    {
        if (mention.Chain is { Type: EntityType.Organisation, IsNamed: true })
        {
            var sentence = _text.Sentence(mention.First);
            if (!_bodiesIn.TryGetValue(sentence, out var mentions))
            {
                _bodiesIn.Add(sentence, mentions = []);
            }

            if (mentions.Count < MostHolders)
            {
                mentions.Add(mention);
            }
        }
    }

    /// <summary>The description without its article ("Iranian president").</summary>
    private string Description(MentionDraft role) => _text[role.First].IsCapital && !_text[role.First].IsOpening ? _text.Of(role.First, role.End) : _text.Of(Math.Min(role.NameFirst, role.End - 1), role.End);

    private (ChainDraft? Chain, string Rule) Holder(MentionDraft role)
    {
        var noun = role.RoleNoun!;
        if (role.Type == EntityType.Organisation)
        {
            return One(_bodies.Where(c => Holds(c, noun))) is { } body ? (body, "kind-of-organisation") : NearBody(role) is { } near ? (near, "body-at-hand") : (null, role.Rule);
        }

        if (One(_persons.Where(c => c.Posts.Any(p => p.Of is not null && Same(p.Of, role) && RoleNouns.Match(p.Noun, noun)))) is { } holder)
        {
            return (holder, "post");
        }

        if (role.Country is null && role.Owner is null)
        {
            return (noun == "counterpart" || _text.Is(role.End, "of") ? null : OfOne(role, noun), "role-of-one");
        }

        return (role.Country is null || IsOfBody(role) ? null : ByNationality(role, noun), "nationality");
    }

    /// <summary>"the Iranian leader": the one person whom the article calls Iranian, if the post is not another's.</summary>
    private ChainDraft? ByNationality(MentionDraft role, string noun)
    {
        if (RoleNouns.Find(noun)?.IsLeader != true)
        {
            return null;
        }

        var fits = _persons.Where(c => c.Countries.Contains(role.Country!) && (c.Posts.Count == 0 || (noun is "leader" or "counterpart" && c.Posts.All(p => RoleNouns.Find(p.Noun)?.IsLeader != false))));
        return One(fits) ?? ByElimination(role);
    }

    /// <summary>"the Iranian foreign ministry's head": a leader of something in the country, not of the country.</summary>
    private static bool IsOfBody(MentionDraft role) => role.RoleNoun is "chief" or "head" or "boss" or "director" or "chair" or "chairman" or "chairwoman" or "chief executive" or "ceo" || role.Owner is not null && role.Country is not null && role.Owner.Contains(' ', StringComparison.Ordinal);

    private static bool Same(string of, MentionDraft role) => string.Equals(of, role.Country, StringComparison.Ordinal) || string.Equals(of, role.Owner, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(ChainDraft chain, string noun) => chain.Posts.Any(p => RoleNouns.Match(p.Noun, noun));

    /// <summary>The one named person whom the article gives the role, for a country's or body's first office also where that comes later; else the one so described before.</summary>
    private ChainDraft? OfOne(MentionDraft role, string noun)
    {
        var isLeader = RoleNouns.Find(noun)?.IsLeader == true;
        var named = _persons.Where(c => c.IsNamed && c.Posts.Any(p => RoleNouns.Match(p.Noun, noun))).Take(2).ToList();
        return named.Count switch
        {
            1 when isLeader || IsBefore(named[0], role) => named[0],
            0 => One(_persons.Where(c => Holds(c, noun) && IsBefore(c, role))),
            _ => null,
        };
    }

    /// <summary>"the organization": the one named body that the sentence so far, or failing that the one before, tells of, where its name does not say that it is something else.</summary>
    private ChainDraft? NearBody(MentionDraft role)
    {
        if (role.Country is not null || role.Owner is not null || !GeneralNouns.Contains(role.RoleNoun!) || !_text.Is(role.First, "the") || role.NounFirst != role.First + 1 || _text.Is(role.End, "of"))
        {
            return null;
        }

        var sentence = _text.Sentence(role.First);
        for (var back = 0; back <= MostSentencesBack; back++)
        {
            var near = _bodiesIn.GetValueOrDefault(sentence - back, []).Where(m => m.End <= role.First).Select(m => m.Chain!).Distinct().ToList();
            if (near.Count > 0)
            {
                return near.Count == 1 && (near[0].Posts.Count == 0 || role.RoleNoun is "organisation" or "organization" or "institution") ? near[0] : null;
            }
        }

        return null;
    }

    private static bool IsBefore(ChainDraft chain, MentionDraft role) => chain.Mentions[0].First < role.First;

    /// <summary>The one person near by whom the article gives no other country and who is at the centre of it.</summary>
    private ChainDraft? ByElimination(MentionDraft role)
    {
        var sentence = _text.Sentence(role.First);
        var near = One(_persons.Where(c => c.Countries.Count == 0 && c.IsNamed && c.Gender is var g && (role.Gender == Gender.Unknown || g == Gender.Unknown || g == role.Gender)
            && c.Mentions.Count > 2 && c.Posts.Count == 0));
        return near is not null && near.Mentions.Exists(m => m.First < role.First && sentence - _text.Sentence(m.First) <= NearSentences) ? near : null;
    }

    private ChainDraft Unnamed(MentionDraft role)
    {
        var key = (role.IsPlural || role.Country is not null || role.Owner is not null ? _text.Of(role.NameFirst, role.End).ToLowerInvariant() : role.RoleNoun!, role.Country ?? role.Owner, role.IsPlural);
        if ((role.Article != RoleArticle.Indefinite || role.IsPlural) && !role.IsLoose && _unnamed.TryGetValue(key, out var known))
        {
            return known;
        }

        var chain = new ChainDraft { Name = _text.Of(role.First, role.End), Type = role.Type, IsPlural = role.IsPlural, Gender = role.Gender };
        _unnamed[key] = chain;
        _chains.Add(chain);
        if (role.Type == EntityType.Person && !role.IsPlural && _persons.Count < MostHolders)
        {
            _persons.Add(chain);
        }

        return chain;
    }

    private static ChainDraft? One(IEnumerable<ChainDraft> chains)
    {
        ChainDraft? only = null;
        foreach (var chain in chains)
        {
            if (only is not null)
            {
                return null;
            }

            only = chain;
        }

        return only;
    }
}
