namespace Variorum;

/// <summary>A paragraph of an article that is something else than running text.</summary>
/// <param name="Span">Where in the article's text.</param>
/// <param name="Kind">What it is.</param>
public sealed record ArticleBlock(TextSpan Span, BlockKind Kind);
