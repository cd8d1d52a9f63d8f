namespace Variorum.Quoting;

/// <summary>A stretch between quotation marks; outermost marks only.</summary>
/// <param name="Inner">What stands between the marks.</param>
/// <param name="Outer">The same with its marks.</param>
/// <param name="GoesOn">Whether it is left open because the next paragraph opens with a mark again.</param>
/// <param name="Resumes">Whether it takes up the stretch that the paragraph before left open.</param>
internal sealed record Marked(TextSpan Inner, TextSpan Outer, bool GoesOn, bool Resumes);
