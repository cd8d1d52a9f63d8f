namespace Variorum.Linking;

/// <summary>Links persons: fuller names, other spellings, surnames alone.</summary>
internal static class PersonLinks
{
    public static void Join(Links links)
    {
        var full = links.Index(n => n.IsPerson && n.IsNamed && n.Words.Length > 1, n => [LinkKey.Sound(n.Words[^1])]);
        links.JoinUnique(n => IsFull(n), n => full[LinkKey.Sound(n.Words[^1])].Where(i => IsSpelling(n.Words, links.Nodes[i].Words)));
        links.JoinUnique(n => IsFull(n), n => full[LinkKey.Sound(n.Words[^1])].Where(i => IsFuller(links.Nodes[i].Words, n.Words) && Agrees(n, links.Nodes[i])));

        links.JoinBy(n => [n is { IsPerson: true, IsNamed: true, Words.Length: 1 } && !full[LinkKey.Sound(n.Words[0])].Any() ? "surname " + n.Full : null]);
        links.JoinUnique(IsShort, n => full[LinkKey.Sound(n.Words[^1])].Where(i => LinkKey.SoundsLike(n.Words[^1], links.Nodes[i].Words[^1]) && Agrees(n, links.Nodes[i])));
        var first = links.Index(IsFull, n => [n.Words[0]]);
        links.JoinUnique(n => IsShort(n) && !full[LinkKey.Sound(n.Words[^1])].Any(), n => first[n.Words[0]].Where(i => Agrees(n, links.Nodes[i])));
    }

    private static bool IsFull(LinkNode node) => node is { IsPerson: true, IsNamed: true, Words.Length: > 1 };

    /// <summary>A surname alone; an article that does not show whose it is may not even show that it is a person's.</summary>
    private static bool IsShort(LinkNode node) => node is { IsNamed: true, Words.Length: 1, Country: null, Known: null } && (node.IsPerson || (node.Chain.Type is EntityType.Other or EntityType.Organisation && node.Forms.All(form => form.Any(char.IsLower))));

    private static bool Agrees(LinkNode left, LinkNode right) =>
        left.Chain.Gender == Gender.Unknown || right.Chain.Gender == Gender.Unknown || left.Chain.Gender == right.Chain.Gender;

    /// <summary>"Masoud Pezeshkyan" and "Masoud Pezeshkian": as many words, each in another spelling at most.</summary>
    private static bool IsSpelling(string[] left, string[] right) =>
        left.Length == right.Length && left.Zip(right).All(pair => LinkKey.SoundsLike(pair.First, pair.Second));

    /// <summary>Whether <paramref name="longer"/> has the words of <paramref name="shorter"/> in order and more, the same given or a middle name left out.</summary>
    private static bool IsFuller(string[] longer, string[] shorter)
    {
        if (longer.Length <= shorter.Length || !LinkKey.SoundsLike(longer[^1], shorter[^1]))
        {
            return false;
        }

        var at = 0;
        foreach (var word in longer)
        {
            at += at < shorter.Length && LinkKey.SoundsLike(word, shorter[at]) ? 1 : 0;
        }

        return at == shorter.Length;
    }
}
