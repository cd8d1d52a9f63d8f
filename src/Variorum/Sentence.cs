namespace Variorum;

/// <summary>A sentence, or a line that stands for one (a subheading).</summary>
/// <param name="Span">From its first token to its last, closing marks included.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past the index of its last token.</param>
/// <param name="Paragraph">Index of its paragraph.</param>
/// <param name="IsHeading">Whether it is a subheading: a paragraph by itself, short, without a stop.</param>
public sealed record Sentence(TextSpan Span, int First, int End, int Paragraph, bool IsHeading = false);
