using System.Collections.Immutable;

namespace Variorum;

/// <summary>A checkable statement of one article.</summary>
/// <param name="Span">The clause or sentence that makes it.</param>
/// <param name="Sentence">Index of the sentence that holds it.</param>
/// <param name="Stance">How the article stands to it.</param>
/// <param name="Sources">Whose word it is, as the article names them; empty for the article's own voice.</param>
/// <param name="Via">Through whom it reached the page, as in <see cref="Quote.Via"/>.</param>
/// <param name="Quote">Index into <see cref="Reading.Quotes"/> of the quote that makes it; null for the article's own voice.</param>
/// <param name="Rule">The rule or model that decided the stance.</param>
public sealed record Claim(
    TextSpan Span,
    int Sentence,
    Stance Stance,
    ImmutableArray<string> Sources,
    ImmutableArray<string> Via,
    int? Quote,
    string Rule);
