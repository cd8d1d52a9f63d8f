using System.Collections.Immutable;

namespace Variorum.Composing;

/// <summary>Puts what happened in order of time.</summary>
internal sealed class TimelineComposer
{
    public ImmutableArray<TimelineEntry> Compose(Story story, ImmutableArray<ClaimGroup> claims) => story is null || claims.IsDefault ? throw new InvalidOperationException() : [];
}
