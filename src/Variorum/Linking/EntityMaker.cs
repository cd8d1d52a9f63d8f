using System.Collections.Immutable;
using Variorum.Annotating;

namespace Variorum.Linking;

/// <summary>Makes an entity of the chains that are it.</summary>
internal static class EntityMaker
{
    public static Entity Make(List<LinkNode> heap)
    {
        var type = heap.Where(n => n.IsNamed && !n.IsNationality).DefaultIfEmpty(heap.First(n => n.IsNamed))
            .GroupBy(n => n.Chain.Type).OrderByDescending(g => g.Sum(n => n.Chain.Mentions.Length)).ThenBy(g => g.Key).First().Key;
        var country = heap.Find(n => n.Country is not null)?.Country;
        var name = country is { Name: var usual } && usual.Length > 2 ? usual : Name(heap, type);
        return new Entity(name, country is null ? type : EntityType.Place, Roles(heap), [.. heap.Select(n => (n.Article, n.Index)).Order()]);
    }

    /// <summary>The name most articles use, of those that are full; for a person one with a given name, else none that is an acronym.</summary>
    private static string Name(List<LinkNode> heap, EntityType type)
    {
        var forms = heap.SelectMany(n => n.Forms.Select(form => (Form: Bare(form), n.Article))).GroupBy(f => f.Form, StringComparer.Ordinal).ToList();
        if (forms.Count == 0)
        {
            return heap.First(n => n.IsNamed).Chain.Name;
        }

        return forms.OrderByDescending(g => IsFull(g.Key, type))
            .ThenByDescending(g => g.Select(f => f.Article).Distinct().Count())
            .ThenByDescending(g => g.Key.Count(c => c == ' '))
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First().Key;
    }

    private static bool IsFull(string form, EntityType type) => type == EntityType.Person ? form.Contains(' ', StringComparison.Ordinal) : form.Any(char.IsLower);

    private static string Bare(string form) => form.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? form[4..] : form;

    private static ImmutableArray<string> Roles(List<LinkNode> heap) => [.. heap
        .SelectMany(n => n.Chain.Roles.Concat(n.IsNamed ? [] : [Described(n.Chain.Name)]).Select(role => (Role: role, n.Article)))
        .GroupBy(r => NameKey.Of(r.Role), StringComparer.Ordinal)
        .OrderByDescending(g => g.Select(r => r.Article).Distinct().Count())
        .ThenBy(g => g.Min(r => r.Article))
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.First().Role)];

    /// <summary>A description without its article.</summary>
    private static string Described(string name) => name.Split(' ', 2) is ["the" or "The" or "a" or "A" or "an" or "An" or "his" or "His" or "her" or "Her" or "their" or "Their", var rest] ? rest : name;
}
