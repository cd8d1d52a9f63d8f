namespace Variorum.Annotating;

/// <summary>Joins roles to names: beside each other first, then by what the article said of whom.</summary>
internal sealed class RoleJoiner(NameText text)
{
    /// <summary>Joins the roles that stand beside a name; those that become part of the name's mention are left out of the answer.</summary>
    public List<MentionDraft> JoinBeside(IReadOnlyList<MentionDraft> names, IReadOnlyList<MentionDraft> roles)
    {
        var byFirst = names.GroupBy(n => n.First).ToDictionary(g => g.Key, g => g.MaxBy(n => n.End)!);
        var byEnd = names.GroupBy(n => n.End).ToDictionary(g => g.Key, g => g.MinBy(n => n.First)!);
        foreach (var name in names)
        {
            ReadOwner(name, byEnd);
        }

        var left = new List<MentionDraft>();
        foreach (var role in roles)
        {
            if (!role.IsLoose && Absorb(role, byFirst))
            {
                continue;
            }

            role.Beside = role.IsLoose ? null : KindAfterName(role, byEnd) ?? Apposed(role, byFirst, byEnd) ?? Predicated(role, byEnd);
            role.Beside?.Votes.Add(role.Type, 50);
            if (role.Beside is not null || role.Article != RoleArticle.None || role.IsPlural)
            {
                left.Add(role);
            }
        }

        return left;
    }

    /// <summary>"Iran's Pezeshkian", "Israel's Defense Minister Yoav Gallant".</summary>
    private void ReadOwner(MentionDraft name, Dictionary<int, MentionDraft> byEnd)
    {
        if (!text.IsPossessive(name.First - 1) || !byEnd.TryGetValue(name.First - 1, out var owner) || owner.IsNationality)
        {
            return;
        }

        name.Country ??= name.RoleNoun is not null || name.Votes.Of(EntityType.Person) > 0 ? owner.Country : name.Country;
        if (name.Title is not null)
        {
            name.First = owner.First;
            name.Title = text.Of(name.First, name.NameFirst);
            name.Owner ??= owner.Name;
        }
    }

    /// <summary>"spokeswoman Ann Oak", "the news agency Interpress": the role is part of the name's mention.</summary>
    private bool Absorb(MentionDraft role, Dictionary<int, MentionDraft> byFirst)
    {
        if (!byFirst.TryGetValue(role.End, out var name) || text.Sentence(name.First) != text.Sentence(role.First) || name.IsNationality || name.Title is not null || text.Opens(name.First))
        {
            return false;
        }

        // "Iran's official Interpress agency": a noun for a person before what is known for an organisation or a place is an adjective.
        if (role.Type == EntityType.Person && (KnownNames.Contains(name.Name) || name.Country is not null && name.Title is null))
        {
            return true;
        }

        name.Votes.Add(role.Type, 50);
        if (!role.IsPlural)
        {
            name.First = role.First;
            name.Title = text.Of(TitleFirst(role), role.End);
        }

        name.RoleNoun = role.RoleNoun;
        name.Country ??= role.Country;
        name.Owner ??= role.Owner;
        name.Gender = role.Gender;
        return true;
    }

    /// <summary>Where the description begins without its article.</summary>
    private int TitleFirst(MentionDraft role) => text[role.First].IsCapital && !text[role.First].IsOpening ? role.First : role.NameFirst;

    /// <summary>"the Interpress news agency", "Oak airline".</summary>
    private static MentionDraft? KindAfterName(MentionDraft role, Dictionary<int, MentionDraft> byEnd)
    {
        var isKind = role.RoleNoun is "news agency" or "agency" or "newspaper" or "group" or "militant group" or "company" or "firm" or "airline" or "broadcaster" or "network" or "party" or "utility" or "chipmaker" or "bank";
        if (!isKind || role.IsPlural || !byEnd.TryGetValue(role.NounFirst, out var name) || name.IsNationality || name.Country is not null || name.First < role.First)
        {
            return null;
        }

        role.Rule = "name-and-kind";
        return name;
    }

    /// <summary>"Ann Oak, a spokeswoman for the port," and "his Iranian counterpart, Masoud Pezeshkian,".</summary>
    private MentionDraft? Apposed(MentionDraft role, Dictionary<int, MentionDraft> byFirst, Dictionary<int, MentionDraft> byEnd)
    {
        if (text.Is(role.First - 1, ",") && byEnd.TryGetValue(role.First - 1, out var before) && Closes(role.End) && !role.IsPlural && Fits(role, before))
        {
            role.Rule = "apposition";
            return before;
        }

        if (role.Article == RoleArticle.Definite && !role.IsPlural && text.Is(role.End, ",") && byFirst.TryGetValue(role.End + 1, out var after)
            && Closes(after.End) && Fits(role, after) && after.NameEnd - after.NameFirst > 1 && text.Sentence(role.First) == text.Sentence(after.First))
        {
            role.Rule = "apposition";
            return after;
        }

        return null;
    }

    /// <summary>"Oak, who became the company's chief executive".</summary>
    private MentionDraft? Predicated(MentionDraft role, Dictionary<int, MentionDraft> byEnd)
    {
        var at = role.First - 1;
        if (role.IsPlural || !text.IsAny(at, "is", "was", "became", "becomes", "remains"))
        {
            return null;
        }

        at -= text.Is(at - 1, "who") ? 2 : 1;
        at -= text.Is(at, ",") ? 1 : 0;
        if (at < 0 || !byEnd.TryGetValue(at + 1, out var name) || !Fits(role, name) || text.Sentence(name.First) != text.Sentence(role.First))
        {
            return null;
        }

        role.Rule = "predicate";
        return name;
    }

    private bool Closes(int at) => at >= text.Count || text.IsAny(at, ",", ".", ";", ")", "—", "–", "-", ":", "!", "?", "who", "”", "\"");

    private static bool Fits(MentionDraft role, MentionDraft name) => !name.IsNationality && !name.IsPlural && !(role.Type == EntityType.Person && name.Country is not null && name.Title is null && name.Votes.Of(EntityType.Person) <= 0);
}
