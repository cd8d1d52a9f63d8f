namespace Variorum.Annotating;

/// <summary>Joins the names of one article that name one thing: full and short forms, acronyms, other names of a country.</summary>
/// <remarks><b>Order.</b> The rules of <c>Join</c>, first to last. A name that might be two things joins neither.</remarks>
internal sealed class NameJoiner(NameText text, NameTyper typer, NameGenders genders)
{
    /// <summary>How many persons of one surname are compared with each other.</summary>
    private const int MostNamesakes = 50;

    private readonly List<NameGroup> _groups = [];
    private readonly Dictionary<string, NameGroup> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NameGroup> _byEnd = [];

    public List<ChainDraft> Join(IReadOnlyList<MentionDraft> names)
    {
        foreach (var name in names)
        {
            Group(name);
        }

        foreach (var group in _groups)
        {
            group.Type = group.Votes.Winner();
        }

        JoinPersons();
        JoinCountries();
        JoinKnown();
        JoinAcronyms();
        JoinShortForms();
        return Chains();
    }

    private void Group(MentionDraft name)
    {
        var key = NameKey.Of(name.Name);
        if (key.Length == 0)
        {
            key = name.Name;
        }

        if (!_byKey.TryGetValue(key, out var group))
        {
            group = new NameGroup(key);
            group.Votes.Add(typer.VoteByForm(name));
            _byKey.Add(key, group);
            _groups.Add(group);
        }

        group.Votes.Add(name.Votes);
        group.Mentions.Add(name);
        _byEnd.TryAdd(name.End, group);
    }

    private void JoinPersons()
    {
        var full = _groups.Where(g => g.Type == EntityType.Person && g.Words.Length > 1).ToList();
        var byLast = full.ToLookup(g => g.Last, StringComparer.Ordinal);
        foreach (var group in full)
        {
            var longer = byLast[group.Last].Take(MostNamesakes).Where(other => other != group && IsFuller(other, group)).Select(other => other.Root).Distinct().ToList();
            if (longer.Count == 1 && longer[0] != group.Root)
            {
                Join(group, longer[0], "fuller-name");
            }
        }

        var byFirst = full.ToLookup(g => g.Words[0], StringComparer.Ordinal);
        foreach (var group in _groups.Where(g => g.Words.Length == 1 || g.Words is ["al" or "el" or "bin" or "von" or "van" or "de", _]))
        {
            JoinShortPerson(group, byLast[group.Last], byFirst[group.Words[0]]);
        }
    }

    /// <summary>Whether <paramref name="longer"/> has all words of <paramref name="shorter"/> in order, first or last name and more.</summary>
    private static bool IsFuller(NameGroup longer, NameGroup shorter)
    {
        if (longer.Words.Length <= shorter.Words.Length)
        {
            return false;
        }

        var at = 0;
        foreach (var word in longer.Words)
        {
            at += at < shorter.Words.Length && string.Equals(word, shorter.Words[at], StringComparison.Ordinal) ? 1 : 0;
        }

        return at == shorter.Words.Length;
    }

    private static void JoinShortPerson(NameGroup group, IEnumerable<NameGroup> byLast, IEnumerable<NameGroup> byFirst)
    {
        if (group.Country is not null || (group.Type == EntityType.Place && group.Votes.Of(EntityType.Place) >= 40 && group.Votes.Of(EntityType.Person) < 20))
        {
            return;
        }

        var gender = group.Mentions.Find(m => m.Gender != Gender.Unknown)?.Gender ?? Gender.Unknown;
        var holders = byLast.Select(g => g.Root).Distinct().Where(g => gender == Gender.Unknown || GenderOf(g) is Gender.Unknown || GenderOf(g) == gender).ToList();
        var rule = "surname";
        if (holders.Count == 0 && !group.Mentions.Exists(m => m.IsCourtesy))
        {
            holders = byFirst.Select(g => g.Root).Distinct().ToList();
            rule = "first-name";
        }

        if (holders.Count == 1 && holders[0] != group)
        {
            Join(group, holders[0], rule);
        }
        else if (holders.Count > 1)
        {
            group.Type = EntityType.Person;
        }
    }

