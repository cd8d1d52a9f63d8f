using System.Collections.Frozen;
using Variorum.Lexicons;

namespace Variorum.Tracing;

/// <summary>An owner of several outlets.</summary>
/// <param name="Name">As it is called.</param>
/// <param name="IsChain">Whether its outlets print one another's reports; else each has a newsroom of its own.</param>
internal sealed record Owner(string Name, bool IsChain);

/// <summary>Who owns which outlet, from <c>owners.txt</c>; an outlet that is not in it is its own.</summary>
internal static class OwnerTable
{
    private static readonly Lazy<FrozenDictionary<string, Owner>> ByOutlet = new(Read);

    /// <summary>The owner of an outlet, by its domain, else by its name, which others may bear too; null where unknown.</summary>
    public static Owner? Find(Outlet? outlet) => Find(outlet?.Domain ?? outlet?.Name);

    /// <summary>The owner of a name or a domain; null where unknown.</summary>
    public static Owner? Find(string? outlet)
    {
        if (outlet is null)
        {
            return null;
        }

        var dot = outlet.IndexOf('.', StringComparison.Ordinal);
        return ByOutlet.Value.GetValueOrDefault(outlet) ?? (dot < 0 ? null : ByOutlet.Value.GetValueOrDefault("*" + outlet[dot..]));
    }

    private static FrozenDictionary<string, Owner> Read()
    {
        var owners = new Dictionary<string, Owner>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Lexicon.Rows("owners"))
        {
            var owner = new Owner(row[0], row[1] == "chain");
            foreach (var outlet in row[2].Split('|'))
            {
                owners.TryAdd(outlet, owner);
            }
        }

        return owners.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
