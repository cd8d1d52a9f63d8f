using System.Collections.Immutable;

namespace Variorum.Normalizing;

/// <summary>Finds times and resolves them against the day from which the article counts.</summary>
internal sealed class TimeFinder
{
    /// <param name="document">The text.</param>
    /// <param name="anchor">The dateline's or publication's day; null leaves relative times unplaced.</param>
    public ImmutableArray<TimeValue> Find(Document document, DateOnly? anchor) => document is null || anchor == DateOnly.MinValue ? throw new InvalidOperationException() : [];
}
