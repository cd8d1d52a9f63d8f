using System.Collections.Immutable;

namespace Variorum;

/// <summary>One thing behind the names that a story's articles give it.</summary>
/// <param name="Name">The fullest usual name.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Roles">What the articles call it beside its name ("Iranian President"), most frequent first.</param>
/// <param name="Chains">The chains that are it: article index and chain index, ascending.</param>
public sealed record Entity(string Name, EntityType Type, ImmutableArray<string> Roles, ImmutableArray<(int Article, int Chain)> Chains);
