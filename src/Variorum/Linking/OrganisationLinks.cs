using Variorum.Annotating;

namespace Variorum.Linking;

/// <summary>Links organisations and other things: company names without "Inc", acronyms, names without their first or last words.</summary>
internal static class OrganisationLinks
{
    public static void Join(Links links)
    {
        links.JoinBy(n => IsBody(n) ? n.Keys.Select(NameKey.WithoutSuffix) : []);
        var byInitials = links.Index(n => IsBody(n) && n.Words.Length > 1, n => n.Forms.Select(NameKey.Initials).Where(i => i.Length > 2));
        links.JoinUnique(IsAcronym, n => byInitials[n.Full.ToUpperInvariant()]);
        var byTail = links.Index(n => IsBody(n) && n.Words.Length > 2, n => [string.Join(' ', n.Words[1..])]);
        links.JoinUnique(n => IsBody(n) && n.Words.Length > 1, n => byTail[n.Full]);
        var byFirst = links.Index(n => IsBody(n) && n.Words.Length > 1, n => [n.Words[0]]);
        links.JoinUnique(n => IsBody(n) && n.Words.Length == 1 && n.Full.Length > 3, n => byFirst[n.Full]);
    }

    private static bool IsBody(LinkNode node) => node is { IsNamed: true, Country: null, Chain.IsPlural: false, Chain.Type: EntityType.Organisation };

    private static bool IsAcronym(LinkNode node) => node is { IsNamed: true, Country: null, Words.Length: 1, Full.Length: > 2 and < 8 } && !node.IsPerson
        && node.Forms.All(form => form.All(c => char.IsUpper(c) || c == '.'));
}