    private static Gender GenderOf(NameGroup group) => group.Mentions.Find(m => m.Gender != Gender.Unknown)?.Gender ?? Gender.Unknown;

    private void JoinCountries()
    {
        foreach (var same in _groups.Where(g => g.JoinedTo is null && g.Country is not null).GroupBy(g => g.Country!, StringComparer.Ordinal).ToList())
        {
            var root = same.FirstOrDefault(g => !g.IsNationality) ?? same.First();
            foreach (var group in same.Where(g => g != root))
            {
                Join(group, root, group.IsNationality ? "nationality" : "country-name");
            }
        }
    }

    private void JoinKnown()
    {
        foreach (var same in _groups.Where(g => g.JoinedTo is null && g.Type == EntityType.Organisation).GroupBy(g => KnownNames.Find(g.Mentions[0].Name)).Where(s => s.Key is not null).ToList())
        {
            foreach (var group in same.Skip(1))
            {
                Join(group, same.First(), "known-organisation");
            }
        }
    }

    /// <summary>"International Atomic Energy Agency (IAEA)", and an acronym of exactly one name of the article.</summary>
    private void JoinAcronyms()
    {
        var byInitials = _groups.Where(g => g.JoinedTo is null && g.Words.Length > 1 && g.Type is EntityType.Organisation or EntityType.Event or EntityType.Other)
            .ToLookup(g => NameKey.Initials(g.Mentions[0].Name), StringComparer.Ordinal);
        foreach (var group in _groups.Where(g => g.JoinedTo is null && g.Words.Length == 1 && g.Country is null).ToList())
        {
            var name = group.Mentions[0].Name.Replace(".", "", StringComparison.Ordinal);
            var isAcronym = name.Length >= 2 && name.All(c => char.IsUpper(c) || c == '-');
            var inBrackets = isAcronym ? BeforeBracket(group.Mentions[0]) : null;
            var expansions = byInitials[name].ToList();
            if (inBrackets is not null && inBrackets.Root != group && inBrackets.Words.Length > 1)
            {
                Join(group, inBrackets.Root, "acronym-in-brackets");
            }
            else if (isAcronym && name.Length > 2 && expansions.Count == 1)
            {
                Join(group, expansions[0].Root, "acronym");
            }
        }
    }

    private NameGroup? BeforeBracket(MentionDraft acronym)
    {
        if (!text.Is(acronym.First - 1, "(") || !text.Is(acronym.End, ")"))
        {
            return null;
        }

        return _byEnd.GetValueOrDefault(acronym.First - 1);
    }

    /// <summary>"Broadcom" for "Broadcom Ltd", "Foreign Ministry" for "Iranian Foreign Ministry", "Ministry" for the one ministry, "Likud" for "Likud Party".</summary>
    private void JoinShortForms()
    {
        var organisations = _groups.Where(g => g.JoinedTo is null && g.Words.Length > 1 && g.Type == EntityType.Organisation).ToList();
        var bySuffixless = organisations.ToLookup(g => NameKey.WithoutSuffix(g.Key), StringComparer.Ordinal);
        var byFirst = organisations.ToLookup(g => g.Words[0], StringComparer.Ordinal);
        var byKind = organisations.SelectMany(g => g.Words.Distinct(StringComparer.Ordinal), (g, word) => (Group: g, Word: word)).ToLookup(pair => pair.Word, pair => pair.Group, StringComparer.Ordinal);
        var byTail = organisations.Where(g => g.Words.Length > 2).ToLookup(g => string.Join(' ', g.Words[1..]), StringComparer.Ordinal);
        foreach (var group in _groups.Where(g => g.JoinedTo is null && g.Type is EntityType.Organisation or EntityType.Other or EntityType.Person && g.Country is null).ToList())
        {
            if (JoinUnique(group, bySuffixless[NameKey.WithoutSuffix(group.Key)], "company-suffix") || group.Type == EntityType.Person)
            {
                continue;
            }

            if (group.Words.Length > 1)
            {
                JoinUnique(group, byTail[group.Key], "without-first-word");
            }
            else if (text[group.Mentions[0].NameFirst].Organisation.HasFlag(OrganisationWord.Head))
            {
                JoinUnique(group, byKind[group.Key], "kind-word");
            }
            else if (group.Key.Length > 3 && !text[group.Mentions[0].NameFirst].IsKindWord)
            {
                JoinUnique(group, byFirst[group.Key], "first-word");
            }
        }
    }

