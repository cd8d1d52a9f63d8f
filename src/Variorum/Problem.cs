namespace Variorum;

/// <summary>Something odd about an input: it was read as well as it could be, and this says what was met.</summary>
/// <param name="Code">A stable name in kebab-case; every code is listed in <c>docs/cli.md</c>.</param>
/// <param name="Message">One line for a person.</param>
/// <param name="Span">Where in the article's text; empty where it concerns the whole input.</param>
public sealed record Problem(string Code, string Message, TextSpan Span = default);
