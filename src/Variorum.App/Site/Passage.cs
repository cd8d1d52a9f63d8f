using System.Collections.Immutable;

namespace Variorum.App.Site;

/// <summary>A stretch of an article that the account cites.</summary>
/// <param name="Span">In the article's text.</param>
/// <param name="Anchor">Its name on the page.</param>
/// <param name="Backs">The places that cite it.</param>
/// <param name="IsFirst">Whether it begins here: a passage that crosses another or a paragraph's end is cut in pieces.</param>
/// <param name="IsLast">Whether it ends here.</param>
public sealed record Passage(TextSpan Span, string Anchor, ImmutableArray<BackLink> Backs, bool IsFirst, bool IsLast);

/// <summary>The way from a passage back to a line that cites it.</summary>
/// <param name="Label">As printed ("c3").</param>
/// <param name="Target">The line's name on the page.</param>
/// <param name="Title">What it leads to, for who cannot see the page.</param>
public sealed record BackLink(string Label, string Target, string Title);

/// <summary>Text of an article as it is nested on the page.</summary>
/// <param name="Span">What it covers.</param>
/// <param name="Passage">The passage it is; null for text between passages.</param>
/// <param name="Children">What stands in it; empty for text alone.</param>
public sealed record PassageNode(TextSpan Span, Passage? Passage, ImmutableArray<PassageNode> Children);