    private static bool JoinUnique(NameGroup group, IEnumerable<NameGroup> others, string rule)
    {
        var roots = others.Select(g => g.Root).Where(g => g != group.Root).Distinct().ToList();
        if (roots.Count == 1)
        {
            Join(group, roots[0], rule);
        }

        return roots.Count == 1;
    }

    private static void Join(NameGroup group, NameGroup root, string rule)
    {
        group.JoinedTo = root;
        group.Rule = rule;
        root.Votes.Add(group.Votes);
    }

    private List<ChainDraft> Chains()
    {
        var chains = new Dictionary<NameGroup, ChainDraft>();
        var order = new List<ChainDraft>();
        foreach (var (group, mention) in _groups.SelectMany(g => g.Mentions.Select(m => (g, m))).OrderBy(pair => pair.m.First).ThenByDescending(pair => pair.m.End))
        {
            var root = group.Root;
            if (!chains.TryGetValue(root, out var chain))
            {
                chain = new ChainDraft { Type = root.Type, IsNamed = true, IsPlural = mention.IsPlural };
                chains.Add(root, chain);
                order.Add(chain);
            }

            mention.Type = mention.IsNationality ? EntityType.Group : root.Type;
            mention.Rule = group.JoinedTo is null ? mention.Rule : group.Rule;
            chain.Add(mention);
        }

        foreach (var chain in order)
        {
            Finish(chain);
        }

        return order;
    }

    /// <summary>The noun for the kind of organisation that a name shows ("bank" for "Oak Bank", "company" for "Oak Ltd").</summary>
    private string? KindNoun(MentionDraft name)
    {
        if (text[name.NameEnd - 1].Organisation.HasFlag(OrganisationWord.Suffix))
        {
            return "company";
        }

        for (var i = name.NameEnd - 1; i >= name.NameFirst; i--)
        {
            if (text[i].Organisation != OrganisationWord.None && RoleNouns.Find(text[i].Lower) is { Type: EntityType.Organisation } noun)
            {
                return noun.Noun;
            }
        }

        return null;
    }

    /// <summary>Gives a chain its fullest name and, by it, its gender.</summary>
    private void Finish(ChainDraft chain)
    {
        var best = chain.Mentions.Where(m => !m.IsNationality).DefaultIfEmpty(chain.Mentions[0])
            .MaxBy(m => (Words: m.NameEnd - m.NameFirst, m.Name.Length, -m.First))!;
        chain.Name = best.Name;
        if (chain.Type == EntityType.Organisation && KindNoun(best) is { } kind)
        {
            chain.Posts.Add((kind, null));
        }

        if (chain is { Type: EntityType.Person, Gender: Gender.Unknown } && text[best.NameFirst] is { IsGivenName: true } given && best.NameEnd - best.NameFirst > 1)
        {
            chain.Gender = given.GivenGender;
        }

        if (chain is { Type: EntityType.Person, Gender: Gender.Unknown, IsPlural: false })
        {
            chain.Gender = genders.Of(chain.Name);
        }
    }
}
