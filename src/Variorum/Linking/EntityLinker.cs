using System.Collections.Immutable;

namespace Variorum.Linking;

/// <summary>Joins the chains of several articles that are one thing.</summary>
/// <remarks>
/// <para><b>Order.</b> The rules of <see cref="Link"/>, first to last, surest first. A name that fits two things joins
/// neither, and two persons with differing given names are never one.</para>
/// <para><b>Shape.</b> Only what some article names becomes an entity; "two officials" do not. Entities stand in the order of
/// how many articles name them, then of their mentions, then of their names.</para>
/// </remarks>
internal sealed class EntityLinker(Models models)
{
    public ImmutableArray<Entity> Link(ImmutableArray<Reading> readings)
    {
        var nodes = Enumerable.Range(0, readings.Length)
            .SelectMany(article => Enumerable.Range(0, readings[article].Chains.Length).Select(chain => new LinkNode(article, chain, readings[article], models.Gazetteer)))
            .ToList();
        var links = new Links(nodes);
        links.JoinBy(node => [node.Country?.Code]);
        links.JoinBy(node => [node.IsPerson ? null : node.Known]);
        links.JoinBy(node => node.IsPerson ? [] : node.Keys.Select(key => $"{Shelf(node)} {key}"));
        links.JoinBy(node => [node is { IsPerson: true, IsNamed: true, Words.Length: > 1 } ? node.Full : null]);
        PersonLinks.Join(links);
        OrganisationLinks.Join(links);
        PostLinks.Join(links);
        return Gather(links);
    }

    /// <summary>A name of one word may be a place's and a firm's; of several words it is one thing whatever an article took it for.</summary>
    private static string Shelf(LinkNode node) => node.Country is not null ? "country" : node.Chain.Type is EntityType.Place && node.Words.Length == 1 ? "place" : "";

    private static ImmutableArray<Entity> Gather(Links links)
    {
        var heaps = Enumerable.Range(0, links.Nodes.Count).GroupBy(links.Root, i => links.Nodes[i]).Select(heap => heap.ToList()).Where(heap => heap.Exists(node => node.IsNamed));
        return [.. heaps
            .Select(heap => (Entity: EntityMaker.Make(heap), Articles: heap.Select(n => n.Article).Distinct().Count(), Mentions: heap.Sum(n => n.Chain.Mentions.Length)))
            .OrderByDescending(e => e.Articles).ThenByDescending(e => e.Mentions).ThenBy(e => e.Entity.Name, StringComparer.Ordinal)
            .Select(e => e.Entity)];
    }
}
