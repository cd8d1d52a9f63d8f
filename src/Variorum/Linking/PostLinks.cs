using Variorum.Annotating;

namespace Variorum.Linking;

/// <summary>Links "the Iranian president" of one article to the person whom another calls so.</summary>
internal static class PostLinks
{
    public static void Join(Links links)
    {
        var holders = links.Index(n => n.IsPerson && n.IsNamed, n => n.Posts.Select(post => post.Country));
        links.JoinUnique(
            n => n is { IsNamed: false, IsPerson: true, Posts.Length: 1 },
            n => holders[n.Posts[0].Country].Where(i => links.Nodes[i].Posts.Any(post => post.Country == n.Posts[0].Country && RoleNouns.Match(post.Noun, n.Posts[0].Noun))));
    }
}
